import type { Choice } from '#domain/choices.ts';
import type { CaseKind, ConsentKind, Language } from '#domain/words.ts';

/** What a step of the engine asks the world to do, in order. */
export type Event =
  | { kind: 'said'; text: string; choices: Choice[]; purpose: 'reply' | 'service'; asks: boolean }
  /** A message belongs to a response. */
  | { kind: 'heard'; responseId: string; stepId: string; messageId: string; late: boolean; held: boolean }
  /** A response is whole. */
  | { kind: 'answered'; responseId: string }
  | { kind: 'chose'; stepId: string; choiceId: string; messageId: string }
  | { kind: 'consented'; consent: ConsentKind; granted: boolean; messageId: string }
  | { kind: 'languageChosen'; language: Language }
  | { kind: 'withdrew' }
  | { kind: 'returned' }
  /** The one timer of this conversation; null takes it away. */
  | { kind: 'wakeAt'; at: number | null; number: number }
  | { kind: 'paused' }
  | { kind: 'escalated'; caseKind: CaseKind; category: string | null; messageId: string }
  | { kind: 'ended' };
