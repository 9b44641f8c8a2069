import { z } from 'zod';
import type { Connection } from './client.ts';

const api = 'https://api.twilio.com';

const listedMessage = z.looseObject({
  sid: z.string().min(1),
  status: z.string(),
  direction: z.string(),
  body: z.string().nullish(),
  date_created: z.string(),
  error_code: z.number().nullish(),
});
export type ListedMessage = z.infer<typeof listedMessage>;

const page = z.looseObject({
  messages: z.array(listedMessage),
  next_page_uri: z.string().startsWith('/').nullish(),
});

const pageSize = 100;

/**
 * The messages to one address, newest first, and whether these are all. Throws on whatever is not such a list: the library
 * would take an answer of another shape for an empty one.
 */
export async function listedTo(
  connection: Connection,
  accountSid: string,
  to: string,
  maxPages: number,
): Promise<{ messages: ListedMessage[]; whole: boolean }> {
  const twilio = await connection.client();
  const messages: ListedMessage[] = [];
  const query = new URLSearchParams({ To: to, PageSize: String(pageSize) });
  let next: string | null = `/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`;
  for (let read = 0; read < maxPages && next !== null; read += 1) {
    const answer = await twilio.request({ method: 'get', uri: api + next });
    const { messages: found, next_page_uri } = page.parse(bodyOf(answer));
    messages.push(...found);
    next = next_page_uri ?? null;
  }
  return { messages, whole: next === null };
}

function bodyOf(answer: unknown): unknown {
  const { body } = z.looseObject({ body: z.unknown() }).parse(answer);
  return typeof body === 'string' ? JSON.parse(body) : body;
}
