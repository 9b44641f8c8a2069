import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labelled, type ThemeText, train } from '#theming/classifier.ts';

const themes: ThemeText[] = [
  {
    id: 'litter',
    name: 'Litter and bins',
    definition: 'Overflowing bins, rubbish and fly-tipping in the streets',
    examples: ['The bins are always full'],
  },
  {
    id: 'buses',
    name: 'Buses',
    definition: 'Late, missing or too few buses; bus stops and fares',
    examples: ['The bus never comes on time'],
  },
  {
    id: 'parks',
    name: 'Parks and playgrounds',
    definition: 'Swings, benches, paths and grass in parks',
    examples: ['The playground swings are broken'],
  },
];

function said(...texts: string[]) {
  return texts.map((text) => ({ text }));
}

function suggested(text: string, labelled: Labelled[] = [], codebook = themes) {
  return train(codebook, labelled)
    .suggest({ text: text })
    .map(({ themeId, start, end }) => [themeId, text.slice(start, end)]);
}

describe('after the first decisions, which are about one theme only', () => {
  const called = (id: string, name: string): ThemeText => ({ id, name, definition: '', examples: [] });
  const five = [
    called('buses', 'The buses let people down'),
    called('shops', 'Too many shops are empty'),
    called('dirty', 'It is dirty and not looked after'),
    called('unsafe', 'It does not feel safe after dark'),
    called('parking', 'Parking costs too much'),
  ];
  const first: Labelled[] = [
    'The buses are late and it is cold at the stop',
    'There is no bus on a Sunday and I do not drive',
    'The last bus is at six so I cannot stay in town',
    'Buses are full and go past us at the stop',
    'It costs too much on the bus for my children and me',
    'I have waited for the bus in the dark and it did not come',
  ].map((text) => ({ text, themeIds: ['buses'] }));
  const others: [string, string][] = [
    ['I have waited for years and it is cold and dirty', 'dirty'],
    ['I do not feel safe at the stop when it is late', 'unsafe'],
    ['I cannot stay late, it does not feel safe for me and my children', 'unsafe'],
    ['I drive and parking costs me and my children so I go past', 'parking'],
  ];
  const classifier = train(
    five,
    first,
    others.map(([text]) => ({ text })),
  );

  // Each has more of the words of those decisions than of its own theme.
  it.each(others)('%j is still about %s', (text, themeId) => {
    expect(classifier.rank({ text })[0]?.themeId).toBe(themeId);
  });

  it('and the theme that they are about is known by what was decided', () => {
    expect(classifier.rank({ text: 'late and full, and past us on a Sunday' })[0]?.themeId).toBe('buses');
  });
});

describe('before any decision', () => {
  it.each([
    [
      'I like it here. But the bins are always full! Otherwise fine.',
      'litter',
      'But the bins are always full',
    ],
    ['buses are late every morning', 'buses', 'buses are late every morning'],
    ['THE BINS ARE OVERFLOWING', 'litter', 'THE BINS ARE OVERFLOWING'],
    ['the bins are overflwing with rubish', 'litter', 'the bins are overflwing with rubish'],
    ['playgrounds', 'parks', 'playgrounds'],
    ['🚌 the buses, are too few 🚌', 'buses', 'the buses, are too few'],
    ['“The bus never comes”', 'buses', 'The bus never comes'],
    // Messages are lines, and what was said in one is not said in the next.
    ['HELP\nThe bins are always full', 'litter', 'The bins are always full'],
    ['The bins are always full\nSorry', 'litter', 'The bins are always full'],
  ])('%j is about %s', (text, themeId, evidence) => {
    expect(suggested(text)).toEqual([[themeId, evidence]]);
  });

  it('finds two themes in one response, each in its own clause', () => {
    const found = suggested('The bins are always full. The bus never comes on time.');
    expect(found.sort()).toEqual([
      ['buses', 'The bus never comes on time'],
      ['litter', 'The bins are always full'],
    ]);
  });

  it.each([
    '',
    '   \n ',
    '👍👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
    '...!?',
    'ok',
    'Thank you very much for asking',
    'My sister teaches chemistry in Leeds',
    'Nothing to add',
  ])('%j has no theme', (text) => {
    expect(suggested(text)).toEqual([]);
  });

  it('has nothing to suggest without a codebook', () => {
    const classifier = train(
      [],
      [{ text: 'The bins are full', themeIds: [] }],
      [{ text: 'The bus is late' }],
    );
    expect(classifier.suggest({ text: 'The bins are full' })).toEqual([]);
    expect(classifier.rank({ text: 'The bins are full' })).toEqual([]);
  });

  it('copes with a theme that has no words yet', () => {
    const blank = { id: 'blank', name: '', definition: '', examples: [] };
    expect(suggested('The bins are always full', [], [...themes, blank])).toEqual([
      ['litter', 'The bins are always full'],
    ]);
    expect(suggested('Quite unheard of', [], [blank])).toEqual([]);
  });
});

describe('in other languages', () => {
  const codebook: ThemeText[] = [
    {
      id: 'litter',
      name: 'Sbwriel a biniau',
      definition: 'Śmieci i kosze; ময়লা আবর্জনা; کوڑا کرکٹ',
      examples: [],
    },
    {
      id: 'water',
      name: 'Dŵr a llifogydd',
      definition: 'Woda i powodzie; বন্যার পানি; سیلاب کا پانی',
      examples: [],
    },
  ];

  it.each([
    ['Welsh', 'Mae sbwriel ym mhobman', 'litter'],
    ['Welsh, mutated', 'Gormod o finiau llawn a sbwriel', 'litter'],
    ['Welsh without its accent', 'Mae dwr ar y ffordd', 'water'],
    ['Polish', 'Wszędzie leżą śmieci', 'litter'],
    ['Polish without its accents', 'Wszedzie leza smieci', 'litter'],
    ['Bengali', 'রাস্তায় বন্যার পানি', 'water'],
    ['Urdu', 'ہر جگہ کوڑا کرکٹ ہے۔', 'litter'],
  ])('%s finds its theme', (_, text, themeId) => {
    expect(train(codebook, []).suggest({ text: text })[0]?.themeId).toBe(themeId);
  });

  it('keeps a Bengali word whole', () => {
    const text = 'আমি জানি। রাস্তায় বন্যার পানি জমে আছে।';
    expect(suggested(text, [], codebook)).toEqual([['water', 'রাস্তায় বন্যার পানি জমে আছে']]);
  });
});

describe('after decisions', () => {
  const safe: ThemeText = { id: 'safe', name: 'Feels secure', definition: '', examples: [] };
  const unsafe: ThemeText = { id: 'unsafe', name: 'Feels frightening', definition: '', examples: [] };
  const places = ['park', 'station', 'market', 'library', 'bridge', 'square', 'harbour', 'underpass'];

  it('suggests what officers decided, though the theme has none of those words', () => {
    const text = 'Gulls tear everything open';
    expect(suggested(text)).toEqual([]);
    const labelled = [
      { text: 'Gulls tear the sacks open', themeIds: ['litter'] },
      { text: 'Every week gulls tear everything apart', themeIds: ['litter'] },
      { text: 'Gulls and foxes', themeIds: ['litter'] },
    ];
    expect(suggested(text, labelled)).toEqual([['litter', text]]);
  });

  it('stops suggesting what officers said is no theme', () => {
    const text = 'Bins? No comment';
    const labelled = places.flatMap((place) => [
      { text: `Bins? No comment on the ${place}`, themeIds: [] },
      { text: `The bins at the ${place} are full`, themeIds: ['litter'] },
    ]);
    expect(suggested(text, labelled)).toEqual([]);
  });

  it.each([
    ['It is safe at the beach', 'safe'],
    ['It is not safe at the beach', 'unsafe'],
    ["I don't feel safe at the beach", 'unsafe'],
    ['i dont feel safe at the beach', 'unsafe'],
    ['I do feel safe at the beach', 'safe'],
  ])('hears the "not": %j is %s', (text, themeId) => {
    const labelled = places.flatMap((place) => [
      { text: `It is safe at the ${place}`, themeIds: ['safe'] },
      { text: `I do feel safe at the ${place}`, themeIds: ['safe'] },
      { text: `It is not safe at the ${place}`, themeIds: ['unsafe'] },
      { text: `I don’t feel safe at the ${place}`, themeIds: ['unsafe'] },
    ]);
    expect(train([safe, unsafe], labelled).rank({ text: text })[0]?.themeId).toBe(themeId);
  });

  it('ignores decisions for themes that are gone', () => {
    const labelled = [{ text: 'The bins are always full', themeIds: ['retired'] }];
    expect(suggested('The bins are always full', labelled)).toEqual(suggested('The bins are always full'));
  });

  it('learns from unlabelled responses which words go together', () => {
    const unlabelled = places.flatMap((place) => [
      `Rubbish and mattresses by the ${place}`,
      `The bus to the ${place} needs a proper timetable`,
    ]);
    const order = (texts: string[]) =>
      train(themes, [], said(...texts)).rank({ text: 'Mattresses again' })[0];
    expect(order(unlabelled)?.themeId).toBe('litter');
    expect(order(unlabelled)?.score).toBeGreaterThan(order([])?.score ?? 1);
  });

  it('hears what was asked', () => {
    const labelled = places.flatMap((place) => [
      { text: `Nothing at the ${place}`, question: 'worst', themeIds: ['safe'] },
      { text: `Nothing by the ${place}`, question: 'best', themeIds: ['unsafe'] },
    ]);
    const classifier = train([safe, unsafe], labelled);
    expect(classifier.rank({ text: 'Nothing', question: 'worst' })[0]?.themeId).toBe('safe');
    expect(classifier.rank({ text: 'Nothing', question: 'best' })[0]?.themeId).toBe('unsafe');
  });

  it('takes in one more decision at once', () => {
    const labelled = places.map((place) => ({
      text: `The bins at the ${place} are full`,
      themeIds: ['litter'],
    }));
    const classifier = train(themes, labelled);
    const score = () =>
      classifier.rank({ text: 'Gulls tear everything open' }).find(({ themeId }) => themeId === 'litter')
        ?.score ?? 0;
    // A place in the vocabulary is made when it is trained: of "Gulls tear" nothing but pieces of words is known.
    const before = score();
    classifier.learn({ text: 'Gulls tear the full bins open', themeIds: ['litter'] });
    expect(score()).toBeGreaterThan(before);
  });

  it.each([
    ['a theme that is gone', ['retired']],
    ['no theme, which nobody had said before', []],
  ])('a decision for %s changes nothing until it is trained again', (_, themeIds) => {
    const classifier = train(themes, [{ text: 'The bins are full', themeIds: ['litter'] }]);
    const before = classifier.rank({ text: 'The bins are full' });
    classifier.learn({ text: 'The bins are full', themeIds });
    expect(classifier.rank({ text: 'The bins are full' })).toEqual(before);
  });

  it('is surer than it was where officers go on agreeing', () => {
    const labelled = Array.from({ length: 80 }, (_, at) => ({
      text: `The bins at the ${places[at % 8]} are full, number ${at}`,
      themeIds: at % 8 < 5 ? ['litter'] : ['parks'],
    }));
    const sure = (calibrates: boolean) =>
      train(themes, labelled, [], { calibrates }).suggest({ text: 'The bins at the park are full' })[0]
        ?.confidence ?? 0;
    expect(sure(false)).toBeGreaterThan(0.5);
    expect(sure(true)).toBeGreaterThan(sure(false));
  });
});

describe('whatever residents write', () => {
  const labelled = [
    { text: 'Gulls tear the sacks open', themeIds: ['litter'] },
    { text: 'Bins and buses', themeIds: ['litter', 'buses'] },
    { text: '👍', themeIds: [] },
  ];
  const classifier = train(themes, labelled, said('The swings squeak', 'The bus is full', ''));
  const word = fc.constantFrom(
    'bins',
    'full',
    'bus',
    'late',
    'swings',
    "don't",
    'ŵy',
    'পানি',
    '𝒷in',
    '👩‍👩‍👧',
    'x'.repeat(60),
  );
  const gap = fc.constantFrom(' ', '  ', '. ', '! ', ', ', '\n', ' - ', '…', '\u200d', '۔ ');
  const response = fc.oneof(
    fc.array(fc.tuple(word, gap), { maxLength: 120 }).map((parts) => parts.flat().join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );

  it('evidence is whole words of theirs, verbatim, and confidence a share', () => {
    fc.assert(
      fc.property(response, (text) => {
        const found = classifier.suggest({ text: text });
        expect(new Set(found.map(({ themeId }) => themeId)).size).toBe(found.length);
        for (const { confidence, start, end } of found) {
          const evidence = text.slice(start, end);
          expect(evidence).not.toBe('');
          expect(evidence).toBe(evidence.trim());
          expect(evidence.isWellFormed()).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(text.slice(0, start)).not.toMatch(/[\p{L}\p{N}]$/u);
          expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}\p{M}]/u);
        }
      }),
    );
  });

  it('every theme is ranked once, best first', () => {
    fc.assert(
      fc.property(response, (text) => {
        const ranked = classifier.rank({ text: text });
        expect(ranked.map(({ themeId }) => themeId).sort()).toEqual(['buses', 'litter', 'parks']);
        const scores = ranked.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
      }),
    );
  });

  it.each([
    ['many sentences', 'The bins are always full. '.repeat(800).slice(0, 20_000)],
    ['no full stop', 'the bins are always full '.repeat(800)],
  ])('reads 20,000 characters: %s', (_, text) => {
    const [first] = classifier.suggest({ text: text });
    expect(first?.themeId).toBe('litter');
    expect(text.slice(first?.start, first?.end)).toMatch(/the bins are always full/i);
  });

  it.each([
    ['one word', 'b'.repeat(20_000)],
    ['emoji', '🗑️'.repeat(5_000)],
  ])('reads 20,000 characters: %s', (_, text) => {
    expect(classifier.suggest({ text: text })).toEqual([]);
  });

  it('says the same every time', () => {
    const text = 'The bins are always full and the bus never comes.';
    const again = train(themes, labelled, said('The swings squeak', 'The bus is full', ''));
    expect(again.suggest({ text: text })).toEqual(classifier.suggest({ text: text }));
    expect(again.rank({ text: text })).toEqual(classifier.rank({ text: text }));
  });
});
