import type { Fetched } from '#channels/channel.ts';
import { type Claimed, claimMedia, settleMedia } from '#store/media.ts';
import type { MediaRow } from '#store/schema.ts';
import { askPerson } from './askPerson.ts';
import type { MediaDeps } from './deps.ts';
import { dropMedia, writeMedia } from './files.ts';
import { kindOf } from './kinds.ts';
import { leaseMs, mostFetches, patience } from './lease.ts';
import { redraw } from './picture.ts';
import { sniff } from './sniff.ts';

/** At once, so that one slow provider does not hold up the others, and no more fits into memory than this. */
const AT_ONCE = 4;

type Became = Partial<MediaRow> & { bytesToKeep?: Buffer };

/** Fetches what has come in and is due, looks at what it is, and keeps it or not. */
export async function fetchWaiting(deps: MediaDeps): Promise<void> {
  const { store, clock, newId } = deps;
  for (;;) {
    if (deps.stopping.aborted) return;
    const now = clock.now();
    const claimed = await store.turn((tx) =>
      claimMedia(tx, { work: 'fetch', now, leaseUntil: now + leaseMs, limit: AT_ONCE, newId }),
    );
    const done = await Promise.allSettled(claimed.map((media) => fetchOne(deps, media)));
    for (const one of done)
      if (one.status === 'rejected')
        deps.log.error({ err: one.reason }, 'a file could not be kept and will be fetched again');
    if (claimed.length < AT_ONCE) return;
  }
}

async function fetchOne(deps: MediaDeps, media: Claimed): Promise<void> {
  const fetched: Fetched = media.attempts > mostFetches ? { kind: 'gone' } : await ask(deps, media);
  if (fetched.kind === 'retry' && deps.stopping.aborted) {
    // Nobody's fault: it is the next process's first thing to do.
    await deps.store.turn((tx) => settleMedia(tx, media, { attempts: media.attempts - 1 }));
    return;
  }
  const { bytesToKeep, ...became } = await judge(deps, media, fetched);
  if (bytesToKeep !== undefined) await writeMedia(deps.folder, media.id, media.claim, bytesToKeep);
  await settle(deps, media, became);
}

async function ask(deps: MediaDeps, { channel, ref, account }: Claimed): Promise<Fetched> {
  const provider = deps.channels.get(channel);
  // A channel that is switched off may be switched on again; one that carries no files never will.
  if (provider === undefined) return { kind: 'retry', afterMs: 0 };
  if (provider.fetchMedia === undefined) return { kind: 'gone' };
  const signal = AbortSignal.any([AbortSignal.timeout(deps.timeoutMs ?? 60_000), deps.stopping]);
  return provider.fetchMedia({ ref, account }, { maxBytes: deps.maxBytes, signal });
}

async function judge(deps: MediaDeps, media: Claimed, fetched: Fetched): Promise<Became> {
  switch (fetched.kind) {
    case 'gone':
      return refused('gone');
    case 'tooLarge':
      return refused('size');
    case 'elsewhere':
      return refused('host');
    case 'retry': {
      if (media.attempts >= mostFetches) return refused('gone');
      const delay = Math.max(fetched.afterMs, patience(media.attempts));
      return { state: 'waiting', notBefore: deps.clock.now() + delay };
    }
    case 'file':
      return look(deps, media, fetched.bytes);
  }
}

async function look(deps: MediaDeps, media: Claimed, bytes: Buffer): Promise<Became> {
  if (bytes.length > deps.maxBytes) return refused('size');
  const contentType = await sniff(bytes);
  if (contentType === null) return refused('type');
  const picture = contentType.startsWith('image/') ? await redraw(bytes, contentType) : undefined;
  if (picture === null) return refused('type');
  const kept = picture ?? { bytes, contentType, width: null, height: null };
  // Drawn anew, a picture may be larger than it came.
  if (kept.bytes.length > deps.maxBytes) return refused('size');
  const sort = kindOf(kept.contentType)?.sort;
  const said = (sort === 'sound' || sort === 'film') && media.transcript === null;
  return {
    state: 'stored',
    reason: null,
    contentType: kept.contentType,
    bytes: kept.bytes.length,
    width: kept.width,
    height: kept.height,
    speech: media.transcript !== null ? 'done' : said && deps.transcriber !== null ? 'waiting' : 'none',
    attempts: 0,
    notBefore: deps.clock.now(),
    storedAt: deps.clock.now(),
    bytesToKeep: kept.bytes,
  };
}

function refused(reason: NonNullable<MediaRow['reason']>): Became {
  return { state: 'refused', reason, speech: 'none' };
}

/** The row says so only after the file is on disk; whoever dies in between leaves a file that is written again. */
async function settle(deps: MediaDeps, media: Claimed, became: Partial<MediaRow>): Promise<void> {
  const { store, clock } = deps;
  const ours = await store.turn(async (tx) => {
    if (!(await settleMedia(tx, media, became))) return false;
    const alone = became.state !== 'waiting' && became.speech !== 'waiting' && became.speech !== 'done';
    if (alone && media.seenAt === null) await askPerson(tx, deps, media, clock.now());
    return true;
  });
  if (became.state === 'waiting') return;
  if (!ours) {
    await dropUnlessKept(deps, media.id);
    return;
  }
  if (became.state === 'refused') {
    deps.log.warn(
      { mediaId: media.id, channel: media.channel, reason: became.reason },
      'a file was not kept',
    );
    await dropMedia(deps.folder, media.id);
  }
  await deps.channels.get(media.channel)?.forgetMedia?.(media.ref);
}

/** The claim was lost: the file is another's if the row says stored, and nobody's if the resident was forgotten. */
async function dropUnlessKept(deps: MediaDeps, id: string): Promise<void> {
  const row = await deps.store.read
    .selectFrom('media')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.state === 'refused') await dropMedia(deps.folder, id);
}
