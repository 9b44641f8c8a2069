import { expect, test } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { telegramQueue } from '#tests/support/providers/telegram-queue.ts';
import { openLater } from './afterwards.ts';
import { freePort, product, settings, temporaryFolder } from './product.ts';

const many = 60;
const kills = 4;

test('killed again and again while it asks Telegram for messages: none is lost, and none is taken twice', {
  timeout: 120_000,
}, async () => {
  const queue = await telegramQueue();
  const env = {
    ...settings({
      TELEGRAM_BOT_TOKEN: `7:${'t'.repeat(30)}`,
      TELEGRAM_MODE: 'polling',
      TELEGRAM_API_ROOT: queue.origin,
    }),
    PORT: String(await freePort()),
    DATA_DIR: temporaryFolder(),
  };
  const hearback = product(env);
  await hearback.start();
  for (let n = 1; n <= many; n += 1) {
    queue.add({
      update_id: n,
      message: {
        ...{ message_id: n, date: Math.floor(Date.now() / 1000), text: `Thing number ${n}.` },
        chat: { id: 5_550_100 + (n % 7), type: 'private' },
      },
    });
    if (n % Math.ceil(many / kills) === 0) {
      await eventually(() => queue.left().length).toBeLessThan(many / kills);
      await hearback.kill();
      await hearback.start();
    }
  }
  await eventually(() => queue.left()).toEqual([]);
  expect(hearback.said()).not.toContain('Thing number');
  await hearback.kill();

  const services = await openLater(env);
  const kept = await services.store.read.selectFrom('messages').select(['text', 'state']).execute();
  expect(kept.map(({ text }) => text).toSorted()).toEqual(
    Array.from({ length: many }, (_, n) => `Thing number ${n + 1}.`).toSorted(),
  );
  expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(['handled']));
});
