import { deliver, type WebhookCall } from '#tests/support/providers/our-side.ts';
import { countArrivals } from '#tests/support/providers/script.ts';
import type { TelegramDouble } from '#tests/support/providers/telegram.ts';
import type { TwilioDouble } from '#tests/support/providers/twilio.ts';
import { chatOf, ourNumber, smsNumber } from './town.ts';

/** A resident who writes in, and what their provider will post, each call made once and repeated as it is. */
export interface Writer {
  /** What the ledger of messages must know each call by, in order. */
  keys: string[];
  calls: WebhookCall[];
  /** The words among them that answer the question. */
  words: string[];
}

/** A keyword, words, a command in their midst that is no answer, and more words. */
export function writersTo(
  { twilio, telegram }: { twilio: TwilioDouble; telegram: TelegramDouble },
  many: number,
): Writer[] {
  return Array.from({ length: many }, (_, resident) => {
    const words = [1, 2, 3, 4].map((part) => `Bench ${resident} by the library is broken, part ${part}`);
    const texts = ['High Street', ...words.slice(0, 2), 'PRIVACY', ...words.slice(2)];
    const calls = texts.map((text) =>
      resident % 4 === 0
        ? telegram.call.message({ chatId: chatOf(resident), text })
        : twilio.inboundCall({ from: smsNumber(resident), to: ourNumber, body: text }),
    );
    return { calls, words, keys: calls.map(({ body }) => keyIn(body)) };
  });
}

function keyIn(body: string): string {
  return body.startsWith('{')
    ? `424242:${(JSON.parse(body) as { update_id: number }).update_id}`
    : `${ourNumber}:${new URLSearchParams(body).get('MessageSid')}`;
}

/** The far side of the webhooks while the product comes and goes. */
export interface Post {
  /** Posts until it is acknowledged, as providers do: the same call, and never while nothing listens. */
  untilAcknowledged(call: WebhookCall): Promise<void>;
  /** How many acknowledgements there were. */
  acknowledged(): number;
  /** Resolves with the acknowledgement of that number. */
  until(count: number): Promise<void>;
  /** Every answer that was not 2xx. */
  refusals(): number[];
  /** Lets calls through: so many, or all that come. */
  open(most?: number): void;
  closed(): void;
}

export function post(local: string, publicUrl = local): Post {
  const acknowledgements = countArrivals();
  const refused: number[] = [];
  let opened = Promise.withResolvers<void>();
  let left = 0;
  let acknowledged = 0;
  const pass = async () => {
    while (left === 0) await opened.promise;
    left -= 1;
  };
  return {
    async untilAcknowledged(call) {
      for (;;) {
        await pass();
        const answer = await deliver({ local, publicUrl }, call).catch(() => null);
        if (answer !== null && answer.status < 300) {
          acknowledged += 1;
          acknowledgements.arrived();
          return;
        }
        if (answer !== null) refused.push(answer.status);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    acknowledged: () => acknowledged,
    until: acknowledgements.until,
    refusals: () => refused,
    open(most = Number.POSITIVE_INFINITY) {
      left = most;
      opened.resolve();
      opened = Promise.withResolvers();
    },
    closed() {
      left = 0;
    },
  };
}
