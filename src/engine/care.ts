import type { Language } from '#domain/words.ts';
import { signposts } from '#safeguarding/signposts.ts';
import { isYoungAt, markChild } from './child.ts';
import type { Input } from './input.ts';
import { complete, hear } from './listen.ts';
import { say, type Turn } from './turn.ts';
import { ofFlow, system } from './voice.ts';

/** Signposts at once, no more questions until a person restarts them, and a case for that person. */
export function care(turn: Turn, input: Extract<Input, { kind: 'distress' }>): void {
  const { session, flow } = turn;
  const asked = session.status === 'active' ? session.at : null;
  session.status = 'held';
  session.distressed = true;
  session.confirming = false;
  session.later = null;
  if (input.heard !== true)
    hear(turn, asked ?? 'held', { messageId: input.messageId, words: '', sentAt: null });
  complete(turn);
  turn.events.push(
    { kind: 'paused' },
    { kind: 'escalated', caseKind: 'safeguarding', category: input.category, messageId: input.messageId },
  );
  if (isYoungAt(turn, input.age)) markChild(turn, input.messageId);
  if (input.stops) turn.events.push({ kind: 'withdrew' });
  const lines = system(turn, 'resident.signpost', (language) => ({
    cover: ofFlow(turn, flow.cover, language),
    lines: linesFor(turn, input, language).join('\n'),
  }));
  say(turn, lines, { purpose: 'service' });
  if (input.stops) say(turn, system(turn, 'resident.stopped'), { purpose: 'service' });
}

/** 999 first, then help in the area, then the nation's helplines. */
function linesFor(
  turn: Turn,
  { category, also }: Extract<Input, { kind: 'distress' }>,
  language: Language,
): string[] {
  const { nation, signposts: own } = turn.flow;
  const kinds = also === undefined ? [category] : [category, also];
  const lines = kinds.flatMap((kind) => signposts(nation, kind, language));
  const [emergency = '', ...others] = new Set(lines);
  const near = own
    .filter((one) => one.for === undefined || one.for.some((kind) => kinds.includes(kind)))
    .map(({ line }) => ofFlow(turn, line, language));
  return [emergency, ...near, ...others];
}
