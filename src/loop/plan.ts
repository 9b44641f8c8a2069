import type { NewId } from '#domain/clock.ts';
import type { Localised, Organisation } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { backAfterSilence, contributors, wordsAbout } from '#store/audience.ts';
import { flowByHash } from '#store/consultations.ts';
import type { Store, Tx } from '#store/db.ts';
import { queueDelivery } from '#store/deliveries.ts';
import { finishFollowUp } from '#store/followUps.ts';
import { findOutcome, themesOf } from '#store/outcomes.ts';
import { redactionsOf } from '#store/redactions.ts';
import type { OutcomeRow } from '#store/schema.ts';
import { type LeftOutWhy, type Person, reachable, reachingIn, Tally } from './audience.ts';
import { compose } from './compose.ts';
import { everywhere, type Reach } from './reach.ts';
import { languagesFor, SILENT_MS, told } from './recall.ts';
import { templatesOf } from './templates.ts';

/** Residents a turn: under 20 ms of it, so that nobody who writes in meanwhile waits long. */
const RESIDENTS_A_TURN = 250;
/** News this old is no news. */
const EXPIRES_MS = 14 * 24 * 60 * 60 * 1000;

export interface Planning {
  now: number;
  newId: NewId;
  /** Who the message is from, in each language. */
  organisation: Organisation;
  /** Whom the channels let us write to by now; absent: everybody. */
  reach?: Reach;
}

export interface FollowUp {
  id: string;
  outcomeId: string;
}

/** How far the planning of one follow-up has come; `after` is null at its beginning. */
interface Progress {
  after: string | null;
  leftOut: Tally<LeftOutWhy>;
}

/** Gives everyone who hears back their delivery. May be cut short anywhere and begun again. Returns how many there are. */
export async function planDeliveries(store: Store, planning: Planning, followUp: FollowUp): Promise<number> {
  const progress: Progress = { after: null, leftOut: new Tally() };
  for (;;) {
    const planned = await store.turn((tx) => planSome(tx, planning, followUp, progress));
    if (planned !== null) return planned;
  }
}

/** One turn's share. Returns how many are planned in all where this was the last share, else null. */
async function planSome(
  tx: Tx,
  planning: Planning,
  followUp: FollowUp,
  progress: Progress,
): Promise<number | null> {
  const outcome = await findOutcome(tx.db, followUp.outcomeId);
  if (outcome === undefined) return finishFollowUp(tx, followUp.id, []);
  const themeIds = (await themesOf(tx.db, [outcome.id])).map(({ id }) => id);
  const reach = planning.reach ?? everywhere;
  const reaching = await reachingIn(tx.db, outcome.consultationId, reach);
  const some = await contributors(tx.db, {
    consultationId: outcome.consultationId,
    themeIds,
    publishedAt: outcome.publishedAt,
    limit: RESIDENTS_A_TURN,
    fleeting: reach.fleeting,
    ...(progress.after === null ? {} : { after: progress.after }),
  });
  const people: Person[] = [];
  const leftOut: LeftOutWhy[] = [];
  for (const contributor of some) {
    const found = reachable(contributor, reaching);
    if (typeof found === 'string') leftOut.push(found);
    else people.push(found);
  }
  await queueAll(tx, planning, followUp, outcome, themeIds, people);
  // Only now: a turn that others got in the way of is run again from its beginning.
  for (const why of leftOut) progress.leftOut.add(why);
  progress.after = some.at(-1)?.residentId ?? progress.after;
  return some.length < RESIDENTS_A_TURN
    ? finishFollowUp(tx, followUp.id, progress.leftOut.list('why'))
    : null;
}

async function queueAll(
  tx: Tx,
  { now, newId, organisation }: Planning,
  followUp: FollowUp,
  outcome: OutcomeRow,
  themeIds: readonly string[],
  people: readonly Person[],
): Promise<void> {
  if (people.length === 0) return;
  const residentIds = people.map(({ residentId }) => residentId);
  const { publishedAt } = outcome;
  const said = await wordsAbout(tx.db, { themeIds, residentIds, publishedAt });
  const words = Map.groupBy(said, (row) => row.residentId);
  const back = await backAfterSilence(tx.db, residentIds, SILENT_MS);
  const flows = await flowsOf(tx, [...words.values()].flat());
  const decisions = await redactionsOf(
    tx.db,
    [...words.values()].flatMap(([newest]) => (newest === undefined ? [] : [newest.id])),
  );
  const weDid = JSON.parse(outcome.weDid) as Localised;
  for (const person of people) {
    const { residentId, addressId, channel, account } = person;
    const theirs = words.get(residentId) ?? [];
    const flow = flows.get(theirs[0]?.flowHash ?? '');
    const followUpText = {
      organisation,
      kind: outcome.kind,
      weDid,
      languages: languagesFor(person.language, flow),
      told: told(theirs, flow, { ...person, now, backAt: back.get(addressId) ?? null }, decisions),
      byHand: channel === 'byHand',
    };
    await queueDelivery(tx, {
      id: newId(),
      followUpId: followUp.id,
      conversationId: null,
      residentId,
      addressId,
      channel,
      account,
      purpose: 'followUp',
      body: { text: compose(followUpText), choices: [], templates: templatesOf(followUpText) },
      notBefore: now,
      // A call or a letter waits until somebody has made it: that nobody did must not pass in silence.
      expiresAt: channel === 'byHand' ? null : now + EXPIRES_MS,
      createdAt: now,
    });
  }
}

async function flowsOf(tx: Tx, words: readonly { flowHash: string }[]): Promise<Map<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const hash of new Set(words.map(({ flowHash }) => flowHash))) {
    const version = await flowByHash(tx.db, hash);
    if (version !== null) flows.set(hash, version.flow);
  }
  return flows;
}
