import type { ChannelName, DeliveryState, Language, Localised, OutcomeKind } from '#domain/words.ts';
import type { Db } from '#store/db.ts';
import { findFollowUp, followUpProgress } from '#store/followUps.ts';
import { findOutcome, listOutcomes, repliesTo, themesOf } from '#store/outcomes.ts';
import type { OutcomeRow } from '#store/schema.ts';
import type { LeftOutWhy } from './audience.ts';

/** An outcome as officers see it. */
interface Outcome {
  id: string;
  consultationId: string;
  kind: OutcomeKind;
  youSaid: Localised;
  weDid: Localised;
  state: 'draft' | 'published';
  themes: { id: string; key: string; name: Localised }[];
  createdAt: number;
  updatedAt: number;
  publishedAt: number | null;
}

export interface OutcomeListed extends Outcome {
  /** Of its consultation. */
  title: Localised;
  demo: boolean;
  /** How many people its follow-up is for; null while it is a draft. */
  planned: number | null;
}

interface OutcomeReply {
  responseId: string;
  residentId: string;
  text: string;
  channel: ChannelName;
  language: Language | null;
  state: 'listening' | 'complete';
  review: 'new' | 'reviewed';
  held: boolean;
  /** Its words are shown to whoever asks for them, on its own page. */
  abusive: boolean;
  createdAt: number;
}

export interface OutcomeDetail extends Outcome {
  followUp: {
    plannedAt: number;
    planned: number;
    leftOut: { why: LeftOutWhy; count: number }[];
    byState: { state: DeliveryState; count: number }[];
  } | null;
  replies: OutcomeReply[];
}

/** Newest first; of every consultation where null is given. */
export async function outcomes(db: Db, consultationId: string | null): Promise<OutcomeListed[]> {
  const rows = await listOutcomes(db, { consultationId, published: false });
  const themes = await themesByOutcome(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...outcomeFrom(row, themes.get(row.id) ?? []),
    title: JSON.parse(row.title) as Localised,
    demo: row.demo === 1,
    planned: row.planned,
  }));
}

/** One outcome with how its follow-up goes and what people answered to it. */
export async function outcome(db: Db, id: string): Promise<OutcomeDetail | null> {
  const row = await findOutcome(db, id);
  if (row === undefined) return null;
  const [themes, followUp, byState, replies] = await Promise.all([
    themesByOutcome(db, [id]),
    findFollowUp(db, id),
    followUpProgress(db, id),
    repliesTo(db, id),
  ]);
  const planned = byState.reduce((sum, { count }) => sum + count, 0);
  const leftOut = (JSON.parse(followUp?.leftOut ?? 'null') ?? []) as { why: LeftOutWhy; count: number }[];
  return {
    ...outcomeFrom(row, themes.get(id) ?? []),
    followUp: followUp === undefined ? null : { plannedAt: followUp.plannedAt, planned, leftOut, byState },
    replies: replies.map(({ id: responseId, held, abusive, ...reply }) => ({
      responseId,
      ...reply,
      held: held === 1,
      abusive: abusive === 1,
    })),
  };
}

async function themesByOutcome(db: Db, ids: readonly string[]) {
  const themes = (await themesOf(db, ids)).map(({ outcomeId, id, key, name }) => ({
    outcomeId,
    theme: { id, key, name: JSON.parse(name) as Localised },
  }));
  const grouped = Map.groupBy(themes, ({ outcomeId }) => outcomeId);
  return new Map([...grouped].map(([id, group]) => [id, group.map(({ theme }) => theme)]));
}

function outcomeFrom(row: OutcomeRow, themes: Outcome['themes']): Outcome {
  const { id, consultationId, kind, state, createdAt, updatedAt, publishedAt } = row;
  const youSaid = JSON.parse(row.youSaid) as Localised;
  const weDid = JSON.parse(row.weDid) as Localised;
  return { id, consultationId, kind, youSaid, weDid, state, themes, createdAt, updatedAt, publishedAt };
}
