import type { Verdict, WebhookRequest } from '#channels/channel.ts';
import type { Services } from '#services.ts';
import { StoreUnavailable } from '#store/db.ts';
import type { Answer } from './answer.ts';

export type WebhookServices = Pick<
  Services,
  'twilio' | 'telegram' | 'botFramework' | 'receive' | 'outbox' | 'clock' | 'log'
>;

/** A provider as a webhook knows it. */
export interface Caller {
  understand(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
}

const comeBack: Answer = {
  status: 503,
  body: 'Nothing can be stored just now. Please send it again.\n',
  retryAfter: 5,
};
const fault: Answer = { status: 500, body: 'Something went wrong here. Please send it again.\n' };

/**
 * Verifies, stores, and only then acknowledges. Whatever goes wrong is an answer, so nothing of it reaches a page
 * that would show it. A provider that was kept waiting is asked to call again; the repeat is recognised.
 */
export async function take(
  services: WebhookServices,
  caller: Caller,
  request: WebhookRequest,
  patienceMs: number,
): Promise<Answer> {
  const path = request.path.split('?', 1)[0];
  const taken = takeAll(services, caller, request, path).catch((error: unknown): Answer => {
    services.log.error({ path, err: error }, 'webhook failed');
    return error instanceof StoreUnavailable ? comeBack : fault;
  });
  const waited = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => waited.resolve(comeBack), patienceMs);
  try {
    return await Promise.race([taken, waited.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function takeAll(
  services: WebhookServices,
  caller: Caller,
  request: WebhookRequest,
  path: string | undefined,
): Promise<Answer> {
  const verdict = await caller.understand(request, services.clock.now());
  if (!verdict.ok) {
    services.log.warn({ path, status: verdict.status, why: verdict.why }, 'webhook refused');
    return { status: verdict.status, body: `${verdict.why}\n` };
  }
  for (const inbound of verdict.inbounds) await services.receive(inbound);
  for (const receipt of verdict.receipts) await services.outbox.receipt(receipt);
  return { status: 200, ...verdict.reply };
}
