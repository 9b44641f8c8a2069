import type { ConsentKind, Language } from '#domain/words.ts';

/** Why the one timer of a conversation runs. */
export type Timer =
  /** The resident may still be writing. */
  | 'quiet'
  /** They were asked for a little more and may not want to say it. */
  | 'probe'
  /** They said LATER. */
  | 'later'
  | 'reminder'
  | 'expiry';

/** Where one resident is in one flow version. JSON; it holds ids of messages, never anybody's words. */
export interface Session {
  flow: string;
  /** held: a person must look before anything more is asked. */
  status: 'active' | 'held' | 'ended';
  /** The step whose answer we wait for; null before the start and after the end. */
  at: string | null;
  /** The questions put so far, the open one last: BACK goes along it. */
  path: string[];
  /** ms: when the conversation last moved: a question was put, a word was heard. */
  since: number;
  /** ms: when the question at `at` was first put. */
  askedAt: number;
  /** null until the resident has chosen; in Wales we then write both languages. */
  language: Language | null;
  easy: boolean;
  /** The response that is being listened to. */
  listening: {
    responseId: string;
    stepId: string;
    messageIds: string[];
    words: number;
    files: number;
    /** ms */
    heardAt: number;
  } | null;
  /** The response before: what plainly continues it, or was written before the next question, is added to it. */
  previous: { responseId: string; stepId: string } | null;
  /** The step that has had its one probe, last. */
  probed: string | null;
  timer: Timer | null;
  /** ms: when the timer fires. */
  wakeAt: number | null;
  /** The newest timer; an older one that still fires is stale. */
  wake: number;
  /** ms: when to ask again after LATER. */
  later: number | null;
  reminded: number;
  /** A reminder may still be on its way: their next word calls it back. */
  reminding: boolean;
  /** Unclear answers so far to what is being asked. */
  tries: number;
  /** FORGET ME has been said and not yet confirmed. */
  confirming: boolean;
  /** They said that they are younger than the flow is for. */
  child: boolean;
  /** The gate has found something in this conversation, ever: no probing after that. */
  distressed: boolean;
  chosen: Record<string, string>;
  consents: Partial<Record<ConsentKind, boolean>>;
  /** What has been said once and is not said again. */
  told: ('howToBack' | 'held' | 'afterwards' | 'languages' | 'expired' | 'closed' | 'fleeting')[];
}

/** Whether its timer ends an answer, and is not one of days: only such a one is shown and can be hurried. */
export function waitsForMore({ timer }: Session): boolean {
  return timer === 'quiet' || timer === 'probe';
}

export function newSession(flow: string): Session {
  return {
    flow,
    status: 'active',
    at: null,
    path: [],
    since: 0,
    askedAt: 0,
    language: null,
    easy: false,
    listening: null,
    previous: null,
    probed: null,
    timer: null,
    wakeAt: null,
    wake: 0,
    later: null,
    reminded: 0,
    reminding: false,
    tries: 0,
    confirming: false,
    child: false,
    distressed: false,
    chosen: {},
    consents: {},
    told: [],
  };
}

/** As it is stored, and read again by `restored`. Leaving out what is as at the beginning was tried: it costs more than it saves. */
export function saved(session: Session): string {
  return JSON.stringify(session);
}

export function restored(stored: string): Session {
  return JSON.parse(stored) as Session;
}

/** A session of its own to change. Written out, because structuredClone costs more than a whole step. */
export function copyOf(session: Session): Session {
  const { path, listening, chosen, consents, told } = session;
  return {
    ...session,
    path: [...path],
    listening: listening === null ? null : { ...listening, messageIds: [...listening.messageIds] },
    chosen: { ...chosen },
    consents: { ...consents },
    told: [...told],
  };
}
