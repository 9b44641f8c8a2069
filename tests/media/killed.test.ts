import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fetchWaiting } from '#media/fetch.ts';
import { leaseMs } from '#media/lease.ts';
import { emptyDatabase, open } from '#tests/store/databases.ts';
import { pdf } from './bytes.ts';
import { file, fridayNoon, mediaRoom } from './room.ts';

test('killed between the file and its row: it is fetched again after the lease, and kept once', async () => {
  const place = await emptyDatabase('sqlite');
  const room = mediaRoom(await open(place));
  const id = await room.arrive('it', file(pdf));
  const script = fileURLToPath(new URL('./dying.ts', import.meta.url));
  const child = spawn(process.execPath, [script, place.dataDir, room.folder, String(fridayNoon)]);
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(room.file(id)?.equals(pdf)).toBe(true);
  expect(await room.row(id)).toMatchObject({ state: 'waiting', attempts: 1 });

  await fetchWaiting(room.deps);
  expect(room.asked).toEqual([]);
  room.clock.advance(leaseMs);
  await fetchWaiting(room.deps);
  expect(room.asked).toEqual(['it']);
  expect(await room.row(id)).toMatchObject({ state: 'stored', claim: null });
  expect(await room.cases()).toHaveLength(1);
});
