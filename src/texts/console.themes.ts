import type { ConsoleLanguage } from '#domain/words.ts';

export const themesTexts = {
  'themes.title': { en: 'Themes', cy: 'Themâu' },
  'themes.consultations': { en: 'Consultations', cy: 'Ymgynghoriadau' },
  'themes.intro': {
    en: 'What {count, plural, one {# response is} other {# responses are}} about. Officers decide; the computer only suggests.',
    cy: 'Yr hyn y mae {count, plural, one {# ymateb} other {# ymateb}} yn sôn amdano. Swyddogion sy’n penderfynu; dim ond awgrymu y mae’r cyfrifiadur.',
  },
  'themes.empty': { en: 'There are no themes yet', cy: 'Nid oes themâu eto' },
  'themes.emptyText': {
    en: 'That is a good way to begin: listen first, then name what you hear.',
    cy: 'Mae hynny’n ffordd dda o ddechrau: gwrandewch yn gyntaf, yna enwch yr hyn a glywch.',
  },
  'themes.emptyRead': {
    en: 'Read what people have said, until the same things come up again.',
    cy: 'Darllenwch yr hyn y mae pobl wedi’i ddweud, nes bod yr un pethau’n codi eto.',
  },
  'themes.emptyAdd': {
    en: 'Add a theme for each, with a sentence that says what belongs to it. A few clear ones are better than many.',
    cy: 'Ychwanegwch thema ar gyfer pob un, gyda brawddeg sy’n dweud beth sy’n perthyn iddi. Mae ychydig o rai clir yn well na llawer.',
  },
  'themes.emptyLearn': {
    en: 'Give each theme to a few responses. After that it is suggested for others.',
    cy: 'Rhowch bob thema i ychydig o ymatebion. Wedi hynny caiff ei hawgrymu ar gyfer eraill.',
  },
  'themes.responses': {
    en: '{count, plural, =0 {There are none yet} one {Read # response} other {Read # responses}}',
    cy: '{count, plural, =0 {Nid oes dim eto} one {Darllen # ymateb} other {Darllen # ymateb}}',
  },
  'themes.accepted': {
    en: '{count, plural, one {# response accepted} other {# responses accepted}}',
    cy: '{count, plural, one {# ymateb wedi’i dderbyn} other {# ymateb wedi’u derbyn}}',
  },
  'themes.suggested': {
    en: '{count, plural, one {# suggestion waiting} other {# suggestions waiting}}',
    cy: '{count, plural, one {# awgrym yn aros} other {# awgrym yn aros}}',
  },
  'themes.people': {
    en: '{count, plural, one {from # person} other {from # people}}',
    cy: '{count, plural, one {gan # person} other {gan # o bobl}}',
  },
  'themes.notHeard': { en: 'Nobody has said this yet.', cy: 'Nid oes neb wedi dweud hyn eto.' },
  'themes.read': {
    en: '{count, plural, one {Read # response} other {Read # responses}}',
    cy: '{count, plural, one {Darllen # ymateb} other {Darllen # ymateb}}',
  },
  'themes.whole': { en: 'Read it whole', cy: 'Ei ddarllen yn gyfan' },
  'themes.noQuotes': {
    en: 'No quotes yet: nobody has accepted this theme for a response.',
    cy: 'Dim dyfyniadau eto: nid oes neb wedi derbyn y thema hon ar gyfer ymateb.',
  },
  'themes.noEvidence': {
    en: 'No quotes: this theme was given to whole responses, not to some of their words.',
    cy: 'Dim dyfyniadau: rhoddwyd y thema hon i ymatebion cyfan, nid i rai o’u geiriau.',
  },
  'themes.unthemed': { en: 'No theme', cy: 'Dim thema' },
  'themes.unthemedText': {
    en: 'No theme is suggested for these, or an officer gave them none. Some may need a theme, perhaps a new one; others say nothing that is one.',
    cy: 'Ni awgrymir thema ar gyfer y rhain, neu ni roddodd swyddog thema iddynt. Efallai bod angen thema ar rai, un newydd efallai; nid yw eraill yn dweud dim sy’n thema.',
  },
  'themes.unthemedNone': {
    en: 'Every response has a theme, or one is suggested for it.',
    cy: 'Mae gan bob ymateb thema, neu mae un wedi’i hawgrymu ar ei gyfer.',
  },
  'themes.readUnthemed': {
    en: '{count, plural, one {Read # response with no theme} other {Read # responses with no theme}}',
    cy: '{count, plural, one {Darllen # ymateb heb thema} other {Darllen # ymateb heb thema}}',
  },
  'themes.add': { en: 'Add a theme', cy: 'Ychwanegu thema' },
  'themes.addTitle': { en: 'Add a theme', cy: 'Ychwanegu thema' },
  'themes.addText': {
    en: 'Write it as something a person could say. Everyone can see the name on the public page.',
    cy: 'Ysgrifennwch hi fel rhywbeth y gallai person ei ddweud. Gall pawb weld yr enw ar y dudalen gyhoeddus.',
  },
  'themes.name': { en: 'Name', cy: 'Enw' },
  'themes.nameHint': { en: 'For example, “{example}”.', cy: 'Er enghraifft, “{example}”.' },
  // In the language that the field is for, whatever language the page is in.
  'themes.nameExample.en': { en: 'The buses stop too early', cy: 'The buses stop too early' },
  'themes.nameExample.cy': {
    en: 'Mae’r bysiau’n stopio’n rhy gynnar',
    cy: 'Mae’r bysiau’n stopio’n rhy gynnar',
  },
  'themes.definition': { en: 'What belongs to it', cy: 'Beth sy’n perthyn iddi' },
  'themes.definitionHint': {
    en: 'One or two sentences. Colleagues go by it, and so do the suggestions.',
    cy: 'Un neu ddwy frawddeg. Mae cydweithwyr yn dibynnu arni, a’r awgrymiadau hefyd.',
  },
  'themes.later': {
    en: 'You can leave it empty until it has been translated.',
    cy: 'Gallwch ei adael yn wag nes iddo gael ei gyfieithu.',
  },
  'themes.save': { en: 'Add theme', cy: 'Ychwanegu’r thema' },
  'themes.added': { en: 'The theme has been added', cy: 'Mae’r thema wedi’i hychwanegu' },
  'themes.nameMissing': { en: 'Enter a name', cy: 'Rhowch enw' },
  'themes.nameLong': {
    en: 'Name must be 80 characters or fewer',
    cy: 'Rhaid i’r enw fod yn 80 nod neu lai',
  },
  'themes.definitionMissing': {
    en: 'Enter what belongs to the theme',
    cy: 'Rhowch yr hyn sy’n perthyn i’r thema',
  },
  'themes.definitionLong': {
    en: 'What belongs to it must be 500 characters or fewer',
    cy: 'Rhaid i’r hyn sy’n perthyn iddi fod yn 500 nod neu lai',
  },
  /** Under every field that counts what is typed; the browser puts the number in. */
  'count.limit': {
    en: "You can enter up to %'{'count'}' characters",
    cy: "Gallwch roi hyd at %'{'count'}' nod",
  },
  'count.under.one': {
    en: "You have %'{'count'}' character remaining",
    cy: "Mae gennych %'{'count'}' nod ar ôl",
  },
  'count.under.other': {
    en: "You have %'{'count'}' characters remaining",
    cy: "Mae gennych %'{'count'}' nod ar ôl",
  },
  'count.at': { en: 'You have 0 characters remaining', cy: 'Mae gennych 0 nod ar ôl' },
  'count.over.one': {
    en: "You have %'{'count'}' character too many",
    cy: "Mae gennych %'{'count'}' nod yn ormod",
  },
  'count.over.other': {
    en: "You have %'{'count'}' characters too many",
    cy: "Mae gennych %'{'count'}' nod yn ormod",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
