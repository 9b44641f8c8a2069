import type { Reaction, Received } from './far-side.ts';
import { json } from './twilio-answers.ts';

interface TwilioNumber {
  sid: string;
  phone_number: string;
  capabilities: { sms: boolean };
  sms_url: string;
  sms_method: string;
  sms_application_sid: string;
}

export interface TwilioContent {
  sid: string;
  friendly_name: string;
  language: string;
  types: Record<string, { body?: string }>;
  /** What Meta said of it; null where nobody asked. */
  approval: string | null;
}

/** What an account holds besides messages, as the console shows it; a test may change any of it. */
export interface TwilioSetup {
  account: { status: string; type: string };
  numbers: TwilioNumber[];
  services: {
    sid: string;
    inbound_request_url: string | null;
    inbound_method: string;
    use_inbound_webhook_on_number: boolean;
    numbers: string[];
  }[];
  senders: {
    sid: string;
    sender_id: string;
    status: string;
    webhook: { callback_url: string; callback_method: string } | null;
  }[];
  contents: TwilioContent[];
  /** Every content that was posted, whatever became of it. */
  posted: Record<string, unknown>[];
  /** What becomes of every call of the Content API, where it does not work. */
  contentFails: Reaction | null;
}

export function emptySetup(): TwilioSetup {
  return {
    account: { status: 'active', type: 'Full' },
    numbers: [],
    services: [],
    senders: [],
    contents: [],
    posted: [],
    contentFails: null,
  };
}

const page = (key: string, found: unknown[]) =>
  json(200, { [key]: found, meta: { key, page: 0, page_size: 50, next_page_url: null } });

/** The parts of Twilio's REST API that the setup is read and changed by; undefined where it is none of them. */
export function setupReaction(setup: TwilioSetup, base: string, request: Received): Reaction | undefined {
  const path = request.url.pathname;
  if (path === `${base}.json`) return json(200, { sid: base.split('/').at(-1), ...setup.account });
  if (path.startsWith(`${base}/IncomingPhoneNumbers`)) return ofNumbers(setup, base, request);
  if (path.startsWith('/v1/Services/')) return ofServices(setup, request);
  if (path.startsWith('/v2/Channels/Senders')) return ofSenders(setup, request);
  if (path.startsWith('/v1/Content')) return setup.contentFails ?? ofContents(setup, request);
  return undefined;
}

function ofNumbers(setup: TwilioSetup, base: string, { url, method, body }: Received): Reaction | undefined {
  if (url.pathname === `${base}/IncomingPhoneNumbers.json`) {
    const wanted = url.searchParams.get('PhoneNumber');
    const found = setup.numbers.filter((one) => wanted === null || one.phone_number === wanted);
    return json(200, { incoming_phone_numbers: found, next_page_uri: null, page: 0, page_size: 50 });
  }
  const number = setup.numbers.find(({ sid }) => url.pathname.endsWith(`/${sid}.json`));
  if (number === undefined) return undefined;
  const form = new URLSearchParams(body);
  if (method === 'POST')
    Object.assign(number, {
      sms_url: form.get('SmsUrl') ?? number.sms_url,
      sms_method: form.get('SmsMethod') ?? number.sms_method,
      sms_application_sid: form.get('SmsApplicationSid') ?? number.sms_application_sid,
    });
  return json(200, number);
}

function ofServices(setup: TwilioSetup, { url, method, body }: Received): Reaction | undefined {
  const [, , , sid, below] = url.pathname.split('/');
  const service = setup.services.find((one) => one.sid === sid);
  if (service === undefined) return undefined;
  if (below === 'PhoneNumbers') {
    return page(
      'phone_numbers',
      service.numbers.map((number) => ({ sid: number })),
    );
  }
  const form = new URLSearchParams(body);
  if (method === 'POST')
    Object.assign(service, {
      inbound_request_url: form.get('InboundRequestUrl') ?? service.inbound_request_url,
      inbound_method: form.get('InboundMethod') ?? service.inbound_method,
    });
  return json(200, service);
}

function ofSenders(setup: TwilioSetup, { url, method, body }: Received): Reaction | undefined {
  if (url.pathname === '/v2/Channels/Senders') return page('senders', setup.senders);
  const sender = setup.senders.find(({ sid }) => url.pathname === `/v2/Channels/Senders/${sid}`);
  if (sender !== undefined && method === 'POST') Object.assign(sender, JSON.parse(body));
  return sender && json(200, sender);
}

function ofContents(setup: TwilioSetup, { url, method, body }: Received): Reaction | undefined {
  if (url.pathname === '/v1/Content' && method === 'POST') {
    const asked = JSON.parse(body) as Omit<TwilioContent, 'sid' | 'approval'>;
    setup.posted.push({ ...asked });
    const sid = `HX${setup.posted.length.toString(16).padStart(32, '0')}`;
    setup.contents.push({ ...asked, sid, approval: null });
    return json(201, { ...asked, sid });
  }
  if (url.pathname === '/v1/Content') return page('contents', setup.contents);
  const content = setup.contents.find(({ sid }) => url.pathname.split('/')[3] === sid);
  if (content === undefined) return undefined;
  if (!url.pathname.endsWith('/ApprovalRequests')) return json(200, content);
  const whatsapp = content.approval === null ? {} : { name: content.friendly_name, status: content.approval };
  return json(200, { sid: content.sid, whatsapp });
}
