import type { ConsoleLanguage } from '#domain/words.ts';

type Aside =
  | 'oneWord'
  | 'thanks'
  | 'complaint'
  | 'offTopic'
  | 'question'
  | 'vague'
  | 'hello'
  | 'stop'
  | 'yes'
  | 'no'
  | 'leads'
  | 'tails'
  | 'also';

/** What people say beside the point, as they do. None of it is about a theme of a codebook. */
export const asides: Record<ConsoleLanguage, Record<Aside, readonly string[]>> = {
  en: {
    oneWord: [
      'ok',
      'Fine',
      'rubbish',
      'boring',
      'dunno',
      'nothing',
      'Lovely',
      'meh',
      'n/a',
      'same',
      'nope',
      'Not much',
      'good',
      'bad',
      '?',
      'pass',
      '👍',
      'grim',
    ],
    thanks: [
      'Thanks for asking.',
      'Thank you for listening xx',
      'Nice to be asked for once.',
      'Diolch for asking in both languages',
      'No more from me, thank you for doing this',
      'Thank you, take care',
      'Cheers for asking',
      'That is all, thank you love',
      'I appreciate being asked, thank you',
    ],
    complaint: [
      'I rang your office three times about my council tax and nobody rang me back, I want to make a complaint.',
      'Why has my green bin been missed two weeks running?? This is a disgrace.',
    ],
    offTopic: [
      'Is this the number for the vets',
      'My cat has had kittens if anyone wants one, two black one ginger.',
      'sorry wrong person! meant for my sister. see you saturday',
    ],
    vague: ['it depends really', 'bit of both', 'what do you mean?'],
    hello: ['Hi, I saw the poster in the surgery', 'hello, is this where we say about caring?'],
    stop: ['STOP', 'Stop. Thank you', 'please stop', 'stop texting me please'],
    yes: ['1', 'yes', 'Yes please', 'Yeah', 'ok', 'yes'],
    no: ['2', 'no', 'No thanks', "I'd rather not"],
    question: ['When will the toilets by the bus station open again?', 'Who reads these, is it a person?'],
    leads: [
      'Well.',
      'To be honest with you,',
      'Where do I start.',
      'Hi.',
      'From where I sit,',
      'My view, for what it is worth.',
      'Since you ask.',
      'Right then.',
      'Long answer I am afraid.',
      'Hello.',
    ],
    tails: [
      'Just my opinion.',
      'Hope that helps.',
      'Rant over.',
      'There, I have said it.',
      'Please do something.',
      'Sorry, that was long.',
    ],
    also: ['Also', 'And', 'Another thing,', 'Oh and'],
  },
  cy: {
    oneWord: ['iawn', 'diflas', 'dim', 'Da iawn', 'dim syniad', 'hyfryd', 'tawel', 'go lew', '👍'],
    thanks: [
      'Diolch am ofyn.',
      'Braf cael ateb yn Gymraeg.',
      'Diolch yn fawr am wrando x',
      'Diolch o galon.',
      'Dyna i gyd gen i, diolch',
      'Diolch am y cyfle.',
    ],
    complaint: [
      "Dwi wedi ffonio deirgwaith am y dreth gyngor a does neb wedi ffonio'n ôl. Dwi eisiau cwyno.",
    ],
    offTopic: ["Sori, neges i'm chwaer oedd honna!", 'Ai dyma rif y milfeddyg?'],
    vague: ["mae'n dibynnu", 'tipyn o bopeth'],
    hello: ["Helo, mi welais i'r poster yn y feddygfa"],
    stop: ['STOP', 'Stopiwch', 'STOPIO', 'Stopiwch plîs'],
    yes: ['1', 'ie', 'Iawn', 'Hoffwn', 'ydw'],
    no: ['2', 'na', 'Dim diolch'],
    question: ["Pryd fydd y toiledau'n agor eto?", 'Oes person yn darllen hwn?'],
    leads: [
      'Wel,',
      'A bod yn onest,',
      'Helo.',
      'Yn fy marn i,',
      'Gan eich bod yn gofyn,',
      'Reit.',
      'Lle mae dechrau.',
    ],
    tails: [
      'Dyna fy marn i.',
      'Gobeithio bod hynny o help.',
      'Gwnewch rywbeth os gwelwch yn dda.',
      'Sori am fod yn hir.',
    ],
    also: ['A hefyd,', 'Peth arall,', 'O ac'],
  },
};

/** One message that must reach a person at once, in words that the phrase list knows. */
export const distress =
  "I'm sorry to put this here but some nights I think they would all be better off without me.";
