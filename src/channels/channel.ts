import type { Choice, TemplateName } from '#domain/choices.ts';
import type { ChannelName, InboundKind, Language, Purpose, Reason } from '#domain/words.ts';

/** A webhook as it arrived: the body byte for byte, because signatures are computed over it. */
export interface WebhookRequest {
  method: string;
  /** Path and query as the provider called them, e.g. `/webhooks/twilio?x=1`. */
  path: string;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  rawBody: Buffer;
  /** The other end of the socket itself, whatever a forwarded header says; absent where nobody asks for it. */
  peer?: string;
}

export interface MediaRef {
  /** Where the provider keeps the file, or the provider's id of it. */
  ref: string;
  contentType: string | null;
}

/** How much of a file is taken, and for how long. */
export interface FetchBounds {
  maxBytes: number;
  /** Ends it, at whatever point it is. */
  signal: AbortSignal;
}

/** What became of asking a provider for a file. The content type is what the provider says: never to be believed. */
export type Fetched =
  | { kind: 'file'; bytes: Buffer; contentType: string | null }
  /** The provider has it no more. */
  | { kind: 'gone' }
  | { kind: 'tooLarge' }
  /** It is not on the provider's own hosts, or they lead away from them: it is not fetched. */
  | { kind: 'elsewhere' }
  | { kind: 'retry'; afterMs: number };

/** One message, in or out, that its provider still keeps. */
export interface KeptMessage {
  /** As `providerId` of what came in, or of what the provider accepted. */
  providerId: string;
  /** ms; when it was sent. */
  at: number;
  /** It tells them that they are forgotten, and holds nothing that they said. */
  farewell: boolean;
}

/** What became of asking a provider to delete a message. `cannot`: its API never will. */
export type Forgotten = { kind: 'done' } | { kind: 'cannot' } | { kind: 'retry'; afterMs: number };

/** One thing that came in. Personal data: it is stored, never logged. */
export interface Inbound {
  channel: ChannelName;
  /** Our side of the conversation: the number, bot or sender that was written to. */
  account: string;
  /** The provider's own id of this event; a second one with the same key is the same event. */
  dedupeKey: string;
  /** The provider's own id of the message in it, by which it can be deleted there; absent where there is none. */
  providerId?: string;
  /** It is the message with that `providerId` once more, in other words. */
  edit?: true;
  /** What this channel needs to write back. Opaque outside the channel. */
  address: string;
  /**
   * What its sender is known by, the best first, where that is not the address itself: a number and a provider's user id
   * may name one person, and an address may change while they do not. Absent: the address.
   */
  identityKeys?: string[];
  kind: InboundKind;
  /** The resident's words, exactly; '' where there are none. */
  text: string;
  /** The value of a button that was pressed, as we sent it. */
  choice: string | null;
  media: MediaRef[];
  /** The provider's id of our message that this one quotes, where the channel can say so. */
  replyTo: string | null;
  /** For `addressChanged`: the address from now on. */
  newAddress: string | null;
  /** By the provider's clock, ms; null where it does not say. */
  sentAt: number | null;
  receivedAt: number;
}

/** What a provider later says about a delivery. */
export interface Receipt {
  channel: ChannelName;
  providerId: string;
  /** Our attempt id, where the provider hands it back. */
  attemptId: string | null;
  state: 'accepted' | 'sent' | 'delivered' | 'read' | 'rejected';
  reason: Reason | null;
  /** The provider's own error code, kept for people who must ask the provider. */
  code: string | null;
}

export interface Outbound {
  deliveryId: string;
  /** Opaque; safe to show to the provider in a callback URL. A new one for each attempt. */
  attemptId: string;
  address: string;
  account: string;
  purpose: Purpose;
  text: string;
  choices: Choice[];
  /** To be sent in place of the text, which would not be let through any more; null where the text goes. */
  template: { ref: string; language: Language; variables: string[] } | null;
  /** ms; the provider should drop the message after this. */
  expiresAt: number | null;
}

export type SendResult =
  | { kind: 'accepted'; providerId: string; segments: number | null }
  | { kind: 'rejected'; reason: Reason; code: string | null; permanent: boolean }
  /** Not accepted for certain (429, DNS failure, connection refused): may be tried again after `afterMs`. */
  | { kind: 'retryAfter'; afterMs: number; reason: Reason; code: string | null }
  /** The same chat lives under another address now: it was not accepted, and goes there instead. */
  | { kind: 'moved'; address: string }
  /** It may or may not have been accepted: a timeout, a reset, a 5xx. */
  | { kind: 'unknown'; code: string | null };

/** What a message costs, before it is sent. */
export interface Price {
  /** SMS segments; null where a channel knows none. */
  segments: number | null;
  /** In thousandths of a penny, so that sums stay whole numbers. */
  millipence: number;
}

/** An attempt of which nobody knows what became, for asking its provider. Times in ms. */
export interface LostAttempt {
  attemptId: string;
  address: string;
  account: string;
  text: string;
  attemptedAt: number;
}

/** What a provider says of a lost attempt. `none`: it never took it. `cannot`: it keeps no such list. */
export type LookedUp =
  | { kind: 'found'; receipt: Receipt }
  | { kind: 'none' }
  | { kind: 'cannot' }
  | { kind: 'retry'; afterMs: number };

/** One thing that `hearback doctor` looked at, in plain English and in one line. No secret and no personal data in it. */
export interface Check {
  /** What was looked at, such as "Telegram webhook". */
  what: string;
  state: 'ok' | 'warning' | 'problem';
  /** What was found. */
  found: string;
  /** What to do; null where it is as it should be. */
  remedy: string | null;
  /** Whether `register` would put it right. */
  fixable: boolean;
}

export interface Capabilities {
  receipts: boolean;
  /** Whether the provider itself confirms STOP, START and HELP, so that we must not. */
  confirmsStop: boolean;
  /** Buttons in one message; 0 where choices are answered by number. */
  choices: number;
  /** Characters in one message. */
  maxLength: number;
  /** `phone`: text messages, which cost what a network charges, at a number that anybody can text. */
  reach: 'phone' | 'app';
  /** How long a resident may pause within one response before it counts as whole, ms. */
  quietMs: number;
  /** How long after their last message free text is let through, ms; afterwards only a template. null: always. */
  freeTextMs: number | null;
  /** Whether a follow-up may reach them weeks later. Where not, they are asked for another address. */
  followUps: boolean;
  /** Whether the files that residents send arrive. */
  media: boolean;
  /** What one sender of ours may send: a bucket of `burst` tokens that fills by `perSecond`. null: as fast as we like. */
  rate: { perSecond: number; burst: number } | null;
  /** The phone number in this address (E.164), where what it costs and whether we send there depends on its country. */
  phone: string | null;
}

/** How a webhook is understood: who may not call is refused before anything is parsed. */
export type Verdict =
  | { ok: true; inbounds: Inbound[]; receipts: Receipt[]; reply: { contentType: string; body: string } }
  | { ok: false; status: 400 | 401 | 403; why: string };

/**
 * One way to reach residents. A provider's folder implements this and nothing outside it knows the provider.
 * `send` never throws: whatever happens is one of the SendResult kinds. It makes at most one POST.
 */
export interface Channel {
  name: ChannelName;
  /** By address, because the simulator has phones of several kinds. */
  capabilities(address: string): Capabilities;
  send(message: Outbound): Promise<SendResult>;
  /** The bytes of a file that an Inbound named, from the provider's own hosts only. Never throws; absent where no files come. */
  fetchMedia?(media: { ref: string; account: string }, bounds: FetchBounds): Promise<Fetched>;
  /** Deletes a message where the provider keeps it. Never throws; absent where no provider keeps any. */
  forget?(message: KeptMessage): Promise<Forgotten>;
  /** It is kept with us, or never will be: what this channel itself keeps of it may go. */
  forgetMedia?(ref: string): Promise<void>;
  /** What a message will cost as it stands. Absent where it costs nothing. */
  price?(message: Outbound): Price;
  /** The provider's reference of an approved template, from the settings; null where there is none in this language. */
  templateRef?(name: TemplateName, language: Language): string | null;
  /** What became of an attempt whose answer was lost. Never throws; sends nothing. Absent where no provider can say. */
  lookUp?(attempt: LostAttempt): Promise<LookedUp>;
  /** Looks at credentials, sender, webhooks and templates at the provider, for `hearback doctor`. Changes nothing. Never throws. */
  check?(): Promise<Check[]>;
  /** Puts right what `check` called fixable, and says what it did. Never throws. */
  register?(): Promise<Check[]>;
}

/** A channel whose provider calls us: verify the signature over the exact public URL, then parse with zod. */
export interface WebhookChannel extends Channel {
  webhook(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
}
