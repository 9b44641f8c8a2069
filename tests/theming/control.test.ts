import { expect, test } from 'vitest';
import { controlCodes, languages } from '#domain/words.ts';
import { controlCodesIn } from '#theming/control/detect.ts';
import { corpus, halves } from './control-corpus/corpus.ts';

const codesOf = (text: string) => [...new Set(controlCodesIn(text).map(({ code }) => code))].sort();
const spansOf = (text: string) =>
  controlCodesIn(text).map(({ code, start, end }) => [code, text.slice(start, end)]);

/** What is really reached, rounded down: a change to the phrases that loses ground must say so here. */
const floors = {
  tuning: { precision: 0.99, recall: 0.99 },
  heldOut: { precision: 0.98, recall: 0.96 },
};

test('the corpus has over 400 messages in six languages, of every code, and traps', () => {
  const all = corpus();
  expect(all.length).toBeGreaterThanOrEqual(400);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  for (const half of halves) {
    const of = all.filter((message) => message.half === half);
    expect(new Set(of.map(({ language }) => language))).toEqual(new Set(languages));
    expect(new Set(of.flatMap(({ codes }) => [...codes]))).toEqual(new Set(controlCodes));
    expect(of.filter(({ codes }) => codes.size === 0).length / of.length).toBeGreaterThan(0.15);
  }
});

test.each(halves)('control codes keep their precision and recall on %s', (half) => {
  const pairs = corpus()
    .filter((message) => message.half === half)
    .flatMap(({ text, codes }) => {
      const found = new Set(controlCodesIn(text).map(({ code }) => code));
      return controlCodes.map((code) => ({ said: codes.has(code), found: found.has(code) }));
    });
  const right = pairs.filter(({ said, found }) => said && found).length;
  expect(right / pairs.filter(({ found }) => found).length).toBeGreaterThanOrEqual(floors[half].precision);
  expect(right / pairs.filter(({ said }) => said).length).toBeGreaterThanOrEqual(floors[half].recall);
});

test('evidence is the sentence that says it, word for word, in a message that says more', () => {
  const text =
    'Thanks for asking \u{1f600}, but the buses are late!  When will the 9 be back? I\u2019d be happy to help.';
  expect(spansOf(text)).toEqual([
    ['gratitude', 'Thanks for asking \u{1f600}, but the buses are late!'],
    ['question', 'When will the 9 be back?'],
    ['offer', 'I\u2019d be happy to help.'],
  ]);
});

test('every span is a piece of the text without blank edges', () => {
  for (const { text } of corpus())
    for (const { start, end } of controlCodesIn(`  ${text}\n`)) {
      const said = `  ${text}\n`.slice(start, end);
      expect(said).not.toBe('');
      expect(said).toBe(said.trim());
    }
});

test.each([
  ['why would anyone walk there?', []],
  ['when will the library reopen?', ['question']],
  ['can you tell me who to call?', ['question']],
  ['can someone call me?', ['needsPerson']],
  ['I wrote three weeks ago and heard nothing', ['chasing']],
  ['the street light outside 14 is out, please fix it', ['repair']],
  ['More street lights along the river', []],
  ['I\u2019d be happy to volunteer', ['offer']],
  ['Id be hapy to voluntear', []],
  ['im happy to voluntear', ['offer']],
  ['thnx', ['gratitude']],
  ['Thanks for nothing', []],
  ['who gave you my number', ['complaint']],
  ['', []],
  ['?', ['notAnAnswer']],
  ['asdf', ['notAnAnswer']],
  ['\u{1f44d}', ['notAnAnswer']],
  ['dont know sorry', ['notAnAnswer']],
  ['I don\u2019t know why they shut the baths', []],
  ['don\u2019t know, maybe more buses', []],
])('"%s" is %j', (text, codes) => {
  expect(codesOf(text)).toEqual(codes);
});

test('a complaint says whether it is about somebody or about data', () => {
  const detailOf = (text: string) => controlCodesIn(text).find(({ code }) => code === 'complaint')?.detail;
  expect(detailOf('I want to complain about your service')).toBeNull();
  expect(detailOf('Sandra in parking services lied to me about the permit')).toBe('person');
  expect(detailOf('The woman on reception at the housing office was rude to me')).toBe('person');
  expect(detailOf('I am making a subject access request')).toBe('dataProtection');
});

test('the longest message is read at once', () => {
  const text = 'I wrote three weeks ago and heard nothing. '.repeat(500);
  const before = performance.now();
  expect(controlCodesIn(text).length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(2000);
});

test.each([
  'Wrong number',
  'sorry wrong person! meant for my sister. see you saturday',
  'Oops so sorry wrong chat',
  'I think you have the wrong number',
  'rhif anghywir sori',
  'Sorry, pomyłka',
  'Scuze, număr greșit',
  'معذرت غلط نمبر',
  'দুঃখিত, ভুল নম্বর',
])('what was meant for somebody else answers nothing: %s', (text) => {
  expect(spansOf(text)).toEqual([['notAnAnswer', text]]);
});

test.each([
  'Wrong number of bins were delivered',
  'They put the wrong number on our door',
  'It was meant for the children but teenagers use it',
  'The bins on our street are never emptied\nSorry wrong chat',
  'Sorry wrong chat\nThe bins on our street are never emptied',
  'This playground is meant for my kids, but teens use it',
  'You have the wrong number of bins for our flats',
  'Wrong person for the job. He swore at my mum',
  'You have the wrong person! Dave at housing was rude to me',
  'Streetlight out on Mill Lane, when will it be fixed?\nOops wrong person',
  'The wrong person got the job of mending it and the whole path has been shut since the spring, they never came back',
])('a remark about what is wrong is an answer: %s', (text) => {
  expect(codesOf(text)).not.toContain('notAnAnswer');
});

test.each(["Na, mae'n dal wedi torri", 'Mae dal heb ei drwsio'])(
  'what is still broken is a repair: %s',
  (text) => {
    expect(codesOf(text)).toEqual(['repair']);
  },
);
