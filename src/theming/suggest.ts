import type { Clock, NewId } from '#domain/clock.ts';
import { themesOf } from '#store/codebook.ts';
import { codebookVersion, lockCodebook } from '#store/codebook-changes.ts';
import { type NewCoding, suggestCodings } from '#store/codings.ts';
import type { Db, Store } from '#store/db.ts';
import {
  decidedResponses,
  lessonMark,
  markThemed,
  responsesToTheme,
  undecidedTexts,
} from '#store/to-theme.ts';
import { type Classifier, train } from './classifier.ts';

const AT_ONCE = 100;
/** How long a classifier is used before it learns again, ms: learning takes up to seconds, and officers decide all day. */
const TAUGHT_FOR = 60_000;
/** How many responses that nobody has decided on are learned from: they show which words go together. */
const UNLABELLED = 2000;

interface Taught {
  mark: string;
  at: number;
  /** Of the codebook that it was taught. */
  version: number;
  classifier: Classifier;
}

/** Suggests themes for responses that are whole; it learns from officers' decisions whenever there are new ones. */
export function createThemer(deps: { store: Store; clock: Clock; newId: NewId }) {
  const taught = new Map<string, Taught>();

  const classifierFor = async (db: Db, consultationId: string): Promise<Taught> => {
    const known = taught.get(consultationId);
    const at = deps.clock.now();
    const version = await codebookVersion(db, consultationId);
    // A codebook that was changed counts at once: what is out of use is suggested no longer.
    if (known?.version === version && at - known.at < TAUGHT_FOR) return known;
    const mark = await lessonMark(db, consultationId);
    if (known?.mark === mark) return known;
    const themes = await themesOf(db, consultationId);
    const classifier = train(
      themes.map((theme) => ({
        id: theme.id,
        name: Object.values(theme.name).join(' / '),
        // What is in teaches the classifier too. What is out does not: it would learn just those words.
        definition: [theme.definition, theme.includes].flatMap((texts) => Object.values(texts)).join(' '),
        examples: Object.values(theme.examples).flatMap((list) => list ?? []),
      })),
      await decidedResponses(db, consultationId),
      await undecidedTexts(db, consultationId, UNLABELLED),
    );
    const learnt = { mark, at, version, classifier };
    taught.set(consultationId, learnt);
    return learnt;
  };

  return {
    /** Reads what waits until nothing does. A response with no theme is marked as read too, and listed as unthemed. */
    async themePending(): Promise<number> {
      let themed = 0;
      for (;;) {
        const pending = await responsesToTheme(deps.store.read, AT_ONCE);
        if (pending.length === 0) return themed;
        const now = deps.clock.now();
        const codings: NewCoding[] = [];
        const classifiers = new Map<string, Taught>();
        for (const consultationId of new Set(pending.map((response) => response.consultationId))) {
          classifiers.set(consultationId, await classifierFor(deps.store.read, consultationId));
        }
        for (const { id, consultationId, ...said } of pending) {
          for (const { themeId, confidence, start, end } of classifiers
            .get(consultationId)
            ?.classifier.suggest(said) ?? []) {
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
          const changed = new Set<string>();
          for (const [consultationId, { version }] of classifiers) {
            if (version !== ((await lockCodebook(tx, consultationId)) ?? 0)) changed.add(consultationId);
          }
          // An officer has changed the codebook meanwhile: those are read once more, by what holds now.
          const read = pending.filter(({ consultationId }) => !changed.has(consultationId));
          if (read.length === 0) return;
          await suggestCodings(
            tx.db,
            codings.filter(({ consultationId }) => !changed.has(consultationId)),
          );
          await markThemed(
            tx,
            read.map(({ id }) => id),
            now,
          );
        });
        themed += pending.length;
      }
    },
  };
}
