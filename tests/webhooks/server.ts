import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { botFramework } from '#channels/botframework/channel.ts';
import type { Inbound, Receipt } from '#channels/channel.ts';
import { telegram } from '#channels/telegram/channel.ts';
import { twilio as twilioChannels } from '#channels/twilio/channel.ts';
import { config as telegramConfig } from '#tests/channels/telegram-hooked.ts';
import { signed, config as twilioConfig } from '#tests/channels/twilio-signed.ts';
import { testClock } from '#tests/support/clock.ts';
import { webhookRoutes } from '#web/webhooks/routes.ts';
import type { WebhookServices } from '#web/webhooks/take.ts';

export const secret = 'a-secret-for-tests';
export const receivedAt = Date.UTC(2026, 10, 20, 9, 30);

interface Given {
  receive?: (inbound: Inbound) => Promise<{ kind: 'handled' | 'repeat' | 'failed' }>;
  receipt?: (receipt: Receipt) => Promise<void>;
  configured?: boolean;
  patienceMs?: number;
}

/** The webhook routes on a port of their own, with real channels and a recorder where the turn would be. */
export async function webhookServer(given: Given = {}) {
  const received: Inbound[] = [];
  const receipts: Receipt[] = [];
  const lines: string[] = [];
  const configured = given.configured ?? true;
  const services: WebhookServices = {
    twilio: configured ? twilioChannels(twilioConfig) : null,
    telegram: configured
      ? telegram({ ...telegramConfig, token: `7:${'t'.repeat(30)}`, webhookSecret: secret, apiRoot: null })
      : null,
    botFramework: configured
      ? botFramework({ credentials: null, publicUrl: 'http://localhost:3000', declineGroup: () => 'Alone.' })
      : null,
    receive: async (inbound) => {
      const outcome = await (given.receive?.(inbound) ?? { kind: 'handled' as const });
      received.push(inbound);
      return outcome;
    },
    outbox: {
      receipt: async (receipt) => {
        await given.receipt?.(receipt);
        receipts.push(receipt);
      },
    } as WebhookServices['outbox'],
    clock: testClock(receivedAt),
    log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
  };
  const app = express();
  app.use(webhookRoutes(services, given.patienceMs === undefined ? {} : { patienceMs: given.patienceMs }));
  const server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const post = (path: string, body: string | Buffer, headers: Record<string, string | undefined> = {}) =>
    fetch(url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: Object.fromEntries(
        Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    });
  const twilio = (fields: Record<string, string>, path = '/webhooks/twilio') => {
    const request = signed(fields, path);
    return post(path, request.rawBody, request.headers);
  };
  const update = (body: unknown) =>
    post('/webhooks/telegram', JSON.stringify(body), { 'x-telegram-bot-api-secret-token': secret });
  return { post, twilio, update, received, receipts, lines };
}
