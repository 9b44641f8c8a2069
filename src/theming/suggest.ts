import type { Clock, NewId } from '#domain/clock.ts';
import { themesOf } from '#store/codebook.ts';
import { suggestCodings } from '#store/codings.ts';
import type { Db, Store } from '#store/db.ts';
import type { CodingRow } from '#store/schema.ts';
import {
  decidedResponses,
  lessonMark,
  markThemed,
  responsesToTheme,
  undecidedTexts,
} from '#store/to-theme.ts';
import { type Undecided, undecided } from '#store/undecided.ts';
import { type Classifier, train } from './classifier.ts';
import { codebookMark, themeText } from './codebook.ts';
import { replaceSuggestions } from './replace.ts';

const AT_ONCE = 100;
/** How long a classifier is used before it learns again, ms: learning takes up to seconds, and officers decide all day. */
const TAUGHT_FOR = 60_000;
/** How many responses that nobody has decided on are learned from: they show which words go together. */
const UNLABELLED = 2000;

/** Suggests themes for responses that are whole; it learns from officers' decisions whenever there are new ones. */
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
      themes.map(themeText),
      await decidedResponses(db, consultationId),
      await undecidedTexts(db, consultationId, UNLABELLED),
    );
    taught.set(consultationId, { mark, at, classifier });
    return classifier;
  };

  const codingsOf = (classifier: Classifier | undefined, response: Read, now: number): CodingRow[] =>
    (classifier?.suggest(response.text) ?? []).map(({ themeId, confidence, start, end }) => ({
      id: deps.newId(),
      responseId: response.id,
      themeId,
      consultationId: response.consultationId,
      source: 'machine',
      decision: 'suggested',
      startAt: start,
      endAt: end,
      confidence,
      officerId: null,
      createdAt: now,
      decidedAt: null,
      readBy: 'local',
    }));

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
        for (const response of pending)
          codings.push(...codingsOf(classifiers.get(response.consultationId), response, now));
        await deps.store.turn(async (tx) => {
          await suggestCodings(tx.db, codings);
          await markThemed(
            tx,
            pending.map(({ id }) => id),
            now,
          );
        });
        themed += pending.length;
      }
    },

    /**
     * Reads again what nobody has decided on, with all that officers have taught since; what a language model has read
     * under these themes stays. `keep` false changes nothing, and only counts.
     */
    async themeAgain(
      consultationId: string,
      { keep, progress }: { keep: boolean; progress: (done: number, of: number) => void },
    ): Promise<{ coded: number; unthemed: number }> {
      const { store, clock } = deps;
      taught.delete(consultationId);
      const classifier = await classifierFor(store.read, consultationId);
      const codebook = codebookMark(await themesOf(store.read, consultationId));
      const all = await undecided(store.read, { consultationId, codebook, read: false });
      const counts = { coded: 0, unthemed: 0 };
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        const now = clock.now();
        const suggestions = new Map(
          some.map((one) => [one.id, codingsOf(classifier, { ...one, consultationId }, now)]),
        );
        for (const codings of suggestions.values()) counts[codings.length > 0 ? 'coded' : 'unthemed'] += 1;
        if (keep) await store.turn((tx) => replaceSuggestions(tx.db, some, suggestions));
        progress(from + some.length, all.length);
      }
      return counts;
    },
  };
}

type Read = Pick<Undecided, 'id' | 'text'> & { consultationId: string };
