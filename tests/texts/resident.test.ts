import { expect, test } from 'vitest';
import { languages } from '#domain/words.ts';
import { firstQuestionLength } from '#flow/first-text.ts';
import { segmentsOf } from '#flow/segments.ts';
import { residentTexts } from '#texts/resident.ts';
import { dateInWords, text } from '#texts/text.ts';

const keys = Object.keys(residentTexts) as (keyof typeof residentTexts)[];
const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
const filled = Object.fromEntries(
  keys.flatMap((key) => placeholders(residentTexts[key].en)).map((name) => [name, `<${name}>`]),
);
const all = keys.flatMap((key) => languages.map((language) => ({ key, language })));

test.each(all)(
  '$key in $language comes out whole, with nothing of the message syntax left',
  ({ key, language }) => {
    const said = text(language, key, filled);
    expect(said).not.toMatch(/[{}]|''|\u2019/);
    for (const name of placeholders(residentTexts[key].en)) expect(said).toContain(`<${name}>`);
  },
);

test.each(keys)('%s asks for the same details in both languages', (key) => {
  expect(placeholders(residentTexts[key].cy)).toEqual(placeholders(residentTexts[key].en));
});

test.each(keys)('%s fits the SMS alphabet in English', (key) => {
  expect(segmentsOf(text('en', key, filled)).forcedBy).toBeNull();
});

test.each(all)(
  '$key in $language has no link and never asks for YES or a word of the provider',
  ({ key, language }) => {
    const said = text(language, key, filled);
    expect(said).not.toMatch(/https?:|www\.|\.(uk|wales|cymru|com|org)\b/);
    expect(said).not.toMatch(/\b(YES|UNSTOP|CANCEL|END|QUIT|INFO)\b/);
  },
);

test.each(keys)('%s is short sentences in English', (key) => {
  for (const sentence of text('en', key, filled).split(/[.!?\n:;]\s*/))
    expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(16);
});

test('the first text in English fits two segments', () => {
  const first = text('en', 'resident.first', {
    organisation: 'O'.repeat(20),
    question: 'q'.repeat(firstQuestionLength),
    closes: dateInWords('en', new Date('2027-09-30T12:00:00Z')),
  });
  expect(segmentsOf(first).count).toBe(2);
});

test('the first text says what a first text must', () => {
  const first = text('en', 'resident.first', {
    organisation: 'Us',
    question: 'Tell me?',
    closes: '1 May 2027',
  });
  expect(first).toMatch(/^Us: Tell me\? Write as much as you like, until 1 May 2027\./);
  for (const must of [
    'Automatic',
    'staff read every answer, not straight away',
    'Call 999',
    'text price',
    'PRIVACY',
    'STOP',
  ])
    expect(first).toContain(must);
});

test('help begins with danger and a person', () => {
  expect(text('en', 'resident.help', filled)).toMatch(/^In danger\? Call 999\. To talk to us text PERSON\./);
  expect(text('cy', 'resident.help', filled)).toMatch(
    /^Mewn perygl\? Ffoniwch 999\. I siarad â ni, tecstiwch PERSON\./,
  );
});

test("a resident's own braces, quotes and tags come back as they went in", () => {
  const quote = `It's {odd} <b>"here"</b> 'now'`;
  expect(text('en', 'resident.quoteIntro', { quote })).toBe(`You told us: "${quote}"`);
});

test('a signpost promises neither secrecy nor rescue', () => {
  const said = text('en', 'resident.signpost', {
    cover: 'Monday to Friday',
    lines: 'In danger now: call 999.',
  });
  expect(said.indexOf('call 999')).toBeLessThan(said.indexOf('automatic reply'));
  expect(said).toContain('We have stopped our questions');
  expect(said).not.toMatch(/secret|confidential|private|help is on|will come|safe/i);
});
