import type { Choice } from '#domain/choices.ts';
import { languages } from '#domain/words.ts';
import type { Asking } from '#flow/schema.ts';
import { text } from '#texts/text.ts';
import { openStep } from './listen.ts';
import type { Turn } from './turn.ts';
import { label, ofFlow, ofSystem, readVoices, voices } from './voice.ts';

/**
 * What a button carries back: the flow version, the step and the choice, by their places, because Telegram allows 64
 * bytes for all of it. Old buttons stay on people's screens for ever, so a press says which question it answers.
 */
export type Press =
  | { kind: 'finished'; step: Asking }
  | { kind: 'choice'; step: Asking; index: number }
  | { kind: 'forget'; yes: boolean };

/** What was pressed; null where it is no button of this flow version. */
export function pressed(turn: Turn, value: string): Press | null {
  const [mark, place, choice] = value.split('.');
  if (mark !== turn.mark || place === undefined || choice === undefined) return plain(turn, value);
  if (place === 'forget') return { kind: 'forget', yes: choice === '0' };
  const step = turn.flow.steps[Number(place)];
  if (step === undefined || !('ask' in step)) return null;
  return choice === 'done' ? { kind: 'finished', step } : { kind: 'choice', step, index: Number(choice) };
}

/** Whether it is what a button carries, of whichever flow version. */
export function isPress(value: string): boolean {
  return /^[0-9a-f]{4}\.(?:\d+|forget)\.(?:\d+|done)$/.test(value);
}

/** A choice by its own id, as somebody writes who drives a conversation by hand. */
function plain(turn: Turn, value: string): Press | null {
  const step = openStep(turn);
  if (step?.kind === 'consent') {
    const index = ['yes', 'no'].indexOf(value);
    return index < 0 ? null : { kind: 'choice', step, index };
  }
  if (step?.kind !== 'choice' && step?.kind !== 'equality') return null;
  const index = step.choices.findIndex(({ id }) => id === value);
  return index < 0 ? null : { kind: 'choice', step, index };
}

/** "Finished", under an open question. */
export function finishedButton(turn: Turn, step: Asking): Choice {
  return {
    value: `${placeOf(turn, step)}.done`,
    label: label(voices(turn), (language) => ofSystem(turn, 'resident.finished', language)),
  };
}

/** What can be picked as an answer, in order; to an equality question also "I would rather not say", last. */
export function choicesOf(turn: Turn, step: Asking): Choice[] {
  const place = placeOf(turn, step);
  return labelsOf(turn, step).map((one, index) => ({ value: `${place}.${index}`, label: one }));
}

/** What each choice may be called by whoever types it: its id and its label, in every language there is. */
export function namesOf(step: Extract<Asking, { kind: 'choice' | 'equality' }>): string[][] {
  const own = step.choices.map(({ id, label }) => [id, ...Object.values(label).map((text) => text ?? '')]);
  return step.kind === 'equality' ? [...own, [...everyText('resident.preferNot'), ...preferNot]] : own;
}

/** What people write instead of that label. */
const preferNot = [
  ...[
    'rather not',
    'rather not say',
    "i'd rather not say",
    "i'd rather not",
    'prefer not to say',
    'prefer not to',
  ],
  ...['i prefer not to say', 'well gen i beidio', 'well gen i beidio â dweud', 'dim am ddweud'],
];

export function forgetNames(): string[][] {
  return [everyText('resident.forgetYes'), everyText('resident.forgetNo')];
}

function everyText(key: 'resident.preferNot' | 'resident.forgetYes' | 'resident.forgetNo'): string[] {
  return languages.map((language) => text(language, key));
}

export function forgetChoices(turn: Turn): Choice[] {
  return (['resident.forgetYes', 'resident.forgetNo'] as const).map((key, index) => ({
    value: `${turn.mark}.forget.${index}`,
    label: label(readVoices(turn), (language) => ofSystem(turn, key, language)),
  }));
}

function labelsOf(turn: Turn, step: Asking): string[] {
  const system = (key: 'resident.yes' | 'resident.no' | 'resident.preferNot') =>
    label(readVoices(turn), (language) => ofSystem(turn, key, language));
  if (step.kind === 'consent') return [system('resident.yes'), system('resident.no')];
  if (step.kind !== 'choice' && step.kind !== 'equality') return [];
  const order = step.kind === 'equality' ? readVoices(turn) : voices(turn);
  const own = step.choices.map((choice) => label(order, (language) => ofFlow(turn, choice.label, language)));
  return step.kind === 'equality' ? [...own, system('resident.preferNot')] : own;
}

function placeOf(turn: Turn, step: Asking): string {
  return `${turn.mark}.${turn.flow.steps.findIndex(({ id }) => id === step.id)}`;
}
