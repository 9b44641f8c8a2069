import { firstStep, nextAfter, stepOf } from '#flow/find.ts';
import type { Step } from '#flow/schema.ts';
import { text } from '#texts/text.ts';
import { dayInWords, firstTime, inEach, say, system, type Turn, voices, words } from './turn.ts';

/** Goes on from a step: says what is to be said, follows branches, and stops where an answer is needed. */
export function goOn(turn: Turn, from: string): void {
  let step = nextAfter(turn.flow, from, turn.session.chosen[from]);
  while (step !== undefined) {
    if (step.kind === 'say') {
      say(turn, words(turn, step.text));
      step = nextAfter(turn.flow, step.id);
    } else if (step.kind === 'branch') {
      step = nextAfter(turn.flow, step.id, turn.session.chosen[step.on]);
    } else if (step.kind === 'end') {
      say(turn, words(turn, step.text));
      return finish(turn);
    } else {
      return ask(turn, step);
    }
  }
  finish(turn);
}

/** Asks one question and remembers that its answer is what we wait for. */
function ask(turn: Turn, step: Extract<Step, { kind: 'open' | 'choice' | 'consent' }>): void {
  turn.session.at = step.id;
  turn.session.tries = 0;
  putQuestion(turn, step);
}

/** The same question again: after an unclear answer, a pause or a change of language. */
export function askAgain(turn: Turn): void {
  const step = turn.session.at === null ? undefined : stepOf(turn.flow, turn.session.at);
  if (step?.kind === 'open' || step?.kind === 'choice' || step?.kind === 'consent') putQuestion(turn, step);
}

function putQuestion(turn: Turn, step: Extract<Step, { kind: 'open' | 'choice' | 'consent' }>): void {
  say(turn, words(turn, step.ask), { choices: choicesOf(turn, step), asks: true });
}

/** The first message anyone gets: who we are and the open question, nothing to follow and nothing to fear. */
export function greet(turn: Turn): void {
  const step = firstStep(turn.flow);
  if (step?.kind !== 'open') throw new Error('A checked flow starts with an open question.');
  turn.session.at = step.id;
  const greeting = system(turn, 'resident.first', (language) => ({
    question: step.ask[language] ?? '',
    closes: dayInWords(language, turn.flow.frame.closes),
  }));
  say(turn, greeting, { asks: true });
}

/** Tells someone who is written to in two languages how to have one; with the second message, because the first is long. */
export function offerLanguages(turn: Turn): void {
  if (voices(turn).length > 1 && firstTime(turn, 'languages')) {
    say(
      turn,
      inEach(turn, (language) => text(language, 'resident.chooseLanguage')),
    );
  }
}

function choicesOf(turn: Turn, step: Step): { value: string; label: string }[] {
  const label = (write: (language: 'en' | 'cy') => string) => voices(turn).map(write).join(' / ');
  if (step.kind === 'choice') {
    return step.choices.map((choice) => ({
      value: choice.id,
      label: label((language) => choice.label[language] ?? ''),
    }));
  }
  if (step.kind === 'consent') {
    return [
      { value: 'yes', label: label((language) => text(language, 'resident.yes')) },
      { value: 'no', label: label((language) => text(language, 'resident.no')) },
    ];
  }
  return [];
}

function finish(turn: Turn): void {
  turn.session.at = null;
  turn.session.status = 'ended';
  turn.events.push({ kind: 'ended' });
}
