import type { Choice } from '#domain/choices.ts';
import type { CaseKind, ConsentKind, Language } from '#domain/words.ts';

/** Which privacy words somebody was shown: the short notice of the first text, or all of it. */
type Notice = 'first' | 'privacy';

/** What a step of the engine asks the world to do, in order. */
export type Event =
  | {
      kind: 'said';
      text: string;
      /** To pick from: numbered lines where the channel has no buttons. */
      choices: Choice[];
      /** More buttons where the channel has them, and nothing where it has none. */
      buttons: Choice[];
      purpose: 'reply' | 'reminder' | 'service';
      asks: boolean;
      /** It asks what was not asked before: until it is sent, nobody can have seen that. */
      fresh: boolean;
      /** To be sent on to somebody else: nothing is joined to it. */
      alone: boolean;
    }
  /** A message belongs to a response, in the order in which its parts were sent. */
  | {
      kind: 'heard';
      responseId: string;
      stepId: string;
      /** `whoElse`: it says who is missing, and not what should be done. */
      about: 'answer' | 'whoElse';
      messageId: string;
      sentAt: number | null;
      late: boolean;
      held: boolean;
    }
  /** A response is whole. */
  | { kind: 'answered'; responseId: string }
  | { kind: 'chose'; stepId: string; choiceId: string; messageId: string }
  /** An answer about the resident, kept apart; null for "I would rather not say". */
  | { kind: 'described'; stepId: string; choiceId: string | null; messageId: string }
  /** `messageId` is null where it follows from something else: a skipped question, a child. */
  | { kind: 'consented'; consent: ConsentKind; granted: boolean; messageId: string | null }
  | { kind: 'noticed'; notice: Notice }
  /** In which words from now on; a language of null leaves it open, as before. */
  | { kind: 'languageChosen'; language: Language | null; easy: boolean }
  | { kind: 'withdrew' }
  | { kind: 'returned' }
  /** This number is somebody else's now: nothing earlier is theirs. */
  | { kind: 'unlinked' }
  /** They asked to be forgotten, and confirmed it. */
  | { kind: 'forgotten'; messageId: string }
  /** The one timer of this conversation; null takes it away. */
  | { kind: 'wakeAt'; at: number | null; number: number }
  /** A reminder that is still to go out is not needed any more. */
  | { kind: 'recalled' }
  | { kind: 'paused' }
  | { kind: 'escalated'; caseKind: CaseKind; category: string | null; messageId: string | null }
  | { kind: 'ended' };
