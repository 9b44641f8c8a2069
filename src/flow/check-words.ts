import { normalise } from '#domain/normalise.ts';
import { type Language, type Localised, voices } from '#domain/words.ts';
import { type Finding, named } from './problems.ts';
import { reservedWords } from './reserved.ts';
import type { Flow } from './schema.ts';
import { segmentsOf } from './segments.ts';

/**
 * What is left for the first question when the first text (texts/resident.ts) names an organisation in 20
 * characters and a date in 17, and still fits two SMS segments of 153.
 */
export const firstQuestionLength = 90;

/** Whether the words can be said: every language has them, they fit, and none is a word that does something else. */
export function checkWords(flow: Flow): Finding[] {
  return [
    ...translations(flow),
    ...notice(flow),
    ...dates(flow),
    ...keywords(flow),
    ...labels(flow),
    ...doubleThemes(flow),
  ];
}

function translations(flow: Flow): Finding[] {
  return [...localisedIn(flow, [])].flatMap(({ path, texts }) =>
    flow.languages.flatMap((language) =>
      texts[language] === undefined
        ? [
            {
              path,
              what: `${named(path)} has no text in ${language}`,
              fix: `add ${language}: "..." below it`,
            },
          ]
        : texts[language].match(/[{}]/)
          ? [
              {
                path: [...path, language],
                what: 'curly brackets would be sent as they stand',
                fix: 'write the words that residents should read',
              },
            ]
          : [],
    ),
  );
}

const byVoice: readonly string[] = voices;

function* localisedIn(
  value: unknown,
  path: PropertyKey[],
): Generator<{ path: PropertyKey[]; texts: Localised }> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (!Array.isArray(value) && entries.length > 0 && entries.every(([key]) => byVoice.includes(key))) {
    if (entries.every(([, text]) => typeof text === 'string')) yield { path, texts: value as Localised };
    return;
  }
  for (const [key, inner] of entries)
    yield* localisedIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Welsh is never failed for what its circumflexes cost. */
function notice(flow: Flow): Finding[] {
  const first = flow.steps[0];
  if (first?.kind !== 'open' || first.ask.en === undefined) return [];
  const { length, forcedBy } = segmentsOf(first.ask.en);
  const path = ['steps', 0, 'ask', 'en'];
  if (forcedBy !== null)
    return [
      {
        path,
        what: `the character ${forcedBy} makes the first text cost more than twice as much`,
        fix: 'use straight quotes and plain hyphens',
      },
    ];
  return length <= firstQuestionLength
    ? []
    : [
        {
          path,
          what: `the first question is ${length} characters, so the first text does not fit two SMS`,
          fix: `shorten it to ${firstQuestionLength}`,
        },
      ];
}

function dates({ frame }: Flow): Finding[] {
  if (frame.opens < frame.closes) return [];
  return [
    {
      path: ['frame', 'closes'],
      what: 'it closes before it has opened',
      fix: `write a date after ${frame.opens}`,
    },
  ];
}

function keywords(flow: Flow): Finding[] {
  const seen = new Set<string>();
  return keywordsOf(flow).flatMap(({ path, word }): Finding[] => {
    const first = !seen.has(word);
    seen.add(word);
    if (!/\p{L}/u.test(word))
      return [
        { path, what: 'a keyword needs at least one letter', fix: 'numbers answer choices: write a word' },
      ];
    if (reservedWords.has(word)) return [reserved(path, word, 'keyword')];
    return first ? [] : [{ path, what: `the keyword "${word}" is there twice`, fix: 'keep one of the two' }];
  });
}

/** The keywords of a flow as they are compared, with where they stand. */
export function keywordsOf(flow: Flow): { path: PropertyKey[]; word: string; language: Language }[] {
  return flow.languages.flatMap((language) =>
    (flow.keywords[language] ?? []).map((keyword, i) => ({
      path: ['keywords', language, i],
      word: normalise(keyword),
      language,
    })),
  );
}

function labels(flow: Flow): Finding[] {
  return flow.steps.flatMap((step, s) =>
    step.kind !== 'choice' && step.kind !== 'equality'
      ? []
      : flow.languages.flatMap((language) => {
          const said = step.choices.map(({ label }) => normalise(label[language] ?? ''));
          return said.flatMap((word, c): Finding[] => {
            const path = ['steps', s, 'choices', c, 'label', language];
            if (reservedWords.has(word)) return [reserved(path, word, 'choice')];
            if (word === '' || said.indexOf(word) === c) return [];
            return [{ path, what: `two choices are called "${word}"`, fix: 'give each its own words' }];
          });
        }),
  );
}

function reserved(path: PropertyKey[], word: string, as: string): Finding {
  return {
    path,
    what: `"${word}" cannot be a ${as}: phones, networks or our own commands act on it`,
    fix: 'use another word, or a phrase',
  };
}

function doubleThemes({ codebook }: Flow): Finding[] {
  const ids = codebook.map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            path: ['codebook', i, 'id'],
            what: `a second theme is called "${id}"`,
            fix: 'give it another id',
          },
        ],
  );
}
