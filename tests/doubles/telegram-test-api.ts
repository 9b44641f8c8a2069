import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { TelegramServer as TestServer } from 'telegram-test-api/lib/telegramServer.js';
import { onTestFinished } from 'vitest';
import { freePort } from '#tests/faults/product.ts';
import { eventually } from '#tests/support/eventually.ts';

/** Its types say that it is an ES module, and it is none. */
const TelegramServer = createRequire(import.meta.url)('telegram-test-api') as typeof TestServer;

export const token = `7000000001:${'t'.repeat(35)}`;

/** What the bot has sent, as the person's app shows it. */
export interface Shown {
  text: string;
  buttons: { text: string; callback_data: string }[];
  messageId: number;
}

/** Somebody else's Telegram on this machine. */
export async function testTelegram() {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1', storeTimeout: 600 });
  await server.start();
  onTestFinished(async () => void (await server.stop()));
  return server;
}

/**
 * Telegram's webhooks carry the secret that setWebhook was given, and this one's do not; and no two updates of Telegram
 * have one number, as here those do that come in quick succession.
 */
export async function addingSecret(to: () => string, secret: string): Promise<string> {
  let number = 0;
  const proxy = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    number += 1;
    const update = { ...(JSON.parse(Buffer.concat(parts).toString()) as object), update_id: number };
    const answer = await fetch(to(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
    });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void proxy.close());
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

/** A person with the app. */
export function person(server: Awaited<ReturnType<typeof testTelegram>>, chatId: number) {
  const client = server.getClient(token, { chatId, userId: chatId, firstName: 'A resident' });
  const shown = (): Shown[] =>
    server.storage.botMessages
      .filter(({ message }) => Number(message.chat_id) === chatId)
      .map(({ message, messageId }) => {
        const { reply_markup: markup, text } = message as { reply_markup?: unknown; text: string };
        return { text, buttons: buttonsOf(markup), messageId };
      });
  return {
    shown,
    opens: (payload: string) => client.sendCommand(client.makeCommand(`/start ${payload}`)),
    says: (text: string) => client.sendMessage(client.makeMessage(text)),
    presses: ({ messageId, buttons }: Shown, index: number) =>
      client.sendCallback(
        client.makeCallbackQuery(buttons[index]?.callback_data ?? '', {
          message: { message_id: messageId, chat: { id: chatId, type: 'private' } },
        } as never) as never,
      ),
    /** The message after so many, once it is there. */
    async reads(after: number): Promise<Shown> {
      await eventually(() => shown().length).toBeGreaterThan(after);
      return shown()[after] as Shown;
    },
  };
}

function buttonsOf(markup: unknown): Shown['buttons'] {
  const { inline_keyboard: rows = [] } = (markup ?? {}) as { inline_keyboard?: Shown['buttons'][] };
  return rows.flat();
}
