import type { Language } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import type { Words } from '#store/audience.ts';
import type { RedactionRow } from '#store/schema.ts';
import { unquotable } from '#theming/redact/hiddenIn.ts';
import type { Person } from './audience.ts';
import type { Told } from './compose.ts';
import { isQuotable } from './quote.ts';

/** After this long someone else may have the number: networks give them out again. */
export const SILENT_MS = 60 * 24 * 60 * 60 * 1000;

/** In which languages to write to someone: their own, else the flow's first, in a bilingual part of Wales both. */
export function languagesFor(chosen: Language | null, flow: Flow | undefined): Language[] {
  if (chosen !== null) return [chosen];
  const { languages, nation } = flow ?? { languages: ['en' as const], nation: 'england' };
  const bilingual = nation === 'wales' && languages.includes('cy') && languages.includes('en');
  return bilingual ? ['cy', 'en'] : languages.slice(0, 1);
}

/**
 * What to recall of what someone said about the themes: their newest words, where the flow lets words go back, they came
 * from the address that is written to, it has been in use ever since, and the words may be quoted; else only the topic.
 * `words` are all theirs, newest first, none of them held; `backAt` is when the address was first used again after a long
 * silence, ms. `decisions` are officers' about what is hidden. A phone lies about at home: what must not be published does
 * not go back to it either.
 */
export function told(
  words: readonly Words[],
  flow: Flow | undefined,
  to: Pick<Person, 'addressId' | 'channel' | 'account' | 'lastInboundAt'> & {
    now: number;
    backAt: number | null;
  },
  decisions: readonly RedactionRow[],
): Told {
  const { now, lastInboundAt, backAt } = to;
  const [newest] = words;
  const mayGoBack = flow?.quoteBack === true && lastInboundAt !== null && now - lastInboundAt < SILENT_MS;
  // What was said on one phone is never read on another that was joined with it: a code can be had by a trick.
  const fromHere = newest?.addressId == null || newest.addressId === to.addressId;
  const isTheirs = newest !== undefined && fromHere && (backAt === null || newest.createdAt >= backAt);
  const mayQuote = mayGoBack && isTheirs && !isShared(to) && isQuotable(newest);
  const marked = words.find(({ id, startAt }) => id === newest?.id && startAt !== null) ?? newest;
  return {
    words: mayQuote && marked !== undefined ? { ...marked, hidden: unquotable(marked, decisions) } : null,
    topic: topicOf(flow, newest?.stepId),
    at: newest?.createdAt ?? now,
  };
}

/** A telephone at home is answered by everybody there, and an officer rings whoever was typed in last. */
function isShared({ channel, account }: Pick<Person, 'channel' | 'account'>): boolean {
  return channel === 'byHand' && account === 'phone';
}

/** The topic of the question that they answered; unasked words belong to the first one. */
function topicOf(flow: Flow | undefined, stepId: string | undefined): Told['topic'] {
  const questions = flow?.steps.filter((step) => step.kind === 'open' || step.kind === 'whoElse') ?? [];
  return (questions.find(({ id }) => id === stepId) ?? questions[0])?.topic ?? flow?.title ?? {};
}
