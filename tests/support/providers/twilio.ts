import { listen, openLedger, type Reaction } from './far-side.ts';
import { deliver, type OurSide, publicAddress, type WebhookAnswer, type WebhookCall } from './our-side.ts';
import { newSid, type TwilioApi, type TwilioPost, twilioApi } from './twilio-api.ts';
import {
  type InboundMessage,
  inboundForm,
  signedCall,
  statusForm,
  type TwilioSignature,
} from './twilio-webhooks.ts';

export interface TwilioOptions {
  accountSid: string;
  authToken: string;
  /** Where the product listens, if that is known already: see `callsTo`. */
  ours?: OurSide;
  /** Where to keep the log; a temporary file that `close` removes, if not given. */
  logFile?: string;
}

interface Signed {
  /** As Twilio does it, if not given. */
  signature?: TwilioSignature;
}

interface InboundCall extends InboundMessage, Signed {
  /** Below PUBLIC_URL; /webhooks/twilio if not given. */
  path?: string;
}

interface StatusUpdate extends Signed {
  /** Of a message that the double has taken. */
  sid: string;
  status: 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'read' | 'canceled';
  /** E.g. 30003 (unreachable), 30007 (filtered), 63016 (outside the WhatsApp window). */
  errorCode?: number;
  /** Any other field; wins over ours. */
  fields?: Record<string, string>;
}

/**
 * `posts` is every POST so far in order of arrival, `messages` what Twilio will send: one for each POST it took.
 * `script` says what becomes of the POSTs to come, by `To` or in order: accepted, if nothing is said.
 * `posted(n)` resolves when n POSTs have come in all; `release` lets go of what `acceptThenWait` holds back.
 */
export interface TwilioDouble extends Omit<TwilioApi, 'react' | 'keep'> {
  origin: string;
  /** The environment that makes the product talk to this double. */
  env: Record<
    | 'TWILIO_ACCOUNT_SID'
    | 'TWILIO_AUTH_TOKEN'
    | 'TWILIO_API_BASE_URL'
    | 'SMS_PER_SECOND'
    | 'WHATSAPP_PER_SECOND',
    string
  >;
  /** One post a line, synced before each answer: the truth after any crash. */
  logFile: string;
  log(): TwilioPost[];
  /** Connections are refused from now on, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  callsTo(side: OurSide): void;
  /** A resident writes: posts the signed form to the product's webhook. */
  inbound(message: InboundCall): Promise<WebhookAnswer>;
  inboundCall(message: InboundCall): WebhookCall;
  /** Reports on a message to the StatusCallback that came with it. */
  status(update: StatusUpdate): Promise<WebhookAnswer>;
  statusCall(update: StatusUpdate): WebhookCall;
  /** Makes a call, or makes it again, as Twilio's own retries and replay attacks do. */
  deliver(call: WebhookCall): Promise<WebhookAnswer>;
  /** The URL of a file that a resident sent; fetching it wants the account's credentials. */
  media(contentType: string, bytes: Buffer): string;
  /** The URL of a file that the provider gives in its own way. */
  mediaThat(reaction: Reaction): string;
  close(): Promise<void>;
}

/** Twilio, as far as we can tell from our end of the socket: a real HTTP server, and calls to our webhooks. */
export async function startTwilioDouble(options: TwilioOptions): Promise<TwilioDouble> {
  const { accountSid, authToken } = options;
  const ledger = openLedger<TwilioPost>('twilio', options.logFile);
  const { react, keep, ...api } = twilioApi(accountSid, authToken, ledger);
  const { origin, down, up, close } = await listen(react);
  let ours = options.ours;

  function side(): OurSide {
    if (ours === undefined) throw new Error('Tell the double where the product listens: callsTo({ local }).');
    return ours;
  }

  function inboundCall({ signature, path = '/webhooks/twilio', ...message }: InboundCall): WebhookCall {
    const form = inboundForm(message, message.messageSid ?? newSid('SM'), accountSid);
    return signedCall(authToken, publicAddress(side(), path), form, signature);
  }

  function statusCall({ sid, status, errorCode, signature, fields }: StatusUpdate): WebhookCall {
    const message = api.messages.find((one) => one.sid === sid);
    const url = api.posts.find((post) => post.sid === sid)?.statusCallback;
    if (message === undefined) throw new Error(`Twilio has no message ${sid}.`);
    if (url === undefined || url === null) throw new Error(`Twilio was given no StatusCallback for ${sid}.`);
    Object.assign(message, { status, errorCode: errorCode ?? null });
    return signedCall(authToken, url, { ...statusForm(message, accountSid), ...fields }, signature);
  }

  return {
    ...api,
    origin,
    env: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_API_BASE_URL: origin,
      // A network of one's own has no other traffic to wait for.
      SMS_PER_SECOND: '1000',
      WHATSAPP_PER_SECOND: '1000',
    },
    logFile: ledger.file,
    log: ledger.read,
    down,
    up,
    callsTo(to) {
      ours = to;
    },
    inboundCall,
    statusCall,
    inbound: async (message) => await deliver(side(), inboundCall(message)),
    status: async (update) => await deliver(side(), statusCall(update)),
    deliver: async (call) => await deliver(side(), call),
    media: (contentType, body) =>
      origin + keep({ kind: 'answer', status: 200, body, headers: { 'content-type': contentType } }),
    mediaThat: (reaction) => origin + keep(reaction),
    async close() {
      api.release();
      await close();
      ledger.close();
    },
  };
}
