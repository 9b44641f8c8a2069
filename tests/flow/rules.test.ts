import { describe, expect, test } from 'vitest';
import { lintFlow } from '#flow/lint/lint.ts';
import { rules } from '#flow/lint/rules.ts';
import { exemplary } from './exemplary-flow.ts';

type Change = (source: string) => string;

const put =
  (from: string, to: string): Change =>
  (source) => {
    if (!source.includes(from)) throw new Error(`The exemplary flow has no "${from}".`);
    return source.replace(from, () => to);
  };
const both =
  (...changes: Change[]): Change =>
  (source) =>
    changes.reduce((changed, change) => change(changed), source);
const asks = (en: string) => put('Tell us about the bus.', en);
const asksInWelsh = (cy: string) => put('Dywedwch wrthym am y bws.', cy);
const first = (en: string) => put('Tell us about the park. What is it like for you?', en);
const thanks = (en: string) => put('Thank you. Staff will read every word.', en);
const notice = (words: string) => put('We use what you tell us to look after the park.', words);
const inPolish = put('languages: [en, cy]', 'languages: [en, cy, pl]');
const choices = (count: number) =>
  put(
    '      # more',
    Array.from(
      { length: count - 2 },
      (_, i) => `      - { id: c${i}, label: { en: Way ${i}, cy: Ffordd ${i} } }`,
    ).join('\n'),
  );
const themes = (count: number) =>
  put(
    'steps:\n',
    Array.from(
      { length: count - 2 },
      (_, i) =>
        `  - id: t${i}\n    name: { en: Theme ${i}, cy: Thema ${i} }\n    definition: { en: What belongs to ${i}., cy: Yr hyn sy'n perthyn i ${i}. }\n    examples: { en: [Said ${i}], cy: [Dywedodd ${i}] }\n`,
    )
      .join('')
      .concat('steps:\n'),
  );

/** For each rule: what breaks it, and what comes close and does not. */
const table: Record<string, { breaks: Change[]; keeps: Change[] }> = {
  'not-yaml': { breaks: [put('id: park', 'id: "park')], keeps: [put('id: park', 'id: "park"')] },
  'missing-part': { breaks: [put('nation: wales\n', '')], keeps: [put('ages: { from: 13 }\n', '')] },
  'unknown-part': { breaks: [put('quoteBack', 'quoteback')], keeps: [put('quoteBack: true\n', '')] },
  'wrong-value': {
    breaks: [put('nation: wales', 'nation: mercia')],
    keeps: [put('nation: wales', 'nation: england')],
  },
  'empty-text': { breaks: [asks("''")], keeps: [asks('Tell us.')] },
  'notice-missing': {
    breaks: [(source) => source.replace(/privacy:[\s\S]*?quoteBack/, 'quoteBack')],
    keeps: [],
  },
  'cover-missing': { breaks: [(source) => source.replace(/cover:.*\n/, '')], keeps: [] },
  'frame-missing': { breaks: [(source) => source.replace(/ {2}cannotChange:.*\n/, '')], keeps: [] },
  'theme-without-definition': {
    breaks: [(source) => source.replace(/ {4}definition:.*\n/, '')],
    keeps: [(source) => source.replace(/codebook:[\s\S]*?steps:/, 'codebook: []\nsteps:')],
  },
  'repeated-id': { breaks: [put('id: last', 'id: bus')], keeps: [put('id: last', 'id: bus-2')] },
  'unknown-step': {
    breaks: [put('else: missing', 'else: gone')],
    keeps: [put('else: missing', 'else: last')],
  },
  'reserved-id': {
    breaks: [put('id: last', 'id: held'), put('id: park', 'id: follow-up')],
    keeps: [put('id: last', 'id: hold')],
  },
  'first-step-not-open': {
    breaks: [put('steps:\n', 'steps:\n  - { kind: say, id: hi, text: { en: Hello, cy: Helo } }\n')],
    keeps: [],
  },
  'unreachable-step': { breaks: [put('cases: { ride: bus }', 'cases: { ride: missing }')], keeps: [] },
  'leads-nowhere': { breaks: [put('kind: end', 'kind: say')], keeps: [] },
  'silent-circle': {
    breaks: [
      put("text: { en: That was all., cy: Dyna'r cyfan. }", 'text: { en: All., cy: Oll. }\n    next: bye'),
    ],
    keeps: [put('# bus goes on', 'next: how')],
  },
  endless: { breaks: [put('# bus goes on', 'next: bus')], keeps: [put('# bus goes on', 'next: how')] },
  'branch-on-no-choice': { breaks: [put('on: how', 'on: first'), put('on: how', 'on: age')], keeps: [] },
  'unknown-case': {
    breaks: [put('{ ride: bus }', '{ rode: bus }')],
    keeps: [put('{ ride: bus }', '{ walk: bus }')],
  },
  'branch-before-its-choice': {
    breaks: [put('cael ei wneud? }', 'cael ei wneud? }\n    next: by-how')],
    keeps: [put('cael ei wneud? }', 'cael ei wneud? }\n    next: how')],
  },
  'missing-translation': {
    breaks: [
      put('      cy: Dywedwch wrthym am y bws.\n', ''),
      put(
        '    examples: { en: [I lost a boot.]',
        '    excludes: { en: Puddles }\n    examples: { en: [I lost a boot.]',
      ),
      both(inPolish, put('reviewed: [en, cy]', 'reviewed: [en, cy, pl]')),
    ],
    keeps: [
      put(
        '    examples: { en: [I lost a boot.]',
        '    includes: { en: Puddles, cy: Pyllau }\n    examples: { en: [I lost a boot.]',
      ),
    ],
  },
  'first-language-unreviewed': {
    breaks: [put('reviewed: [en, cy]', 'reviewed: [cy]')],
    keeps: [
      both(put('languages: [en, cy]', 'languages: [cy, en]'), put('reviewed: [en, cy]', 'reviewed: [cy]')),
    ],
  },
  'unreviewed-notice-consent-care': {
    breaks: [
      both(inPolish, put('cover: {', "cover: { pl: 'Od 9 do 17',")),
      both(inPolish, put('ask: { en: Shall we', 'ask: { pl: Czy mamy napisać?, en: Shall we')),
      both(inPolish, put('why: {', 'why: { pl: Aby wiedzieć.,')),
      both(inPolish, put('privacy:\n', 'privacy:\n  pl: Czytamy.\n')),
    ],
    keeps: [both(inPolish, put('ask: # bus', 'ask: # bus\n      pl: Opowiedz o autobusie.'))],
  },
  'easy-without-plain': {
    breaks: [put('      en: Tell us about the bus.', '      en-easy: Tell us about the bus.')],
    keeps: [
      put(
        '      en: Tell us about the bus.',
        '      en: Tell us about the bus.\n      en-easy: What is the bus like?',
      ),
    ],
  },
  'unknown-placeholder': {
    breaks: [thanks('Thank you, {name}.'), thanks('Thank you, <name>.'), thanks('Hello [name].')],
    keeps: [thanks('Thank you (all).')],
  },
  'unfinished-text': {
    breaks: [thanks('TODO'), thanks('We decide by TBC.')],
    keeps: [thanks('We have a lot to do.')],
  },
  'link-in-first-text': {
    breaks: [first('Tell us at www.example.org')],
    keeps: [first('Tell us about it. We listen.')],
  },
  'keyword-without-letter': {
    breaks: [put('en: [park]', "en: ['1']")],
    keeps: [put('en: [park]', 'en: [park1]')],
  },
  'reserved-keyword': {
    breaks: [put('en: [park]', 'en: [Help!]')],
    keeps: [put('en: [park]', 'en: [help park]')],
  },
  'repeated-keyword': {
    breaks: [put('en: [park]', 'en: [park, PARK]')],
    keeps: [put('en: [park]', 'en: [park, parks]')],
  },
  'reserved-answer': {
    breaks: [put('On foot', 'Yes'), put('Ar droed', 'Cymorth'), put('50 or over', 'End')],
    keeps: [put('On foot', 'Yes, on foot')],
  },
  'same-answers': {
    breaks: [put('On foot', 'BY BUS'), put('50 or over', 'under 50!')],
    keeps: [put('On foot', 'By bus 2')],
  },
  'asks-for-a-provider-word': {
    breaks: [
      thanks('Text YES to go on.'),
      thanks('To leave reply with END.'),
      thanks('Reply yes to hear more.'),
    ],
    keeps: [thanks('Text STOP to stop.'), thanks('In the end we answer yes or no.')],
  },
  'first-text-too-long': {
    breaks: [first(`Tell us ${'all '.repeat(25)}`)],
    keeps: [first('a'.repeat(89).concat('?'))],
  },
  'costly-first-text': {
    breaks: [first('Tell us what’s it like.')],
    keeps: [first("Tell us what it's like.")],
  },
  'no-cover-hours': {
    breaks: [put('Monday to Friday, 9am to 5pm', 'When we can')],
    keeps: [put('9am to 5pm', '24 hours')],
  },
  'closes-before-it-opens': { breaks: [put('closes: 2027-12-31', 'closes: 2025-12-31')], keeps: [] },
  'hold-backwards': {
    breaks: [put('until: 2027-05-06', 'until: 2027-03-06')],
    keeps: [put('until: 2027-05-06', 'until: 2027-04-01')],
  },
  'repeated-theme': { breaks: [put('id: muddy', 'id: dark')], keeps: [] },
  'closed-question': {
    breaks: [
      asks('Do you use the bus?'),
      asks('When you travel, is the bus on time?'),
      asks('Tell us if you use the bus.'),
      asksInWelsh("Dywedwch wrthym os ydych yn defnyddio'r bws."),
      asks('Tell us about the bus. Have you been late because of it?'),
      asksInWelsh("Ydych chi'n defnyddio'r bws?"),
      asksInWelsh('Oes bws yno?'),
      put('Tell us a little more.', 'Would you say more?'),
    ],
    keeps: [
      asks('What do you do on the bus?'),
      asks('What, if anything, would you change?'),
      asks('How was the bus today?'),
      asksInWelsh("Sut mae'r bws?"),
      put('How do you get there?', 'Do you get there at all?'),
    ],
  },
  'leading-question': {
    breaks: [
      asks("Why don't you take the bus?"),
      asks('How much better is the new bus?'),
      asks('What problems have you had with the bus?'),
      asks('Tell us why you agree that buses are good.'),
      asks('What do you like about our excellent bus?'),
      asks("Isn't it a nice bus? What is it like?"),
      put('How do you get there?', 'How happy are you with the bus?'),
      asksInWelsh('Pa mor hapus ydych chi?'),
    ],
    keeps: [asks('How often do you take the bus?'), asks('What makes a bus better or worse for you?')],
  },
  'double-question': {
    breaks: [
      asks('What is the bus like? Who drives the train?'),
      asks('Tell us about the bus and what do you do on Sundays?'),
      asks('What do you think of the buses and the library?'),
      asks('Tell us about the bus. What is good? What is bad?'),
      asksInWelsh("Sut mae'r bws? Pwy sy'n gyrru'r trên?"),
    ],
    keeps: [
      asks('Tell us about the bus. What makes it easy or hard?'),
      asks('Tell us one thing that you would change, and why.'),
      asks('What works there and what does not?'),
      asks('What keeps you away, and what might bring you back?'),
      put(
        '      en: Tell us about the bus.',
        '      en: Tell us about the bus.\n      en-easy: Tell us about the bus. What is good? What is bad?',
      ),
    ],
  },
  'no-question': {
    breaks: [asks('The bus.')],
    keeps: [asks('What about the bus?'), asks('Describe the bus.')],
  },
  'long-question': { breaks: [asks(`Tell us about ${'it. And '.repeat(20)}`)], keeps: [] },
  'asks-who-they-are': {
    breaks: [
      asks('Tell us your name.'),
      asks('What is your full postcode?'),
      asksInWelsh('Beth yw eich cyfeiriad?'),
    ],
    keeps: [
      asks('Tell us about your street.'),
      put('May we show your words to others?', 'May we show your words without your name?'),
    ],
  },
  'asks-for-details-of-others': {
    breaks: [put('how we could reach them', 'their phone numbers')],
    keeps: [put('how we could reach them', 'where to find them')],
  },
  jargon: {
    breaks: [
      thanks('We thank all stakeholders.'),
      thanks('Going forward we will co-produce it.'),
      asks('Tell us about active travel.'),
      put('Diolch. Bydd', 'Diolch i randdeiliaid. Bydd'),
    ],
    keeps: [thanks('We thank everyone who took part.'), thanks('Staff will go forward by bus.')],
  },
  'reading-age': {
    breaks: [
      thanks(
        'Following consideration of representations received during the period of public participation, recommendations will subsequently be presented to the appropriate committee for determination in accordance with established procedures.',
      ),
    ],
    keeps: [
      thanks(
        'Thank you for your time. Staff will read every word. We will tell the people who decide what you said. You can text us more at any time you like.',
      ),
    ],
  },
  'hard-words': {
    breaks: [asks('Tell us about accessibility, biodiversity and affordability.')],
    keeps: [asks('Tell us about the bicycle, the library and the hospital.')],
  },
  'long-sentence': {
    breaks: [
      thanks(`Thank you ${'and thank you '.repeat(10)}.`),
      put('Bydd staff yn darllen pob gair', 'a diolch '.repeat(14)),
    ],
    keeps: [],
  },
  'never-asks-to-hear-back': { breaks: [put('consent: hearBack', 'consent: quote')], keeps: [] },
  'hear-back-asked-late': {
    breaks: [
      both(
        put('consent: hearBack', 'consent: quote'),
        put('id: quote\n    consent: quote', 'id: quote\n    consent: hearBack'),
      ),
    ],
    keeps: [],
  },
  'quoting-asked-early': { breaks: [put('consent: hearBack', 'consent: quote')], keeps: [] },
  'consent-asked-twice': {
    breaks: [put('id: quote\n    consent: quote', 'id: quote\n    consent: hearBack')],
    keeps: [],
  },
  'equality-before-questions': {
    breaks: [
      put(
        '  - kind: whoElse',
        '  - kind: equality\n    id: early\n    why: { en: To know., cy: I wybod. }\n    ask: { en: How old are you?, cy: Faint yw eich oed? }\n    choices:\n      - { id: a, label: { en: Under 9, cy: O dan 9 } }\n      - { id: b, label: { en: Over 9, cy: Dros 9 } }\n  - kind: whoElse',
      ),
    ],
    keeps: [],
  },
  'second-rather-not-say': {
    breaks: [put('50 or over', 'Prefer not to say')],
    keeps: [put('50 or over', 'Older')],
  },
  'no-last-question': {
    breaks: [put('Last question. What should we have asked?', 'Tell us about the ducks.')].map((change) =>
      both(change, put("Cwestiwn olaf. Beth ddylem ni fod wedi'i ofyn?", 'Dywedwch am yr hwyaid.')),
    ),
    keeps: [put('What should we have asked?', 'What did we forget to ask?')],
  },
  'too-many-questions': {
    breaks: [
      put(
        '  - kind: whoElse',
        Array.from(
          { length: 8 },
          (_, i) =>
            `  - kind: open\n    id: q${i}\n    ask: { en: Tell us more., cy: Dywedwch fwy. }\n    topic: { en: more, cy: fwy }\n`,
        )
          .join('')
          .concat('  - kind: whoElse'),
      ),
    ],
    keeps: [],
  },
  'no-notice': {
    breaks: [
      (source) =>
        source.replace(
          /privacy:[\s\S]*?quoteBack/,
          'privacy: { en: We are kind., cy: Rydym yn garedig. }\nquoteBack',
        ),
    ],
    keeps: [],
  },
  'no-way-to-stop': { breaks: [put(' STOP stops this.', '')], keeps: [] },
  'notice-without-rights': {
    breaks: [both(put('We delete them', 'They go'), put('To see or delete yours', 'For yours'))],
    keeps: [],
  },
  'notice-without-an-end': {
    breaks: [put('after 2 years', 'then')],
    keeps: [put('after 2 years', 'after 6 months')],
  },
  'notice-without-complaint': { breaks: [put('To complain, ring', 'There is')], keeps: [] },
  'notice-without-computer': {
    breaks: [put('A computer helps to sort answers and a person checks them.', '')],
    keeps: [],
  },
  'notice-without-residents': {
    breaks: [put('quoteBack: ', 'residentReviewers: true\nquoteBack: ')],
    keeps: [
      both(
        put('quoteBack: ', 'residentReviewers: true\nquoteBack: '),
        notice('Some residents help us to read it, without names or numbers.'),
        put('i ofalu am y parc.', "i ofalu am y parc. Mae rhai preswylwyr yn helpu i'w darllen."),
      ),
    ],
  },
  'promise-of-secrecy': {
    breaks: [
      thanks('Your answers are confidential.'),
      notice('It is anonymous.'),
      put('Dywedwch ychydig mwy.', 'Mae hyn yn gyfrinachol. Dywedwch fwy yn cyfrinachol.'),
    ],
    keeps: [thanks('We show no names or numbers.')],
  },
  'hasty-reminder': {
    breaks: [put('reminders: [7]', 'reminders: [1]')],
    keeps: [put('reminders: [7]', 'reminders: []')],
  },
  'young-consent': {
    breaks: [both(put('from: 13', 'from: 10'), put('public task', 'consent'))],
    keeps: [put('from: 13', 'from: 10'), put('public task', 'consent')],
  },
  'unreviewed-language': { breaks: [inPolish], keeps: [] },
  'language-not-offered': { breaks: [thanks('Thank you.\n      pl: Dziękujemy.')], keeps: [] },
  'easy-read-with-gaps': {
    breaks: [
      put(
        '      en: Tell us about the bus.',
        '      en: Tell us about the bus.\n      en-easy: What is the bus like?',
      ),
    ],
    keeps: [],
  },
  'easy-read-the-same': {
    breaks: [
      put(
        '      en: Tell us about the bus.',
        '      en: Tell us about the bus.\n      en-easy: Tell us about the bus!',
      ),
    ],
    keeps: [
      put(
        '      en: Tell us about the bus.',
        '      en: Tell us about the bus.\n      en-easy: What is the bus like?',
      ),
    ],
  },
  'no-keyword': { breaks: [put(', cy: [parc]', '')], keeps: [] },
  'unknown-command': {
    breaks: [thanks('To go on text BANANA.')],
    keeps: [thanks('To go on text PARK.'), thanks('To rest text LATER.')],
  },
  'link-in-text': {
    breaks: [thanks('See www.example.org for more.')],
    keeps: [thanks('Look for us.Thank you.')],
  },
  'costly-character': {
    breaks: [
      thanks('Thank you – all of you.'),
      thanks('Thank you 👍'),
      put('Bydd staff yn darllen pob gair', 'Bydd staff yn “darllen” pob gair'),
    ],
    keeps: [put('Diolch. Bydd staff', 'Diolch am y dŵr. Bydd staff'), thanks("Thank you - it's a pleasure.")],
  },
  'too-many-segments': {
    breaks: [thanks('Thank you. '.repeat(45)), notice('We use it. '.repeat(80))],
    keeps: [thanks('Thank you. '.repeat(40)), put('Diolch. Bydd', 'Diolch. '.repeat(90).concat('Bydd'))],
  },
  'too-many-buttons': { breaks: [choices(7), choices(9)], keeps: [choices(6)] },
  'long-answer': {
    breaks: [put('On foot', 'On foot or in a wheelchair or on a scooter')],
    keeps: [put('On foot', 'On foot or in a wheelchair')],
  },
  'too-many-themes': { breaks: [themes(16)], keeps: [themes(15)] },
  'thin-definition': { breaks: [put('There is not enough light there.', 'Not light.')], keeps: [] },
  'theme-without-examples': {
    breaks: [put('    examples: { en: [I lost a boot.], cy: [Collais esgid.] }\n', '')],
    keeps: [],
  },
  'theme-without-stance': {
    breaks: [put('It is muddy', 'The mud'), put('It is muddy', 'Mud and puddles')],
    keeps: [put('It is muddy', 'Too muddy'), put('It is muddy', 'Mud puts people off')],
  },
  'same-theme-names': { breaks: [put('It is muddy', 'it is dark!')], keeps: [] },
  'example-of-two-themes': { breaks: [put('I lost a boot.', 'Pitch black by five')], keeps: [] },
  'idle-waiver': {
    breaks: [
      put('      # more', '      # fine: too-many-buttons, there are few'),
      put('      # more', '      # fine: whatever'),
    ],
    keeps: [
      both(
        choices(7),
        put(
          '    choices:\n      - { id: ride',
          '    # fine: too-many-buttons, numbers will do\n    choices:\n      - { id: ride',
        ),
      ),
    ],
  },
};

const told = (source: string) => {
  const { errors, warnings } = lintFlow(source, 'flows/x.yaml');
  return [...errors, ...warnings];
};
const rulesIn = (source: string) => told(source).map(({ rule }) => rule);
/** What only a folder can break: tests/flow/load.test.ts. */
const ofFolders = ['same-flow-id', 'same-keyword', 'no-flow'];

test('the exemplary flow breaks no rule', () => expect(told(exemplary)).toEqual([]));

test('there are at least 30 rules, each with an id of its own, a sentence and a fix', () => {
  expect(rules.length).toBeGreaterThanOrEqual(30);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, sentence, fix } of rules) {
    expect(id).toMatch(/^[a-z][a-z-]+$/);
    expect(sentence).toMatch(/^[A-Z"“].*[.]$/);
    expect(fix.length).toBeGreaterThan(4);
  }
});

test('every rule has an example that breaks it', () => {
  const shown = Object.entries(table).filter(([, { breaks }]) => breaks.length > 0);
  expect([...shown.map(([id]) => id), ...ofFolders].sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe.each(Object.entries(table))('%s', (id, { breaks, keeps }) => {
  test.each(breaks.map((change) => [change]))('is broken, with its line and a fix: example %#', (change) => {
    const found = told(change(exemplary)).filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { line, what, fix, level } of found) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(what).not.toBe('');
      expect(fix).not.toBe('');
      expect(level).toBe(rules.find((rule) => rule.id === id)?.level);
    }
  });
  test.each(keeps.map((change) => [change]))('is kept: example %#', (change) => {
    expect(rulesIn(change(exemplary))).not.toContain(id);
  });
});
