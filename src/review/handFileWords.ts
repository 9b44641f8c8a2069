import { handHows, handSpeaksFors, handWays } from '#domain/by-hand.ts';
import { languages } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { text } from '#texts/text.ts';
import { optionsOf, questionsOf } from './handQuestions.ts';

/** The columns that a file for this flow may have: those of the form, and an id of the council's own. */
export function handColumns(flow: Flow): string[] {
  const { open, choices, equality } = questionsOf(flow);
  return [
    ...['id', 'how', 'onDay', 'speaksFor', 'people', 'language'],
    ...open.map(({ id }) => `answer-${id}`),
    ...[...choices, ...equality].map(({ id }) => `pick-${id}`),
    ...['hearBack', 'quote', 'way', 'name', 'phone', 'address'],
  ];
}

/** What is wrong with a cell, in plain English. Whoever writes a file sees no list to select from, so it is given here. */
export function wrongCell(message: string, column: string, flow: Flow): string {
  switch (message) {
    case 'byHand.howMissing':
      return oneOf(handHows);
    case 'byHand.speaksForMissing':
      return oneOf(handSpeaksFors);
    case 'byHand.languageMissing':
      return oneOf(languages);
    case 'byHand.wayMissing':
      return oneOf(handWays);
    case 'byHand.yesOrNo':
      return 'Write yes or no, or leave it empty.';
    case 'byHand.pickUnknown':
      return `${oneOf(picksOf(column, flow))} Or leave it empty.`;
    case 'byHand.dayMissing':
      return 'Write the day on which it was said or written as YYYY-MM-DD, such as 2026-01-31.';
    default:
      return text('en', message as Parameters<typeof text>[1]);
  }
}

function oneOf(values: readonly string[]): string {
  return `Write one of ${values.join(', ')}.`;
}

function picksOf(column: string, flow: Flow): string[] {
  const { choices, equality } = questionsOf(flow);
  const step = [...choices, ...equality].find(({ id }) => `pick-${id}` === column);
  return step === undefined ? [] : optionsOf(step);
}
