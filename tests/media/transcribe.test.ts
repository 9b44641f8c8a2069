import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchWaiting } from '#media/fetch.ts';
import { mostHearings, patience } from '#media/lease.ts';
import { transcribeWaiting } from '#media/transcribe.ts';
import { transcriber } from '#media/transcriber.ts';
import { emptyDatabase, open } from '#tests/store/databases.ts';
import type { Reaction } from '#tests/support/providers/far-side.ts';
import { answers, says, startTranscriberDouble } from '#tests/support/providers/transcriber.ts';
import { mp4, oggOpus, pdf } from './bytes.ts';
import { due, file, mediaRoom } from './room.ts';

async function listening(given: Reaction[] = [], key: string | null = 'a-key') {
  const double = await startTranscriberDouble(given);
  onTestFinished(() => double.close());
  const machine = transcriber({ url: double.url, key, model: 'whisper-1' });
  const room = mediaRoom(await open(await emptyDatabase('sqlite')), { transcriber: machine });
  const id = await room.arrive('voice', file(oggOpus));
  await fetchWaiting(room.deps);
  return { double, room, id };
}

test('a voice note is sent as the API wants it, and its words are handed on once', async () => {
  const { double, room, id } = await listening([says(' The crossing is too fast. \0')]);
  expect(await room.cases()).toEqual([]);
  await transcribeWaiting(room.deps);
  expect(double.asked).toEqual([
    {
      path: '/v1/audio/transcriptions',
      authorization: 'Bearer a-key',
      model: 'whisper-1',
      name: 'voice.ogg',
      contentType: 'audio/ogg',
    },
  ]);
  expect(room.heard).toEqual([[id, 'The crossing is too fast. \uFFFD']]);
});

test('a video is listened to as well, a PDF is not', async () => {
  const { double, room } = await listening();
  await room.arrive('video', file(mp4));
  await room.arrive('paper', file(pdf));
  await fetchWaiting(room.deps);
  await transcribeWaiting({ ...room.deps, transcribed: writes(room) });
  expect(double.asked.map(({ name }) => name)).toEqual(['voice.ogg', 'voice.mp4']);
});

/** As conversation/transcribed.ts does, as far as this room sees it. */
function writes(room: ReturnType<typeof mediaRoom>) {
  return async (mediaId: string, transcript: string) => {
    await room.deps.store.turn(async ({ db }) => {
      await db.updateTable('media').set({ transcript, speech: 'done' }).where('id', '=', mediaId).execute();
    });
    return true;
  };
}

test('no key is sent where none is needed', async () => {
  const { double, room } = await listening([], null);
  await transcribeWaiting({ ...room.deps, transcribed: writes(room) });
  expect(double.asked[0]?.authorization).toBeUndefined();
});

describe('what is tried again', () => {
  test.each<[string, Reaction, number]>([
    ['429 with a delay', answers(429, '{}', { 'retry-after': '120' }), 120_000],
    ['500', answers(500), patience(1)],
    ['a wrong key, which somebody may put right', answers(401), patience(1)],
    ['a connection that breaks', { kind: 'reset' }, patience(1)],
    ['JSON that is cut off', answers(200, '{"text": "The cros'), patience(1)],
    ['another shape', answers(200, '{"words": []}'), patience(1)],
    ['HTML', answers(200, '<html>Sign in</html>'), patience(1)],
    ['a redirect', answers(307, '', { location: 'http://127.0.0.1:1/' }), patience(1)],
    ['an answer without end', answers(200, JSON.stringify({ text: 'x'.repeat(2_000_000) })), patience(1)],
  ])('%s', async (_, reaction, wait) => {
    const { double, room, id } = await listening([reaction, says('Now I hear it.')]);
    await transcribeWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ speech: 'waiting', notBefore: room.clock.now() + wait });
    await transcribeWaiting(room.deps);
    expect(double.asked).toHaveLength(1);
    room.clock.advance(wait);
    await transcribeWaiting({ ...room.deps, transcribed: writes(room) });
    expect(await room.row(id)).toMatchObject({ transcript: 'Now I hear it.' });
  });

  test('five times, each later than the last, and then it waits for a listener', async () => {
    const { double, room, id } = await listening(Array.from({ length: 50 }, () => answers(503)));
    const waits: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const { notBefore } = await room.row(id);
      waits.push(notBefore - room.clock.now());
      room.clock.set(Math.max(notBefore, room.clock.now()));
      await transcribeWaiting(room.deps);
    }
    expect(double.asked).toHaveLength(mostHearings);
    expect(waits.slice(1, mostHearings)).toEqual([1, 2, 3, 4].map(patience));
    expect(await room.row(id)).toMatchObject({ speech: 'left', transcript: null });
    expect(await room.cases()).toMatchObject([{ kind: 'media', dueAt: due }]);
  });
});

describe('what is left for a listener at once', () => {
  test.each<[string, Reaction]>([
    ['a format that it does not take', answers(400)],
    ['too long for it', answers(413)],
    ['silence', says('  ')],
    ['more than anybody says in an hour', says('. '.repeat(40_000))],
  ])('%s', async (_, reaction) => {
    const { double, room, id } = await listening([reaction]);
    await transcribeWaiting(room.deps);
    await transcribeWaiting(room.deps);
    expect(double.asked).toHaveLength(1);
    expect(await room.row(id)).toMatchObject({ speech: 'left' });
    expect(await room.cases()).toMatchObject([{ kind: 'media' }]);
  });

  test('everything that waited, where the transcriber is switched off', async () => {
    const { double, room, id } = await listening();
    await transcribeWaiting({ ...room.deps, transcriber: null });
    expect(double.asked).toEqual([]);
    expect(await room.row(id)).toMatchObject({ speech: 'left' });
  });

  test('and where there is none from the first, it never waits for one', async () => {
    const room = mediaRoom(await open(await emptyDatabase('sqlite')));
    const id = await room.arrive('voice', file(oggOpus));
    await fetchWaiting(room.deps);
    expect(await room.row(id)).toMatchObject({ state: 'stored', speech: 'none' });
    expect(await room.cases()).toMatchObject([{ kind: 'media', dueAt: due }]);
  });
});
