import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '#domain/segments.ts';
import { consoleLanguages, type Language, languages } from '#domain/words.ts';
import { yesOrNo } from '#texts/answers.ts';
import { asCompared, phrases } from '#texts/as-compared.ts';
import { type Command, commandOf, languageWords, phrasesByLanguage } from '#texts/commands.ts';
import { isDone } from '#texts/done.ts';
import { easyTexts } from '#texts/resident.easy.ts';
import { type ResidentKey, residentTexts } from '#texts/resident.ts';
import { unreviewedTexts } from '#texts/resident.unreviewed.ts';
import { dateInWords, text } from '#texts/text.ts';

const keys = Object.keys(residentTexts) as ResidentKey[];

/** What a message asks for, and whether as a number: "count plural", "text". */
function asksFor(message: string): string[] {
  const names = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if ('options' in part) {
        names.add(`${part.value} plural`);
        for (const { value } of Object.values(part.options)) walk(value);
      } else if ('value' in part && part.type === 1) names.add(part.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

const written: { key: ResidentKey; language: Language; easy: boolean; message: string }[] = keys.flatMap(
  (key) => [
    ...consoleLanguages.map((language) => ({
      key,
      language,
      easy: false,
      message: residentTexts[key][language],
    })),
    ...(['pl', 'ro', 'bn', 'ur'] as const).map((language) => ({
      key,
      language,
      easy: false,
      message: unreviewedTexts[language][key],
    })),
    ...consoleLanguages.flatMap((language) => {
      const message = easyTexts[key]?.[language];
      return message === undefined ? [] : [{ key, language, easy: true, message }];
    }),
  ],
);

const said = ({ key, language, easy }: (typeof written)[number], count = 3) =>
  text(
    language,
    key,
    Object.fromEntries(
      asksFor(residentTexts[key].en).map((name) =>
        name.endsWith(' plural') ? [name.slice(0, -7), count] : [name, `<${name}>`],
      ),
    ),
    easy,
  );

/** The SMS network acts on these words alone, so they are the same in every language. */
const network: ReadonlySet<Command> = new Set<Command>(['stop', 'start']);

describe.each(written)('$key in $language (easy read: $easy)', (one) => {
  test('asks for the same details as in English', () => {
    expect(asksFor(one.message)).toEqual(asksFor(residentTexts[one.key].en));
  });

  test('comes out whole whatever is counted, with nothing of the message syntax left', () => {
    for (const count of [0, 1, 2, 5, 22, 100]) {
      const words = said(one, count);
      expect(words).not.toMatch(/[{}#]|''|\u2019|undefined/);
      for (const name of asksFor(one.message))
        if (!name.endsWith(' plural')) expect(words).toContain(`<${name}>`);
    }
  });

  test('has no link and never asks for YES or a word of the provider', () => {
    expect(said(one)).not.toMatch(/https?:|www\.|\.(uk|wales|cymru|com|org)\b/);
    expect(said(one)).not.toMatch(/\b(YES|UNSTOP|CANCEL|END|QUIT|INFO|REVOKE|OPTOUT)\b/);
  });

  test('names the numbers to call that English names', () => {
    for (const number of residentTexts[one.key].en.match(/\b999\b|\b0800 1111\b/g) ?? [])
      expect(said(one)).toContain(number);
  });

  test('asks for words that are commands, in its own language', () => {
    const known = ` ${asCompared(said(one))} `;
    for (const [word] of residentTexts[one.key].en.matchAll(/\b[A-Z]{3,}(?: [A-Z]{3,})*\b/g)) {
      const command = commandOf(word) as Command;
      expect([word, command]).not.toEqual([word, null]);
      const own = network.has(command)
        ? word
        : command === 'english'
          ? languageWords[one.language]
          : phrases(phrasesByLanguage[one.language][command])[0];
      expect(known).toContain(` ${asCompared(own ?? '')} `);
    }
  });
});

const english = written.filter(({ language }) => language === 'en');

describe.each(english)('$key in English (easy read: $easy)', (one) => {
  test('is in the SMS alphabet', () => expect(segmentsOf(said(one)).forcedBy).toBeNull());

  test('is short sentences', () => {
    for (const sentence of said(one).split(/[.!?\n:;]\s*/))
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(one.easy ? 12 : 16);
  });
});

test.each(['pl', 'ro', 'bn', 'ur'] as const)('counts in %s by its own plural forms', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const key of keys) {
    for (const [, options] of unreviewedTexts[language][key].matchAll(/, plural, ((?:[^{}]|\{[^{}]*\})*)\}/g))
      for (const form of forms) expect([key, options]).toEqual([key, expect.stringContaining(`${form} {`)]);
  }
});

test('Polish and Romanian count as they should', () => {
  const answers = (language: Language, count: number) =>
    text(language, 'resident.statusHeard', { count, read: 0 });
  expect(answers('pl', 1)).toContain('1 odpowiedź.');
  expect(answers('pl', 3)).toContain('3 odpowiedzi.');
  expect(answers('ro', 3)).toContain('3 răspunsuri.');
  expect(answers('ro', 21)).toContain('21 de răspunsuri.');
});

test('easy read is there for what matters, and is not the same words again', () => {
  for (const key of Object.keys(easyTexts) as ResidentKey[])
    for (const language of consoleLanguages)
      expect(easyTexts[key]?.[language]).not.toBe(residentTexts[key][language]);
  for (const key of [
    'first',
    'help',
    'who',
    'later',
    'reminder',
    'forgetAsk',
    'forgotten',
    'myData',
  ] as const)
    expect(easyTexts[`resident.${key}`]).toBeDefined();
});

test('where there is no easy variant the plain text is sent, and in English what is in no language', () => {
  expect(text('en', 'resident.easyOff', {}, true)).toBe(text('en', 'resident.easyOff'));
  expect(text('pl', 'resident.easyOff', {}, true)).toBe(text('pl', 'resident.easyOff'));
  expect(text('pl', 'themes.whole')).toBe(text('en', 'themes.whole'));
});

test.each(languages)('our own choices in %s are understood when they are typed', (language) => {
  expect(yesOrNo(text(language, 'resident.yes'))).toBe('yes');
  expect(yesOrNo(text(language, 'resident.no'))).toBe('no');
  expect(isDone(text(language, 'resident.finished'))).toBe(true);
  expect(commandOf(text(language, 'resident.skip'))).toBe('skip');
});

const longest = (easy: boolean) =>
  text(
    'en',
    'resident.first',
    {
      organisation: 'O'.repeat(20),
      question: 'q'.repeat(90),
      closes: dateInWords('en', new Date('2027-09-30T12:00:00Z')),
      price: `${text('en', 'resident.price')} `,
    },
    easy,
  );

test('the first text in English fits two segments, by SMS too', () => {
  expect(segmentsOf(longest(false)).count).toBe(2);
  expect(segmentsOf(longest(true)).count).toBe(2);
});

test('the first text says what a first text must, and its price only by SMS', () => {
  const details = { organisation: 'Us', question: 'Tell me?', closes: '1 May 2027' };
  const first = text('en', 'resident.first', { ...details, price: '' });
  expect(first).toMatch(/^Us: Tell me\? Write as much as you like, until 1 May 2027\./);
  for (const must of ['Automatic', 'staff read every answer, not straight away', 'Call 999. PRIVACY', 'STOP'])
    expect(first).toContain(must);
  expect(first).not.toContain('price');
  expect(longest(false)).toContain('Call 999. Usual text price. PRIVACY');
});

test('help begins with danger and a person', () => {
  const help = (language: Language) => text(language, 'resident.help', { organisation: 'Us' });
  expect(help('en')).toMatch(/^In danger\? Call 999\. To talk to us text PERSON\./);
  expect(help('cy')).toMatch(/^Mewn perygl\? Ffoniwch 999\. I siarad â ni, tecstiwch PERSON\./);
});

test('WHO says who, that it is automatic, and how to check', () => {
  expect(text('en', 'resident.who', { organisation: 'Us' })).toBe(
    'Automatic texts from Us. Staff read every answer. To check, ring the number on our website.',
  );
});

test("a resident's own braces, quotes and tags come back as they went in", () => {
  const quote = `It's {odd} <b>"here"</b> 'now'`;
  expect(text('en', 'resident.quoteIntro', { quote })).toBe(`You told us: "${quote}"`);
});

test('a signpost promises neither secrecy nor rescue, and nor does what a child reads', () => {
  const signpost = text('en', 'resident.signpost', {
    cover: 'Monday to Friday',
    lines: 'In danger now: call 999.',
  });
  expect(signpost.indexOf('call 999')).toBeLessThan(signpost.indexOf('automatic reply'));
  expect(signpost).toContain('We have stopped our questions');
  for (const words of [signpost, text('en', 'resident.child')])
    expect(words).not.toMatch(/secret|confidential|private|help is on|will come|safe|not show/i);
  expect(segmentsOf(text('en', 'resident.child')).count).toBeLessThanOrEqual(2);
});

test('Urdu is written from right to left and names its commands in its own letters', () => {
  for (const key of keys) {
    if (key !== 'resident.numbered') expect(text('ur', key, filled(key))).toMatch(/\p{Script=Arabic}/u);
  }
});

function filled(key: ResidentKey): Record<string, string | number> {
  return Object.fromEntries(
    asksFor(residentTexts[key].en).map((name) =>
      name.endsWith(' plural') ? [name.slice(0, -7), 1] : [name, 'x'],
    ),
  );
}
