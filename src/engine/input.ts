import type { Language } from '#domain/words.ts';
import type { Command } from '#texts/commands.ts';

/** Something that happens to a conversation. `text` is the resident's words; the log keeps the message's id instead. */
export type Input =
  /** Someone begins. `asked` where our question reached them already: a reply to a follow-up. */
  | {
      kind: 'start';
      text: string;
      messageId: string | null;
      keyword: boolean;
      language: Language | null;
      asked: boolean;
    }
  | { kind: 'text'; text: string; messageId: string }
  | { kind: 'choice'; value: string; messageId: string }
  | { kind: 'media'; text: string; messageId: string; canPicture: boolean }
  | { kind: 'command'; command: Command; text: string; messageId: string }
  /** The safeguarding gate read something in a message: care first, and questions later. `stops` where it says STOP too. */
  | { kind: 'distress'; category: string; language: Language; messageId: string; stops: boolean }
  | { kind: 'timeout'; number: number }
  /** A person restarts the questions. */
  | { kind: 'resume' };

/** Everything the engine may know of the world outside. */
export interface Moment {
  /** ms since 1970 in UTC. */
  now: number;
  /** A fresh id, for a response that begins now. */
  id: string;
  /** How long this channel's people pause within one answer, ms. */
  quietMs: number;
  /** Whether this resident had said STOP: it holds for every conversation, so no session keeps it. */
  stopped: boolean;
  organisation: Record<Language, string>;
}
