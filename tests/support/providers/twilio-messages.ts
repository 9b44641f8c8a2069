/** A message that Twilio has taken, as its API shows it. */
export interface TwilioMessage {
  sid: string;
  status: string;
  errorCode: number | null;
  to: string;
  from: string | null;
  messagingServiceSid: string | null;
  body: string;
  at: number;
}

export function newMessage(sid: string, form: Record<string, string>): TwilioMessage {
  return {
    sid,
    status: form.From === undefined ? 'accepted' : 'queued',
    errorCode: null,
    to: form.To ?? '',
    from: form.From ?? null,
    messagingServiceSid: form.MessagingServiceSid ?? null,
    body: form.Body ?? filledBy(form),
    at: Date.now(),
  };
}

/** Twilio shows a content as residents read it; the double only what fills it. */
function filledBy({ ContentVariables }: Record<string, string>): string {
  if (ContentVariables === undefined) return '';
  return Object.values(JSON.parse(ContentVariables) as Record<string, string>).join('\n');
}

/** https://www.twilio.com/docs/messaging/api/message-resource#message-properties */
export function resource(message: TwilioMessage, accountSid: string): Record<string, unknown> {
  const { sid, at } = message;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: date,
    date_sent: message.status === 'accepted' || message.status === 'queued' ? null : date,
    date_updated: date,
    direction: 'outbound-api',
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: '0',
    // A messaging service has not chosen a sender yet when it answers, so it does not know.
    num_segments: message.from === null ? '0' : '1',
    price: null,
    price_unit: null,
    sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    tags: null,
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** One page of the messages that a query asks for, newest first, as GET Messages.json gives them. */
export function listing(
  all: readonly TwilioMessage[],
  url: URL,
  accountSid: string,
): Record<string, unknown> {
  const pageSize = Number(url.searchParams.get('PageSize') ?? 50);
  const page = Number(url.searchParams.get('Page') ?? 0);
  const found = all.filter((message) => asked(message, url.searchParams)).toReversed();
  const start = page * pageSize;
  const shown = found.slice(start, start + pageSize);
  const uriOf = (number: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('Page', String(number));
    query.set('PageSize', String(pageSize));
    return `${url.pathname}?${query}`;
  };
  return {
    messages: shown.map((message) => resource(message, accountSid)),
    first_page_uri: uriOf(0),
    previous_page_uri: page === 0 ? null : uriOf(page - 1),
    next_page_uri: start + pageSize < found.length ? uriOf(page + 1) : null,
    page,
    page_size: pageSize,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uriOf(page),
  };
}

/** The names of the date filters end in < and >, which mean "on or before" and "on or after". */
function asked(message: TwilioMessage, query: URLSearchParams): boolean {
  const to = query.get('To');
  const from = query.get('From');
  const sent = (limit: string) => new Date(message.at).toISOString().slice(0, limit.length === 10 ? 10 : 19);
  const on = query.get('DateSent');
  const before = query.get('DateSent<');
  const after = query.get('DateSent>');
  return (
    (to === null || message.to === to) &&
    (from === null || message.from === from) &&
    (on === null || sent(on.slice(0, 10)) === on.slice(0, 10)) &&
    (before === null || sent(before) <= before.slice(0, 19)) &&
    (after === null || sent(after) >= after.slice(0, 19))
  );
}
