import type { Language, Localised, Organisation, OutcomeKind } from '#domain/words.ts';
import type { Command } from '#texts/commands.ts';

/** What STATUS and MY DATA are answered from: read from the database for this input, and not logged with it. */
export interface Facts {
  /** Whole responses of this resident to this consultation, and how many of them an officer has read. */
  answers: number;
  read: number;
  /** What was published about the themes of what they said, newest last. */
  outcomes: { kind: OutcomeKind; weDid: Localised }[];
  addresses: number;
  messages: number;
  /** ms; the first message. */
  since: number;
  consents: { hearBack: boolean; quote: boolean };
  /** None of their addresses will be there weeks later. */
  outOfReach?: boolean;
}

/**
 * What became of a code that joins two addresses. already: they are one person's. own: it was given to this address.
 * byPerson: a case is in the way. silent: too many wrong ones came from here.
 */
export type LinkAnswer = 'joined' | 'already' | 'own' | 'unknown' | 'stopped' | 'byPerson' | 'silent';

/** Something that happens to a conversation. `text` is the resident's words; the log keeps the message's id instead. */
export type Input =
  /** Someone begins. `asked` where our question reached them already: a reply to a follow-up. */
  | {
      kind: 'start';
      text: string;
      messageId: string | null;
      keyword: boolean;
      language: Language | null;
      easy: boolean;
      asked: boolean;
      /** They have said before that they are younger than this is for, and no person has decided yet. */
      child?: true;
      /** A photo or a voice note comes with it: it may say more than its words. */
      file?: true;
    }
  | { kind: 'text'; text: string; messageId: string; sentAt: number | null }
  /** A button; `value` as `said` sent it. */
  | { kind: 'choice'; value: string; messageId: string }
  | {
      kind: 'media';
      text: string;
      messageId: string;
      sentAt: number | null;
      /** It is something to listen to. */
      spoken?: true;
    }
  /** A text message with nothing in it: the network took a picture out on its way. */
  | { kind: 'emptied'; messageId: string }
  | {
      kind: 'command';
      command: Command;
      text: string;
      messageId: string;
      facts?: Facts;
      /** LINK with a code: what became of it. */
      link?: LinkAnswer;
      /** The provider has obeyed it already, so that it is nothing else, whatever was asked. */
      final?: true;
    }
  /** The safeguarding gate read something in a message: care first, and questions later. `stops` where it says STOP too. */
  | {
      kind: 'distress';
      category: string;
      /** Another kind that it may be as well: they are told of help for both. */
      also?: string;
      language: Language;
      messageId: string;
      stops: boolean;
      /** The age that they say is theirs in the same breath. */
      age?: number;
      /** The message is part of a response already: somebody has just written down what is said in it. */
      heard?: true;
    }
  /** In what somebody wrote down of a voice note they say how old they are. */
  | { kind: 'age'; age: number; messageId: string }
  | { kind: 'timeout'; number: number }
  /** Another address was joined to this one, by the code that was given here. */
  | { kind: 'joined' }
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
  /** Our last question is still waiting to be sent: nobody can have seen it, whatever they write now. */
  unseen: boolean;
  /** A number that anybody could text to reach us, where the channel has one. */
  ourNumber: string | null;
  /** Which name the words of FORGET ME have for what is out of our hands. */
  reach: 'phone' | 'app';
  /** Whether a person must decide before somebody is forgotten; asked for only where that is about to happen. */
  byPerson: boolean;
  organisation: Organisation;
  /** This chat cannot be found again weeks later, so no follow-up can be sent to it. */
  fleeting?: boolean | undefined;
  /** Our numbers and names on other channels, as people write them. */
  elsewhere?: readonly string[];
}
