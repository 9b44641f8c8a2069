import express, { type Request, type Response, type Router } from 'express';
import type { WebhookRequest } from '#channels/channel.ts';
import { type Answer, answerWith } from './answer.ts';
import { refuseBody } from './body.ts';
import { type Caller, take, type WebhookServices } from './take.ts';

/** What a provider may post to us: several times the longest message there is. */
const limit = 64 * 1024;

/**
 * Where providers call: the paths are relied on by outsiders. The body is kept byte for byte, because signatures are
 * computed over it. `patienceMs` is how long to let a provider wait: Twilio gives up after 15 s in all.
 */
export function webhookRoutes(services: WebhookServices, { patienceMs = 14_000 } = {}): Router {
  const router = express.Router();
  const { twilio, telegram, botFramework } = services;
  const callers: Record<string, { caller: Caller | null; setting: string }> = {
    '/webhooks/twilio': {
      caller: twilio && { understand: twilio.webhook },
      setting: 'TWILIO_ACCOUNT_SID',
    },
    '/webhooks/twilio/status': {
      caller: twilio && { understand: twilio.statusWebhook },
      setting: 'TWILIO_ACCOUNT_SID',
    },
    '/webhooks/telegram': {
      caller: telegram && !telegram.polls ? { understand: telegram.webhook } : null,
      setting: telegram?.polls ? 'TELEGRAM_MODE=webhook' : 'TELEGRAM_BOT_TOKEN',
    },
    '/api/messages': {
      caller: botFramework && { understand: botFramework.webhook },
      setting: 'MicrosoftAppId',
    },
  };
  for (const [path, { caller, setting }] of Object.entries(callers)) {
    if (caller === null) {
      router.post(path, (_, response) => answerWith(response, notConfigured(setting)));
      continue;
    }
    router.post(
      path,
      express.raw({ type: () => true, limit }),
      refuseBody(services),
      async (request: Request, response: Response) => {
        answerWith(response, await take(services, caller, asCalled(request), patienceMs));
      },
    );
  }
  return router;
}

function notConfigured(setting: string): Answer {
  return {
    status: 404,
    body: `Nothing is connected here yet: set ${setting} (see .env.example) and start again.\n`,
  };
}

function asCalled(request: Request): WebhookRequest {
  const headers: WebhookRequest['headers'] = {};
  for (const name in request.headers) {
    const value = request.headers[name];
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const rawBody: unknown = request.body;
  return {
    method: request.method,
    path: request.originalUrl,
    headers,
    // Without a body express leaves it undefined.
    rawBody: Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0),
    peer: request.socket.remoteAddress ?? '',
  };
}
