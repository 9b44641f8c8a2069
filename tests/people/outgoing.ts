import { createLogger } from '#logger.ts';
import { createOutbox } from '#outbox/outbox.ts';
import { readKeys } from '#people/keys.ts';
import type { consultation } from '#tests/loop/consultation.ts';
import { NOON } from '#tests/loop/consultation.ts';
import { provider } from '#tests/outbox/ledger.ts';
import { testClock } from '#tests/support/clock.ts';

/** The key that tests/loop/consultation.ts seals its addresses with. */
const townKeys = readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere');

export type Town = Awaited<ReturnType<typeof consultation>>;

/** Sends what is due, and gives all that a network got. */
export async function sendAll({ store, newId }: Town) {
  const sms = provider('sms');
  const outbox = createOutbox({
    store,
    channels: new Map([['sms', sms]]),
    keys: townKeys,
    clock: testClock(NOON),
    newId,
    log: createLogger('silent'),
    hours: { from: '08:00', until: '20:00' },
  });
  await outbox.pump();
  return sms.posts;
}
