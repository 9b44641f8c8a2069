import type { LookupFunction } from 'node:net';
import type { Clock } from '#domain/clock.ts';

export interface TwilioConfig {
  /** Starts with AC. */
  accountSid: string;
  authToken: string;
  /** Where there is one, Twilio picks the sender of a text; one of this and `from` is needed. */
  messagingServiceSid: string | null;
  /** The number to text from when an address has none of ours beside it. */
  from: string | null;
  /** The number of our WhatsApp sender (E.164); null where there is none. */
  whatsappFrom: string | null;
  /** Content SIDs (HX...) of approved WhatsApp templates, by `followUp.en` and the like. */
  templates: Readonly<Record<string, string>>;
  /** Of a segment, a WhatsApp message and a WhatsApp template, in pence. */
  pence: { sms: number; whatsapp: number; template: number };
  /** What one sender may send a second; null for texts: by whether a messaging service spreads them. */
  perSecond: { sms: number | null; whatsapp: number };
  /** Whether typographic characters give way to plain ones where that makes a text cheaper. */
  plainPunctuation: boolean;
  /** Only for tests and proxies; null is api.twilio.com and its neighbours. */
  apiBaseUrl: string | null;
  /** What Twilio calls us by: signatures are computed over it, so it is never inferred from a request. */
  publicUrl: string;
  /** For one POST from first byte to last; 15 s where it is not given. */
  timeoutMs?: number;
  clock?: Clock;
  /** In place of the system's resolver, for files. */
  lookup?: LookupFunction;
}

/** Twilio itself gives up on us after 15 s, and we on Twilio. */
export function timeoutOf({ timeoutMs }: TwilioConfig): number {
  return timeoutMs ?? 15_000;
}

export function nowOf({ clock }: TwilioConfig): number {
  return clock?.now() ?? Date.now();
}
