import type { Reaction } from './far-side.ts';

/** What the double does with a message that is posted to it. */
export type TwilioAnswer =
  | { kind: 'accept' }
  /** Twilio sends the message, and we are never told so. */
  | { kind: 'acceptThenReset' }
  /** Twilio sends the message; the answer comes when the test calls `release`. */
  | { kind: 'acceptThenWait' }
  /** Twilio's page on error 20500 says that the message may have been sent all the same. */
  | { kind: 'acceptThenError' }
  | { kind: 'resetBeforeAccept' }
  | { kind: 'reject'; status: number; code: number; message: string; retryAfter?: number };

type Refusal = Extract<TwilioAnswer, { kind: 'reject' }>;

function reject(status: number, code: number, message: string): Refusal {
  return { kind: 'reject', status, code, message };
}

/** The refusals that the product must tell apart; codes and words from https://www.twilio.com/docs/api/errors. */
export const twilioAnswers = {
  accept: { kind: 'accept' },
  acceptThenReset: { kind: 'acceptThenReset' },
  acceptThenWait: { kind: 'acceptThenWait' },
  acceptThenError: { kind: 'acceptThenError' },
  resetBeforeAccept: { kind: 'resetBeforeAccept' },
  optedOut: reject(400, 21610, 'Attempt to send to unsubscribed recipient'),
  invalidNumber: reject(400, 21211, "Invalid 'To' Phone Number: +44770090XXXX"),
  notMobile: reject(400, 21614, "'To' number is not a valid mobile number"),
  region: reject(
    400,
    21408,
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  ),
  tooLong: reject(400, 21617, 'The concatenated message body exceeds the 1600 character limit.'),
  filtered: reject(400, 30007, 'Message filtered'),
  contentVariables: reject(400, 21656, 'The ContentVariables Parameter is invalid.'),
  outsideWindow: reject(
    400,
    63016,
    'Failed to send freeform message because you are outside the allowed window.',
  ),
  incomplete: reject(400, 20009, 'Cannot delete this resource before it completes'),
  unauthorised: reject(401, 20003, 'Authenticate'),
  forbidden: reject(403, 20403, 'Forbidden'),
  serverError: reject(500, 20500, 'An internal server error has occurred'),
  unavailable: reject(503, 20503, 'Service unavailable'),
  rateLimited: { kind: 'reject', status: 429, code: 20429, message: 'Too Many Requests', retryAfter: 1 },
} as const satisfies Record<string, TwilioAnswer>;

/** 429 with a Retry-After of so many seconds. */
export function rateLimited(retryAfter: number): TwilioAnswer {
  return { ...twilioAnswers.rateLimited, retryAfter };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reaction {
  const body = JSON.stringify(value);
  return { kind: 'answer', status, body, headers: { 'content-type': 'application/json', ...headers } };
}

/** An error as Twilio words it. */
export function refusal(answer: Refusal): Reaction {
  const { status, code, message, retryAfter } = answer;
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(
    status,
    { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    headers,
  );
}

/** What Twilio refuses without being told to; undefined where it has nothing to say against a form. */
export function flawOf(form: Record<string, string>): Refusal | undefined {
  const { To = '', From, MessagingServiceSid, Body = '', ContentSid, MediaUrl, StatusCallback } = form;
  const { ContentVariables } = form;
  if (To === '') return reject(400, 21604, "A 'To' phone number is required.");
  if (!/^(whatsapp:)?\+[1-9]\d{7,14}$|^whatsapp:[A-Z]{2}\.(ENT\.)?\w+$/.test(To))
    return reject(400, 21211, `Invalid 'To' Phone Number: ${To}`);
  if (From === undefined && MessagingServiceSid === undefined) {
    return reject(400, 21603, "A 'From' phone number is required.");
  }
  if (Body === '' && ContentSid === undefined && MediaUrl === undefined) {
    return reject(400, 21602, 'Message body is required.');
  }
  if (From !== undefined && To.startsWith('whatsapp:') !== From.startsWith('whatsapp:'))
    return reject(400, 63007, 'Twilio could not find a Channel with the specified From address');
  if (ContentVariables !== undefined && !variablesHold(ContentVariables))
    return twilioAnswers.contentVariables;
  if (Body.length > 1600) return twilioAnswers.tooLong;
  if (StatusCallback !== undefined && !URL.canParse(StatusCallback)) {
    return reject(400, 21609, `The StatusCallback URL ${StatusCallback} is not a valid URL.`);
  }
  return undefined;
}

/** https://www.twilio.com/docs/api/errors/21656 */
function variablesHold(json: string): boolean {
  const values: unknown[] = Object.values(JSON.parse(json) as Record<string, unknown>);
  return values.every(
    (value) => typeof value === 'string' && value.trim() !== '' && !/[\n\t]| {5}/.test(value),
  );
}
