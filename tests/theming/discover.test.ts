import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discover } from '#theming/discover.ts';
import { examplesOf } from '#theming/groupExamples.ts';
import { isAbout } from '#theming/isAbout.ts';
import { benches, lights } from './unexplained.ts';

const said = (texts: readonly string[]) => texts.map((text, at) => ({ id: `r${at}`, text }));

describe('what no theme explains', () => {
  test('is grouped by what it is about', () => {
    const groups = discover(said([...benches, ...lights]));
    expect(groups.map(({ ids }) => ids.length)).toEqual([6, 6]);
    for (const { ids } of groups) {
      const about = new Set(ids.map((id) => (Number(id.slice(1)) < benches.length ? 'benches' : 'lights')));
      expect(about.size).toBe(1);
    }
  });

  test('is shown with words that tell it apart, and with verbatim words of the residents', () => {
    const responses = said([...benches, ...lights]);
    const [first] = discover(responses);
    const isBenches = Number(first?.ids[0]?.slice(1)) < benches.length;
    expect(first?.telling).toContain(isBenches ? 'benches' : 'lights');
    expect(first?.examples.length).toBeGreaterThan(0);
    for (const { id, start, end } of first?.examples ?? []) {
      const text = responses.find((response) => response.id === id)?.text ?? '';
      expect(text.slice(start, end)).not.toBe('');
      expect(first?.ids).toContain(id);
    }
  });

  test('counts a text that came a hundred times once, and keeps all of them together', () => {
    const copies = Array.from({ length: 100 }, () => 'SAVE our library!');
    const groups = discover(said([...copies, ...benches, ...lights]));
    const about = (word: string) => groups.some(({ telling }) => telling.includes(word));
    expect(about('benches') && about('lights')).toBe(true);
    // One text however often is no group.
    expect(groups.flatMap(({ ids }) => ids).length).toBeLessThanOrEqual(112);
  });

  test('leaves out bare thanks, and who says nothing that the others of a group say', () => {
    const others = [
      'Thank you!',
      'Thank you so much',
      'Diolch yn fawr',
      'Can someone call me?',
      'purple elephants',
    ];
    const grouped = discover(said([...others, ...benches, ...lights])).flatMap(({ ids }) => ids);
    expect(grouped).toHaveLength(benches.length + lights.length);
    expect(grouped).not.toContain('r0');
    expect(grouped).not.toContain('r4');
  });

  test('keeps whoever thanks, chases or asks to be called about something', () => {
    const mould = [
      'Can someone call me about the mould in the bathroom',
      'Thank you for asking. The mould in our bedroom is back',
      'Still waiting to hear about the mould',
      'I want to talk to a real person about mould in the flat',
    ];
    const groups = discover(said([...mould, ...benches, ...lights]));
    expect(groups.find(({ telling }) => telling.includes('mould'))?.ids).toHaveLength(4);
  });

  test('is in Welsh, Urdu or Bengali grouped as well as in English', () => {
    const cy = ['Dim meinciau ger y siopau', 'Angen meinciau i eistedd', 'Mwy o meinciau os gwelwch yn dda'];
    const ur = ['بس وقت پر نہیں آتی', 'بس کا انتظار بہت لمبا ہے', 'بس کبھی نہیں آتی'];
    const groups = discover(said([...cy, ...ur]));
    expect(groups.map(({ ids }) => ids.sort())).toEqual(
      expect.arrayContaining([
        ['r0', 'r1', 'r2'],
        ['r3', 'r4', 'r5'],
      ]),
    );
  });

  test('is the same every time', () => {
    const responses = said([...benches, ...lights]);
    expect(discover(responses)).toEqual(discover(responses));
  });

  test.each([[[]], [['Benches']], [['', '  ', '👍']]])(
    'is no group where there is too little: %j',
    (texts) => {
      expect(discover(said(texts))).toEqual([]);
    },
  );

  test('is never counted twice, and every example is whole words of its own text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 30 }), (texts) => {
        const responses = said(texts);
        const groups = discover(responses);
        const ids = groups.flatMap((group) => group.ids);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, start, end } of groups.flatMap(({ examples }) => examples)) {
          const text = responses.find((response) => response.id === id)?.text ?? '';
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('examples of a group say what it is about, each once however it is spelled', () => {
  const typical = said([
    'We need benches by the bus station',
    'we nede benches by the bus station',
    'Put benches back. Thank you so much for listening to all of us',
    'To be honest with you',
  ]);
  const shown = examplesOf(typical, ['benches']);
  expect(
    shown.map(({ id, start, end }) => typical.find((one) => one.id === id)?.text.slice(start, end)),
  ).toEqual(['We need benches by the bus station', 'Put benches back']);
});

test.each([
  ['Thank you, take care', false],
  ['Can someone call me?', false],
  ['Not much', false],
  ['Diolch yn fawr', false],
  ['Can someone call me about the mould?', true],
  ['You just have to wait and wait', true],
  ['No GP', true],
  ['Neb yn gwrando', true],
])('%j is about something: %s', (text, is) => expect(isAbout(text)).toBe(is));
