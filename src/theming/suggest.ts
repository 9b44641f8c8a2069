import type { Clock, NewId } from '#domain/clock.ts';
import { themesOf } from '#store/codebook.ts';
import { suggestCodings } from '#store/codings.ts';
import { controlsAmong } from '#store/controls.ts';
import type { Db, Store } from '#store/db.ts';
import type { CodingRow } from '#store/schema.ts';
import {
  decidedResponses,
  lessonMark,
  markThemed,
  responsesToTheme,
  undecidedTexts,
} from '#store/to-theme.ts';
import { type Classifier, train } from './classifier.ts';
import { readControls, writeControls } from './control/read.ts';

const AT_ONCE = 100;
/** How long a classifier is used before it learns again, ms: learning takes up to seconds, and officers decide all day. */
const TAUGHT_FOR = 60_000;
/** How many responses that nobody has decided on are learned from: they show which words go together. */
const UNLABELLED = 2000;

/** Suggests themes and control codes for responses that are whole; it learns from officers' decisions whenever there are new ones. */
export function createThemer(deps: { store: Store; clock: Clock; newId: NewId }) {
  const taught = new Map<string, { mark: string; at: number; classifier: Classifier }>();

  const classifierFor = async (db: Db, consultationId: string): Promise<Classifier> => {
    const known = taught.get(consultationId);
    const at = deps.clock.now();
    if (known !== undefined && at - known.at < TAUGHT_FOR) return known.classifier;
    const mark = await lessonMark(db, consultationId);
    if (known?.mark === mark) return known.classifier;
    const themes = await themesOf(db, consultationId);
    const classifier = train(
      themes.map((theme) => ({
        id: theme.id,
        name: Object.values(theme.name).join(' / '),
        definition: Object.values(theme.definition).join(' '),
        examples: Object.values(theme.examples).flat(),
      })),
      await decidedResponses(db, consultationId),
      await undecidedTexts(db, consultationId, UNLABELLED),
    );
    taught.set(consultationId, { mark, at, classifier });
    return classifier;
  };

  return {
    /** Reads what waits until nothing does. A response with no theme is marked as read too, and listed as unthemed. */
    async themePending(): Promise<number> {
      let themed = 0;
      for (;;) {
        const pending = await responsesToTheme(deps.store.read, AT_ONCE);
        if (pending.length === 0) return themed;
        const now = deps.clock.now();
        const codings: CodingRow[] = [];
        const classifiers = new Map<string, Classifier>();
        for (const consultationId of new Set(pending.map((response) => response.consultationId))) {
          classifiers.set(consultationId, await classifierFor(deps.store.read, consultationId));
        }
        const controls = readControls(pending);
        const rejected = new Set(
          (
            await controlsAmong(
              deps.store.read,
              pending.map(({ id }) => id),
            )
          )
            .filter(({ code, decision }) => code === 'notAnAnswer' && decision === 'rejected')
            .map(({ responseId }) => responseId),
        );
        for (const { id, consultationId, text, outcomeId, whoElse } of pending) {
          // A reply to an outcome belongs to it, who is missing is no theme, and what answers nothing has none.
          const isAnswer = rejected.has(id) || !controls.get(id)?.some(({ code }) => code === 'notAnAnswer');
          if (outcomeId !== null || whoElse === 1 || !isAnswer) continue;
          for (const { themeId, confidence, start, end } of classifiers.get(consultationId)?.suggest(text) ??
            []) {
            codings.push({
              id: deps.newId(),
              responseId: id,
              themeId,
              consultationId,
              source: 'machine' as const,
              decision: 'suggested' as const,
              startAt: start,
              endAt: end,
              confidence,
              officerId: null,
              createdAt: now,
              decidedAt: null,
            });
          }
        }
        await deps.store.turn(async (tx) => {
          await suggestCodings(tx.db, codings);
          await writeControls(tx, pending, controls, { now, newId: deps.newId });
          await markThemed(
            tx,
            pending.map(({ id }) => id),
            now,
          );
        });
        themed += pending.length;
      }
    },
  };
}
