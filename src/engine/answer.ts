import { normalise } from '#domain/normalise.ts';
import { stepOf } from '#flow/find.ts';
import type { Step } from '#flow/schema.ts';
import { yesOrNo } from '#texts/answers.ts';
import { isDone } from '#texts/commands.ts';
import { askAgain, goOn, offerLanguages } from './ask.ts';
import { complete, hear, keep, quietMs, stopWaiting, waitForMore } from './listen.ts';
import { firstTime, say, system, type Turn } from './turn.ts';

/** Words that came in: to an open question they are listened to, to a choice they are matched, else they are kept. */
export function answer(turn: Turn, words: string, messageId: string): void {
  const { session } = turn;
  if (turn.moment.stopped) return keepAfterStop(turn, messageId);
  if (session.status === 'held') return keepWhileHeld(turn, messageId);
  const step = session.at === null ? undefined : stepOf(turn.flow, session.at);
  if (step?.kind === 'choice') return choose(turn, step, words, messageId);
  if (step?.kind === 'consent') return consent(turn, step, words, messageId);
  if (session.listening !== null && isDone(words)) return answered(turn);
  listen(turn, step?.id ?? 'afterwards', messageId);
}

/** Listens for as long as the resident wants to write. */
export function listen(turn: Turn, stepId: string, messageId: string): void {
  hear(turn, stepId, messageId);
  if (quietMs(turn) === 0) answered(turn);
  else waitForMore(turn);
}

/** The quiet period is over, or the resident said that was all: the response is whole and the conversation goes on. */
export function answered(turn: Turn): void {
  const { session } = turn;
  const { at } = session;
  const wasListening = session.listening?.stepId;
  complete(turn);
  stopWaiting(turn);
  if (at !== null && wasListening === at) {
    offerLanguages(turn);
    goOn(turn, at);
  } else if (at === null && firstTime(turn, 'afterwards')) {
    say(turn, system(turn, 'resident.afterwards'));
  }
}

function choose(turn: Turn, step: Extract<Step, { kind: 'choice' }>, words: string, messageId: string): void {
  const said = normalise(words);
  const chosen = step.choices.find(
    (choice, index) =>
      said === String(index + 1) ||
      said === normalise(choice.id) ||
      Object.values(choice.label).some((label) => normalise(label ?? '') === said),
  );
  if (chosen === undefined) return unclear(turn, messageId, () => goOn(turn, step.id));
  turn.session.chosen[step.id] = chosen.id;
  turn.events.push({ kind: 'chose', stepId: step.id, choiceId: chosen.id, messageId });
  goOn(turn, step.id);
}

function consent(
  turn: Turn,
  step: Extract<Step, { kind: 'consent' }>,
  words: string,
  messageId: string,
): void {
  const settle = (granted: boolean) => {
    turn.session.consents[step.consent] = granted;
    turn.events.push({ kind: 'consented', consent: step.consent, granted, messageId });
    goOn(turn, step.id);
  };
  const said = yesOrNo(words);
  if (said === null) return unclear(turn, messageId, () => settle(false));
  settle(said === 'yes');
}

/** Two tries and then on: an unclear answer is never a yes. The words are kept, whatever they answer. */
function unclear(turn: Turn, messageId: string, giveUp: () => void): void {
  keep(turn, 'unprompted', messageId);
  turn.session.tries += 1;
  if (turn.session.tries > 1) return giveUp();
  say(turn, system(turn, 'resident.choiceHelp'));
  askAgain(turn);
}

function keepAfterStop(turn: Turn, messageId: string): void {
  keep(turn, 'afterStop', messageId);
  if (firstTime(turn, 'howToBack')) say(turn, system(turn, 'resident.howToBack'), { purpose: 'service' });
}

function keepWhileHeld(turn: Turn, messageId: string): void {
  keep(turn, 'held', messageId);
  if (firstTime(turn, 'held')) {
    const cover = (language: 'en' | 'cy') => ({ cover: turn.flow.cover[language] ?? '' });
    say(turn, system(turn, 'resident.held', cover), { purpose: 'service' });
  }
}
