import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { NewId } from '#domain/clock.ts';

const BYTES = 16;

/**
 * UUIDs of version 7 that sort in the order they were made, in one process even within a millisecond and where the
 * clock is set back. The randomness is fetched for many at once: asking for it costs more than all the rest.
 */
export function uuids(): NewId {
  const pool = Buffer.alloc(256 * BYTES);
  let used = pool.length;
  let msecs = 0;
  let seq = 0;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.subarray(used, used + BYTES);
    used += BYTES;
    const now = Date.now();
    if (now > msecs) {
      msecs = now;
      // 31 of the 32 bits, so that there is room to count on from any start. Bytes 10 to 15 are the id's own.
      seq = random.readUInt32BE(6) >>> 1;
    } else {
      seq = (seq + 1) >>> 0;
      if (seq === 0) msecs += 1;
    }
    return v7({ random, msecs, seq });
  };
}
