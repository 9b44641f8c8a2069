import { randomBytes } from 'node:crypto';
import type { Ledger, Reaction, Received } from './far-side.ts';
import { countArrivals, openGate, openScript, type Script } from './script.ts';
import { flawOf, json, refusal, type TwilioAnswer, twilioAnswers } from './twilio-answers.ts';
import { listing, newMessage, resource, type TwilioMessage } from './twilio-messages.ts';
import { emptySetup, setupReaction, type TwilioSetup } from './twilio-setup.ts';

/** One POST to Messages.json, whatever became of it. */
export interface TwilioPost {
  /** ms since 1970. */
  at: number;
  to: string;
  from: string | null;
  messagingServiceSid: string | null;
  body: string;
  statusCallback: string | null;
  /** Everything that was posted. */
  form: Record<string, string>;
  /** What the double did; `invalid` and `unauthorised` where Twilio refuses by itself. */
  answer: TwilioAnswer['kind'] | 'invalid' | 'unauthorised';
  /** The message that Twilio sends because of it; null if none. */
  sid: string | null;
}

export interface TwilioApi {
  react(request: Received): Promise<Reaction>;
  posts: readonly TwilioPost[];
  messages: readonly TwilioMessage[];
  script: Script<TwilioAnswer>;
  release(): void;
  /** The messages that were deleted, in order; `removed(n)` resolves when n have been in all. */
  deleted: readonly string[];
  removed(count: number): Promise<void>;
  posted(count: number): Promise<void>;
  /** Keeps what becomes of asking for a file, and gives the path where it can be fetched. */
  keep(reaction: Reaction): string;
  /** Numbers, services, senders and contents of the account. */
  setup: TwilioSetup;
  /** Every request for a file: where, and with which credentials. */
  asked: readonly { path: string; authorization: string | undefined }[];
}

export function newSid(prefix: 'SM' | 'MM' | 'ME'): string {
  return prefix + randomBytes(16).toString('hex');
}

/** The part of Twilio's REST API that concerns messages: https://www.twilio.com/docs/messaging/api/message-resource */
export function twilioApi(accountSid: string, authToken: string, ledger: Ledger<TwilioPost>): TwilioApi {
  const base = `/2010-04-01/Accounts/${accountSid}`;
  const credentials = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const script = openScript<TwilioAnswer>(twilioAnswers.accept);
  const gate = openGate();
  const arrivals = countArrivals();
  const posts: TwilioPost[] = [];
  const messages: TwilioMessage[] = [];
  const deleted: string[] = [];
  const removals = countArrivals();
  const setup = emptySetup();
  const files = new Map<string, Reaction>();
  const asked: { path: string; authorization: string | undefined }[] = [];

  async function react(request: Received): Promise<Reaction> {
    const { url, method, headers } = request;
    const authorised = headers.authorization === credentials;
    if (files.has(url.pathname)) asked.push({ path: url.pathname, authorization: headers.authorization });
    if (method === 'POST' && url.pathname === `${base}/Messages.json`) return await take(request, authorised);
    if (!authorised) return refusal(twilioAnswers.unauthorised);
    if (method === 'DELETE') return remove(url.pathname);
    const ofSetup = setupReaction(setup, base, request);
    return ofSetup ?? ((method === 'GET' && show(url)) || notFound(url.pathname));
  }

  async function take(request: Received, authorised: boolean): Promise<Reaction> {
    const form = Object.fromEntries(new URLSearchParams(request.body));
    const flaw = authorised ? flawOf(form) : twilioAnswers.unauthorised;
    if (flaw !== undefined) {
      record(form, authorised ? 'invalid' : 'unauthorised', null);
      return refusal(flaw);
    }
    const answer = script.take(form.To ?? '');
    const message = answer.kind.startsWith('accept') ? newMessage(newSid('SM'), form) : null;
    record(form, answer.kind, message);
    if (answer.kind === 'reject') return refusal(answer);
    if (answer.kind === 'acceptThenError') return refusal(twilioAnswers.serverError);
    if (message === null || answer.kind === 'acceptThenReset') return { kind: 'reset' };
    const created = json(201, resource(message, accountSid));
    if (answer.kind === 'acceptThenWait') await gate.wait();
    return created;
  }

  function record(
    form: Record<string, string>,
    answer: TwilioPost['answer'],
    message: TwilioMessage | null,
  ): void {
    const post: TwilioPost = {
      at: Date.now(),
      to: form.To ?? '',
      from: form.From ?? null,
      messagingServiceSid: form.MessagingServiceSid ?? null,
      body: form.Body ?? '',
      statusCallback: form.StatusCallback ?? null,
      form,
      answer,
      sid: message?.sid ?? null,
    };
    ledger.write(post);
    posts.push(post);
    if (message !== null) messages.push(message);
    arrivals.arrived();
  }

  /** What came in is known to Twilio by its sid alone: the double lets go of any that is asked for once. */
  function remove(pathname: string): Reaction {
    const sid = /\/Messages\/((?:SM|MM)[0-9a-f]{32})\.json$/.exec(pathname)?.[1];
    if (sid === undefined || deleted.includes(sid)) return notFound(pathname);
    const message = messages.find((one) => one.sid === sid);
    if (message !== undefined && underWay.has(message.status)) return refusal(twilioAnswers.incomplete);
    deleted.push(sid);
    if (message !== undefined) messages.splice(messages.indexOf(message), 1);
    removals.arrived();
    return { kind: 'answer', status: 204, body: '', headers: {} };
  }

  function show(url: URL): Reaction | undefined {
    const { pathname } = url;
    if (pathname === `${base}/Messages.json`) return json(200, listing(messages, url, accountSid));
    const message = messages.find(({ sid }) => pathname === `${base}/Messages/${sid}.json`);
    if (message !== undefined) return json(200, resource(message, accountSid));
    return files.get(pathname);
  }

  return {
    react,
    posts,
    messages,
    setup,
    script,
    release: gate.release,
    deleted,
    removed: removals.until,
    posted: arrivals.until,
    asked,
    keep(reaction) {
      const path = `${base}/Messages/${newSid('MM')}/Media/${newSid('ME')}`;
      files.set(path, reaction);
      return path;
    },
  };
}

/** These are on their way, and cannot be deleted yet. */
const underWay = new Set(['accepted', 'scheduled', 'queued', 'sending']);

function notFound(pathname: string): Reaction {
  const message = `The requested resource ${pathname} was not found`;
  return refusal({ kind: 'reject', status: 404, code: 20404, message });
}
