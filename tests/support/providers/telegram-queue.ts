import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Update = { update_id: number } & Record<string, unknown>;

interface Call {
  method: string;
  payload: Record<string, unknown>;
}

/**
 * The half of the Bot API that is asked: it keeps updates until a later offset confirms them, holds an answer back while
 * there are none, and answers everything else with what a test says. https://core.telegram.org/bots/api#getupdates
 */
export async function telegramQueue() {
  const calls: Call[] = [];
  let updates: Update[] = [];
  let waiting: ServerResponse | null = null;
  /** Answers in place of the next ones, by method. */
  const refusals = new Map<string, { status: number; body: unknown }[]>();
  /** By method, and `getMyCommands:cy` for one language. */
  const results: Record<string, unknown> = {
    getMe: { id: 7, is_bot: true, username: 'hearback_test_bot', can_join_groups: false },
    getWebhookInfo: { url: '', pending_update_count: 0 },
    getMyCommands: [],
    sendMessage: { message_id: 1, date: 1, chat: { id: 1, type: 'private' } },
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const method = (request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '';
      const payload = JSON.parse(body || '{}') as Record<string, unknown>;
      calls.push({ method, payload });
      const refusal = refusals.get(method)?.shift();
      if (refusal !== undefined) return answer(response, refusal.body, refusal.status);
      const inLanguage = results[`${method}:${String(payload.language_code)}`];
      if (method !== 'getUpdates')
        return answer(response, { ok: true, result: inLanguage ?? results[method] ?? true });
      updates = updates.filter(({ update_id: id }) => id >= Number(payload.offset ?? 0));
      if (updates.length > 0) return answer(response, { ok: true, result: updates });
      waiting = response;
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    results,
    of: (method: string) => calls.filter((call) => call.method === method),
    /** What a person does, as an update. */
    add(...more: Update[]) {
      updates.push(...more);
      if (waiting !== null) answer(waiting, { ok: true, result: updates });
      waiting = null;
    },
    refuse(method: string, status: number, description: string, parameters?: object) {
      const body = { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) };
      refusals.set(method, [...(refusals.get(method) ?? []), { status, body }]);
    },
    /** What nobody has confirmed yet. */
    left: () => updates.map(({ update_id: id }) => id),
  };
}

function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
