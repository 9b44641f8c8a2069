import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { storable } from '#domain/storable.ts';
import { type Claimed, claimMedia, settleMedia } from '#store/media.ts';
import type { MediaRow } from '#store/schema.ts';
import { askPerson } from './askPerson.ts';
import type { MediaDeps } from './deps.ts';
import { placeOf } from './files.ts';
import { kindOf } from './kinds.ts';
import { leaseMs, mostHearings, patience } from './lease.ts';
import type { Hearing, Transcriber } from './transcriber.ts';

/** One voice note after another: a machine that listens is the slow part, and may be small. */
export async function transcribeWaiting(deps: MediaDeps): Promise<void> {
  const { store, clock, newId } = deps;
  for (;;) {
    if (deps.stopping.aborted) return;
    const now = clock.now();
    const [media] = await store.turn((tx) =>
      claimMedia(tx, { work: 'hear', now, leaseUntil: now + leaseMs, limit: 1, newId }),
    );
    if (media === undefined) return;
    // Switched off since: what it was to hear waits for a person.
    const hearing =
      deps.transcriber === null || media.attempts > mostHearings
        ? ({ kind: 'left' } as const)
        : await hear(deps, deps.transcriber, media);
    if (hearing.kind === 'retry' && deps.stopping.aborted) {
      await store.turn((tx) => settleMedia(tx, media, { attempts: media.attempts - 1 }));
      return;
    }
    await settle(deps, media, hearing);
  }
}

async function hear(deps: MediaDeps, machine: Transcriber, media: Claimed): Promise<Hearing> {
  const contentType = media.contentType ?? '';
  try {
    const bytes = await readFile(path.join(deps.folder, placeOf(media.id)));
    const name = `voice.${kindOf(contentType)?.extension ?? 'bin'}`;
    return await machine.hear({ bytes, contentType, name }, deps.stopping);
  } catch {
    // The file is missing: the sweep fetches it again.
    return { kind: 'retry', afterMs: 0 };
  }
}

async function settle(deps: MediaDeps, media: Claimed, hearing: Hearing): Promise<void> {
  const { store, clock } = deps;
  if (hearing.kind === 'text') {
    // The words first: whoever dies in between asks again, and the second answer comes too late.
    await deps.transcribed(media.id, storable(hearing.text));
    await store.turn((tx) => settleMedia(tx, media, { speech: 'done' }));
    return;
  }
  const now = clock.now();
  if (hearing.kind === 'retry' && media.attempts < mostHearings) {
    const notBefore = now + Math.max(hearing.afterMs, patience(media.attempts));
    await store.turn((tx) => settleMedia(tx, media, { notBefore }));
    return;
  }
  const left: Partial<MediaRow> = { speech: 'left' };
  await store.turn(async (tx) => {
    if (await settleMedia(tx, media, left)) await askPerson(tx, deps, media, now);
  });
  deps.log.warn({ mediaId: media.id }, 'no machine could write down a voice note; it waits for a listener');
}
