import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#domain/words.ts';
import { yesOrNo } from '#texts/answers.ts';
import { phrases } from '#texts/as-compared.ts';
import {
  type Command,
  commandOf,
  commands,
  isSentence,
  languageOfCommand,
  languageWords,
  phrasesByLanguage,
} from '#texts/commands.ts';
import { isDone } from '#texts/done.ts';
import { text } from '#texts/text.ts';

/** A bar between messages. */
const said = (list: string) => list.split('|').map((message) => message.trim());

const english: Record<Command, string> = {
  stop: `STOP | stop | Stop. | "STOP" | ‘Stop’ | STOP!!! | stop 🛑 | 🛑 STOP | ＳＴＯＰ | st\u200bop | \u202aSTOP\u202c | s\u00adtop
    | \ufeffSTOP | 𝐒𝐓𝐎𝐏 | STOP\ufe0f | STOPALL | Stop all | UNSUBSCRIBE | cancel | End | QUIT
    | revoke | OPTOUT | opt out | Opt-out | Un-subscribe | Stop. Thank you | please stop | STOP please
    | stop, thanks | Stop now | stop it | Stop. Sorry. | STOP STOP STOP | stop now please, thank you
    | Please STOP texting me | please stop texting me | can you stop texting me please | Stop messaging me!
    | stop sending me texts | Stop sending these messages | stop the texts | Stop these messages please
    | stop contacting me now | Don't text me again | dont text me | Do not contact me any more
    | Please don’t message me anymore | Don\`t text me | no more texts | No more messages please | take me off your list
    | Please take me off your mailing list. | remove me from this list | Remove my number from your system
    | unsubscribe me | opt me out of this | I want to unsubscribe | I'd like to opt out | I want you to stop
    | I want to opt out of this | leave me alone | stop asking me | Please stop asking me questions | go away
    | I don't want any more texts | I don't want to get these messages | I no longer want to receive your texts
    | I don't want to hear from you again | Hi, please stop | STOPPP | s.t.o.p | remove me | I said STOP
    | STOP please, thanks for your help | Stop now. No offence, take care. Bye! | please stop texting me, thank you for your time
    | Stop thanks, I'm not interested | STOP I've had enough | stop please im not well | STOP. I never signed up for this
    | 🛑 | 🛑 🛑 | STOP\u3164 | \uffa0ST\u115fOP | STOP. Sent from my iPhone
    | No. Stop. | No stop | Stop. No. | No thanks, stop | no please stop | Nope, take me off your list | nah unsubscribe
    | Not interested, thanks | How do I stop these texts? | I don't want to take part any more`,
  start: 'START | start please | Unstop | Start texting me again | opt me back in | Restart',
  help: 'HELP | help! | Info | help please | Help me | I need help | How does this work? | can you help me?',
  privacy: `PRIVACY | privacy? | Privacy notice please | Is this confidential? | is this anonymous | Who will see my answers?
    | How did you get my number? | where did you get my number | What do you do with my data? | GDPR`,
  person: `PERSON | person please | Can I speak to a person? | talk to someone | I'd like to talk to a real person please
    | Can someone call me back? | I need to speak to someone | how do I talk to a human | Please ring me
    | is there someone I can talk to`,
  who: `WHO | Who is this? | who's this | Who are you?? | Is this a scam? | are you a bot | Are you real?
    | sorry who is this | What is this? | Is this really the council? | who dis`,
  wrongNumber: `WRONG NUMBER | wrong number mate | Not me | That's not me | You have the wrong number
    | Sorry, you've got the wrong number | I think you have the wrong person | this is the wrong number
    | You've texted the wrong number | This isn't her number any more | he doesn't have this phone any more
    | Sorry wrong person`,
  later: `LATER | Later! | not now | Not now, thanks | ask me tomorrow | remind me next week | Can you ask me later?
    | Ask me again on Friday | I'm busy at the moment | come back later | later 3 days | text me when I'm home
    | ask me after work | I'll answer tomorrow | don't text me until Monday`,
  questions: `QUESTIONS | send me the questions | Can I see the questions first? | What are the questions
    | how many questions are there? | show me all the questions please | I'd like to see the questions before I start`,
  skip: `SKIP | skip this question | next question please | Next | Pass | can we skip this one | I don't want to answer
    | I'd rather not answer that | Can we move on? | skip to the next question`,
  back: `BACK | go back | previous question | Can I go back? | go back to the last question | I want to change my answer
    | take me back`,
  status: `STATUS | any news? | What happened to what I said? | what's happening | Any updates? | What did you do about it?
    | did you read my answer | Has anyone read what I said? | what has happened with my suggestion
    | Any news on what I said? | When will I hear back? | Have you done anything about what I told you?`,
  myData: `MY DATA | my data please | What do you know about me? | what data do you have on me | What do you hold about me
    | Show me my data | I want to see my data | Can I have a copy of my data? | subject access request
    | send me everything you have on me | What information do you keep about me?`,
  forgetMe: `FORGET ME | forget about me | delete my data | Delete everything you have on me | erase my data
    | I want you to delete my messages | right to be forgotten | Please remove all my information | delete what I said
    | Can you delete my number please | I want my data deleted | wipe everything I told you | I want to be forgotten
    | Please can my data be deleted? | get rid of everything you know about me | remove my details from your system
    | delete my name and number | I'd like to use my right to be forgotten | Forget everything I said
    | Stop and delete my data`,
  language:
    'LANGUAGE | languages? | Change language | What languages do you speak? | can I answer in another language',
  english: 'ENGLISH | english please | in English | Can I have this in English?',
  cymraeg: 'Welsh | in Welsh please | Can I have this in Welsh?',
  polski: 'Polish | in Polish please',
  romana: 'Romanian | in Romanian',
  bangla: 'Bengali | Bangla please',
  urdu: 'Urdu | in Urdu please',
  easyRead:
    'EASY READ | easy-read | simpler words please | Can you use simpler words? | plain English please',
  plain: 'PLAIN | stop easy read | normal words please',
  noQuote: `don't quote me | Please don't use my words | do not publish what I said | don't quote me please
    | I changed my mind about being quoted | I don't want to be quoted | Don't share what I said with anyone
    | You can't use my words | please keep my words private | I'd rather not be quoted | Take my quote down
    | I don't want my words on your website | actually don't show my words to anyone | I'd rather you didn't quote me
    | I withdraw my consent to be quoted`,
  noHearBack: `don't message me about the outcome | I don't want to hear back | please don't tell me what happens
    | No need to get back to me | I don't need to know the outcome | don't update me | I'd rather not hear back
    | I changed my mind about hearing back | Don't text me when it's done | I don't want to know what happens`,
  link: `LINK | link please | Link my phone | Link another number | same person | I'm the same person | I also use WhatsApp
    | I also have another phone, thanks | can you link my two phones together | I'm the same person as on WhatsApp
    | please connect my whatsapp to this phone | Hi, add my number`,
};

const welsh: Record<Command, string> = {
  stop: `STOPIO | Na, stopiwch | Dim diolch, stopiwch | Stopiwch | PEIDIWCH | Canslo | diwedd | Dad-danysgrifio | Stopiwch, os gwelwch yn dda | Stop. Diolch
    | Peidiwch â thecstio fi | peidiwch a tecstio fi eto | Peidiwch ag anfon negeseuon ata i | paid a tecstio fi
    | Peidiwch anfon mwy o negeseuon | Peidiwch â chysylltu â mi eto | stopiwch decstio fi | Dim mwy o negeseuon
    | Stopiwch anfon negeseuon ataf | Rhowch y gorau i anfon negeseuon | dim rhagor o decsts | Gadewch lonydd i mi
    | Tynnwch fi oddi ar eich rhestr | tynnwch fy rhif o'ch rhestr | Dwi ddim eisiau mwy o negeseuon`,
  start: 'DECHRAU | dechreuwch | AILDDECHRAU | ail-ddechrau',
  help: 'CYMORTH | Helpu | Helpwch fi | Dwi angen help | sut mae hyn yn gweithio? | Mae angen help arnaf i',
  privacy: `Preifatrwydd | PREIFATRWYDD. | Ydy hyn yn gyfrinachol? | pwy sy'n gweld hyn | Sut gawsoch chi fy rhif?
    | Beth ydych chi'n ei wneud gyda fy nata?`,
  person: `Siarad | siarad â pherson | siarad a rhywun | Ga i siarad efo rhywun? | dwi isio siarad gyda rhywun plîs
    | Hoffwn i siarad â rhywun | ffoniwch fi`,
  who: 'Pwy | Pwy ydych chi? | pwy dach chi | Ai sgam yw hwn? | Beth yw hwn? | ydi hwn yn sgam | Ai robot ydych chi?',
  wrongNumber: `Rhif anghywir | Nid fi | mae gennych chi'r rhif anghywir | Sori, rhif anghywir | person anghywir
    | nid fi yw hwn | Mae'r rhif hwn yn anghywir`,
  later: `WEDYN | wedyn, diolch | Ddim nawr | ddim rwan | gofynnwch yfory | atgoffwch fi wythnos nesaf | nes ymlaen
    | Dwi'n brysur ar hyn o bryd | wedyn 5 diwrnod | Gofynnwch eto ddydd Llun`,
  questions: `CWESTIYNAU | Ga i weld y cwestiynau? | anfonwch y cwestiynau ata i | Beth yw'r cwestiynau? | faint o gwestiynau
    | hoffwn weld y cwestiynau yn gyntaf`,
  skip: 'HEPGOR | hepgor hwn | cwestiwn nesaf | Nesa | dwi ddim eisiau ateb | Ga i hepgor hwn? | sgipio',
  back: `YN ÔL | yn ol | nôl | Ewch yn ôl | y cwestiwn blaenorol | Ga i newid fy ateb?`,
  status: `STATWS | Unrhyw newyddion? | Beth ddigwyddodd i'r hyn ddywedais i? | be sy'n digwydd | Gawsoch chi fy ateb?
    | Beth ydych chi wedi'i wneud? | Oes rhywun wedi darllen fy neges?`,
  myData: `FY NATA | Beth ydych chi'n ei wybod amdana i? | Ga i weld fy nata? | copi o fy nata | pa ddata sydd gennych chi amdanaf
    | Dangoswch fy nata i mi`,
  forgetMe: `ANGHOFIWCH FI | dilëwch fy nata | dileu fy nata i | Dilewch bopeth ddywedais i | anghofiwch amdana i
    | Dwi eisiau dileu fy nata | Dilëwch bopeth amdana i | dileu popeth sydd gennych amdana i
    | yr hawl i gael fy anghofio | Hoffwn i chi ddileu fy negeseuon`,
  language: 'IAITH | newid iaith | Pa ieithoedd sydd gennych chi?',
  english: 'Saesneg | yn Saesneg | Saesneg os gwelwch yn dda',
  cymraeg: 'CYMRAEG | Cymraeg os gwelwch yn dda | Yn Gymraeg | Gymraeg plîs | Ga i hwn yn Gymraeg?',
  polski: 'Pwyleg',
  romana: 'Rwmaneg',
  bangla: 'Bengaleg',
  urdu: 'Wrdw',
  easyRead: 'HAWDD EI DDEALL | geiriau syml | Darllen hawdd | geiriau haws os gwelwch yn dda',
  plain: 'GEIRIAU ARFEROL | geiriau arferol plîs',
  noQuote: `Peidiwch â fy nyfynnu | peidiwch defnyddio fy ngeiriau | Peidiwch â chyhoeddi beth ddywedais i
    | Dwi ddim eisiau cael fy nyfynnu | peidiwch â rhannu fy ngeiriau gyda neb | Dwi wedi newid fy meddwl am gael fy nyfynnu`,
  noHearBack: `Dwi ddim eisiau clywed yn ôl | peidiwch â rhoi gwybod i mi am y canlyniad | dw i ddim isio gwybod y canlyniad
    | Dim angen rhoi gwybod i mi`,
  link: `Linc | Cysylltu fy ffôn | cysylltu rhif arall plîs | Yr un person ydw i | Dwi hefyd yn defnyddio WhatsApp`,
};

const answers =
  said(`The bus stop is filthy | stop the parking outside school | I can't stop thinking about it | Bus stop
    | sorry back now | ok back now | I'm back now | right, I need to get back | stop cars, people are not well
  | Stop the cars racing at night | Stop closing shops | Stop asking us for money to park | Stop. The road is too fast.
  | stop sending lorries down our road | Stop texting at the wheel should be on a sign | Stop this!
  | People need to stop dropping litter | I want to stop and sit down but there are no benches | Stop and search
  | The end of the high street | Cancel the one way system | quit smoking help would be good | Dead end
  | They should end free parking | The 42 does not stop here any more | No more betting shops | No more empty shops
  | Don't text people at midnight, was my first thought | take the bins off our street | It never ends
  | Remove me from the housing list? They did, without asking | Who are you going to ask next? | Who knows
  | Who is this bench for? | I need help getting to the shops | Help for carers is hard to find | Nobody helps
  | A person at the desk would help | talk to someone who knows dementia | Someone to talk to | People | A friendly face
  | More privacy in the changing rooms | Privacy at the chemist counter | English and Welsh signs please
  | Welsh lessons in the library | Speak to people before you decide | start a market again | When does it start?
  | A fresh start | tomorrow | Yfory | nothing | parking | No | Yes | Maybe | Easy | Hawdd | Arferol | Normal | Thank you
  | please | Diolch | 👍 | 😀😀 | Later buses on Saturdays | Later opening at the library | Ask the children
  | Ask me anything about bins | Remind people to pick up after their dogs | It is too late in the day
  | Go back to two way traffic | Bring back the market | My back hurts on those benches | Back Lane | The way back
  | The next bus is never on time | Pass the parcel for the kids | Skip the high street, nobody goes | A skip for rubbish
  | Any news stand would be nice | What happened to the market? | What is happening with the old bank
  | What have you done to our park | Nobody reads these | Update the playground | Progress | Updates
  | Delete the bike lane | Remove the bins | Remove all the parking | Delete everything | Forget the car park
  | Forget what I said about the bank, the rest stands | I forget my appointments | Forget it | Erase the graffiti
  | They lost my data twice | What do you know about dementia? | What do they know about us | Everything
  | Don't quote me on this but the market is dying | Use what we already have | Don't use the old library for flats
  | Don't publish a glossy leaflet | Keep it private, not public housing | Show what you are doing | Nobody told me
  | I never heard back | No follow up | They did not get back to me | I don't want to lose the library
  | I don't want to go out any more | You got the wrong number of benches | The wrong person got the job | Not mine
  | Nobody told me who to ask | There is no language class | Language barriers | Plain walls and no plants
  | Question time with councillors | Too many questions on the form | Ask better questions | Polish shops are great
  | Polish the brass | Urdu books in the library | Human beings are kind | Personal care | A real butcher
  | Info boards at the stops | Help the shops | Help desk | Scam callers target my mum | Who cares
  | Mae angen stopio parcio tu allan i’r ysgol | Stopiwch yrru yn gyflym | Stopiwch y traffig
  | Mae'r safle bws yn fudr | Dim mwy o siopau betio | Peidiwch cau y llyfrgell | Peidiwch â chau'r ysgol
  | Peidiwch â chael gwared ar y coed | Peidiwch ag anfon lorïau drwy’r dref | Cymorth i ofalwyr | Diwedd y stryd
  | Dechrau marchnad eto | Mwy o Gymraeg ar yr arwyddion | Dwi ddim eisiau mwy o geir | Dwi eisiau cael fy nyfynnu
  | Dwi eisiau clywed yn ôl | Pwy sy'n penderfynu? | Y cwestiwn nesaf yw pwy sy'n talu | Pwy a ŵyr | Pobl
  | Siarad Cymraeg yn y siop | Mae pobl yn siarad gyda fi yn y siop | Ewch â ni yn ôl i'r hen drefn | Paid
  | Iaith y plant | Beth ddigwyddodd i'r farchnad? | Dileu'r parcio | Anghofiwch y ceir | Wedyn daeth y glaw
  | Dim byd | Popeth | Y bore | Nawr | Rhif y bws | Mae'r rhif anghywir ar yr arwydd | Fy mam | Yn ôl at natur`);

describe('a whole message that is a command is obeyed', () => {
  const all = commands.flatMap((command) =>
    [...said(english[command]), ...said(welsh[command])].map((message) => ({ command, message })),
  );

  test.each(all)('$command: $message', ({ command, message }) => expect(commandOf(message)).toBe(command));

  test('and so it is whatever people put around it', () => {
    const around = [
      (word: string) => word.toUpperCase(),
      (word: string) => word.toLowerCase(),
      (word: string) => `  ${word}!!\n`,
      (word: string) => `“${word}”`,
      (word: string) => `${word} 🙏`,
      (word: string) => `${word} please`,
      (word: string) => `${word}. Thank you`,
      (word: string) => `${word}, diolch yn fawr`,
      (word: string) => `\u200f${word}\u200f`,
      (word: string) => [...word].join('\u200b'),
      (word: string) => word.replaceAll("'", '\u2019'),
      (word: string) => word.replaceAll("'", ''),
      (word: string) =>
        word.replace(/[a-zA-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      (word: string) => word.normalize('NFD'),
    ];
    for (const { command, message } of all)
      for (const put of around)
        expect([put(message), commandOf(put(message))]).toEqual([put(message), command]);
  });

  test('in a table that is long', () => expect(all.length + answers.length).toBeGreaterThan(400));
});

describe('anything else is listened to', () => {
  test.each(answers)('%s', (message) => expect(commandOf(message)).toBeNull());
  test('nothing at all', () => expect(commandOf('')).toBeNull());
});

test('a long answer that only ends in a command word is an answer', () => {
  expect(commandOf(`${'The road is loud. '.repeat(30)} please stop`)).toBeNull();
});

describe.each(languages)('in %s', (language) => {
  const lists = phrasesByLanguage[language];

  test.each(commands)('%s has words of its own, and each of them is obeyed', (command) => {
    const words = phrases(lists[command]);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect([word, commandOf(word)]).toEqual([word, command]);
  });
});

/** At a consent "not me" and "peidio" are a no: the engine asks `yesOrNo` first there. */
const saysBoth = new Set(['not me', 'peidio']);

test('no word means two commands, in whatever languages, nor yes, no or done besides', () => {
  const seen = new Map<string, Command>();
  for (const lists of Object.values(phrasesByLanguage))
    for (const command of commands)
      for (const word of phrases(lists[command])) {
        expect([word, seen.get(word) ?? command]).toEqual([word, command]);
        seen.set(word, command);
        expect([word, isDone(word)]).toEqual([word, false]);
        if (!saysBoth.has(word)) expect([word, yesOrNo(word)]).toEqual([word, null]);
      }
});

test('what our own choices are called is no command', () => {
  const keys = ['yes', 'no', 'forgetYes', 'forgetNo', 'preferNot', 'finished'] as const;
  for (const language of languages)
    for (const key of keys) {
      const label = text(language, `resident.${key}`);
      expect([label, commandOf(label)]).toEqual([label, null]);
    }
});

test.each(['HELP', 'help!', 'Info please', 'CYMORTH, diolch', 'Proszę pomoc', 'সাহায্য', 'مدد', 'PERSON'])(
  '"%s" is a command and says nothing besides',
  (bare) => {
    expect(commandOf(bare)).not.toBeNull();
    expect(isSentence(bare)).toBe(false);
  },
);

test.each(['help me', 'I need help', 'dwi angen help', 'can I talk to a person'])(
  '"%s" may be what somebody wants to tell us',
  (sentence) => expect(isSentence(sentence)).toBe(true),
);

test.each(Object.entries(languageWords) as [Language, string][])(
  '%s is chosen by texting %s',
  (language, word) => {
    const command = commandOf(word);
    expect(command === null ? null : languageOfCommand(command)).toBe(language);
  },
);

test('what chooses no language says so', () => expect(languageOfCommand('stop')).toBeNull());

test('no text makes it fail or wait', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 450 }), (message) => {
      commandOf(message);
      isDone(message);
    }),
  );
});

test.each([
  `please ${'stop sending me these texts to me '.repeat(11)}`,
  `${'please can you i want to '.repeat(6)}delete`,
  `delete ${'all of the '.repeat(12)}my`,
  `don't use my words ${'on the page to anyone '.repeat(6)}x`,
  `ask me ${'on the next '.repeat(12)}x`,
  `plis ${'dwi eisiau '.repeat(12)}x`,
])('nor does one that is made to: %s', (hostile) => expect(commandOf(hostile)).toBeNull());
