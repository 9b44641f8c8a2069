import type { ConsentKind, Language } from '#domain/words.ts';

/** Where one resident is in one flow version. JSON; it holds ids of messages, never anybody's words. */
export interface Session {
  flow: string;
  /** held: a person must look before anything more is asked. */
  status: 'active' | 'held' | 'ended';
  /** The step whose answer we wait for; null before the start and after the end. */
  at: string | null;
  /** null until the resident has chosen; in Wales we then write both languages. */
  language: Language | null;
  /** The response that is being listened to. */
  listening: { responseId: string; stepId: string; messageIds: string[] } | null;
  /** The newest timer; an older one that still fires is stale. */
  wake: number;
  /** Unclear answers so far to the choice or consent that is being asked. */
  tries: number;
  chosen: Record<string, string>;
  consents: Partial<Record<ConsentKind, boolean>>;
  /** What has been said once and is not said again. */
  told: ('howToBack' | 'held' | 'afterwards' | 'languages')[];
}

export function newSession(flow: string): Session {
  return {
    flow,
    status: 'active',
    at: null,
    language: null,
    listening: null,
    wake: 0,
    tries: 0,
    chosen: {},
    consents: {},
    told: [],
  };
}

/** A session of its own to change. Written out, because structuredClone costs more than a whole step. */
export function copyOf(session: Session): Session {
  const { listening, chosen, consents, told } = session;
  return {
    ...session,
    listening: listening === null ? null : { ...listening, messageIds: [...listening.messageIds] },
    chosen: { ...chosen },
    consents: { ...consents },
    told: [...told],
  };
}
