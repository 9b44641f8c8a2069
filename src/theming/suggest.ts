import type { Clock, NewId } from '#domain/clock.ts';
import { themesOf } from '#store/codebook.ts';
import { codebookVersion, lockCodebook } from '#store/codebook-changes.ts';
import { type NewCoding, suggestCodings } from '#store/codings.ts';
import type { Store } from '#store/db.ts';
import {
  decidedResponses,
  lessonMark,
  markThemed,
  responsesToTheme,
  stillPending,
  undecidedTexts,
} from '#store/to-theme.ts';
import { undecided } from '#store/undecided.ts';
import type { Suggestion } from './classifier.ts';
import { themeText } from './codebook.ts';
import { answersAmong } from './control/answers.ts';
import { readControls, writeControls } from './control/read.ts';
import type { Said } from './features.ts';
import { replaceSuggestions } from './replace.ts';
import type { Teacher } from './teacher.ts';

const AT_ONCE = 100;
/** How long a classifier is used before it learns anew, ms: until then it takes in each decision by itself. */
const TAUGHT_FOR = 60_000;
/** How many responses that nobody has decided on are learned from: they show which words go together. */
const UNLABELLED = 2000;
/** When so many decisions more were learnt from, what nobody has decided on is read again: a share of all, and at least. */
const MORE = 0.1;
const AT_LEAST = 10;

interface Taught {
  mark: string;
  /** When it last learnt anew, and until when it knows the decisions. */
  at: number;
  known: number;
  /** Of the codebook that it was taught. */
  version: number;
  /** Decisions that it learnt from, and how many there were when everything was last read. */
  decisions: number;
  readWith: number;
}

/**
 * Suggests themes and control codes for responses that are whole; it learns from officers' decisions whenever there are new ones.
 */
export function createThemer(deps: { store: Store; clock: Clock; newId: NewId; teacher: Teacher }) {
  const { store, clock, newId, teacher } = deps;
  const taught = new Map<string, Taught>();

  const teach = async (consultationId: string, mark: string, version: number): Promise<Taught> => {
    const at = clock.now();
    const labelled = await decidedResponses(store.read, consultationId);
    await teacher.teach(consultationId, {
      themes: (await themesOf(store.read, consultationId)).map(themeText),
      labelled,
      unlabelled: await undecidedTexts(store.read, consultationId, UNLABELLED),
    });
    const decisions = labelled.length;
    const readWith = taught.get(consultationId)?.readWith ?? decisions;
    const learnt = { mark, at, known: at, version, decisions, readWith };
    taught.set(consultationId, learnt);
    return learnt;
  };

  /** Anew after a while and after each change to the codebook, else one decision after the other. */
  const ready = async (consultationId: string): Promise<Taught> => {
    const known = taught.get(consultationId);
    const version = await codebookVersion(store.read, consultationId);
    const mark = await lessonMark(store.read, consultationId);
    // The mark may be of a change that came after the version was read.
    if (known?.mark === mark && known.version === version) return known;
    // A codebook that was changed counts at once: what is out of use is suggested no longer.
    if (known?.version !== version || clock.now() - known.at >= TAUGHT_FOR)
      return teach(consultationId, mark, version);
    const now = clock.now();
    for (const decided of await decidedResponses(store.read, consultationId, known.known))
      await teacher.learn(consultationId, decided);
    known.known = now;
    known.mark = mark;
    return known;
  };

  const suggestionsFor = async (
    consultationId: string,
    said: Said[],
  ): Promise<{ version: number; suggestions: Suggestion[][] }> => {
    const { version } = await ready(consultationId);
    const suggestions = await teacher.suggest(consultationId, said);
    if (suggestions !== null) return { version, suggestions };
    // Its thread has died since: it is taught anew by a new one.
    taught.delete(consultationId);
    const again = await ready(consultationId);
    return { version: again.version, suggestions: (await teacher.suggest(consultationId, said)) ?? [] };
  };

  const codingOf = (
    response: { id: string; consultationId: string },
    { themeId, confidence, start, end }: Suggestion,
    now: number,
  ): NewCoding => ({
    ...{ id: newId(), responseId: response.id, themeId, consultationId: response.consultationId },
    ...{ source: 'machine', decision: 'suggested', startAt: start, endAt: end, confidence },
    ...{ officerId: null, createdAt: now, decidedAt: null, readBy: 'local' },
  });

  const themeSome = async (): Promise<number> => {
    const pending = await responsesToTheme(store.read, AT_ONCE);
    const now = clock.now();
    const codings: NewCoding[] = [];
    const versions = new Map<string, number>();
    const controls = await readControls(store.read, pending);
    const answers = await answersAmong(store.read, pending, controls);
    for (const [consultationId, all] of Map.groupBy(pending, (one) => one.consultationId)) {
      const responses = all.filter(({ id }) => answers.has(id));
      const { version, suggestions } = await suggestionsFor(consultationId, responses);
      versions.set(consultationId, version);
      for (const [at, response] of responses.entries())
        codings.push(...(suggestions[at] ?? []).map((one) => codingOf(response, one, now)));
    }
    if (pending.length === 0) return 0;
    await store.turn(async (tx) => {
      const current = new Set<string>();
      for (const [consultationId, version] of versions) {
        // What a codebook says that was changed meanwhile is not written: it is read again with the new one.
        if ((await lockCodebook(tx, consultationId)) === version) current.add(consultationId);
      }
      // What was added to, held or forgotten meanwhile is not what was read.
      const still = await stillPending(tx, pending);
      const read = still.filter(({ consultationId }) => current.has(consultationId));
      if (read.length === 0) return;
      const ids = new Set(read.map(({ id }) => id));
      await suggestCodings(
        tx.db,
        codings.filter(({ responseId }) => ids.has(responseId)),
      );
      await writeControls(tx, read, controls, { now, newId });
      await markThemed(
        tx,
        read.map(({ id }) => id),
        now,
      );
    });
    return pending.length;
  };

  const themeAgain = async (
    consultationId: string,
    { keep, progress }: { keep: boolean; progress: (done: number, of: number) => void },
  ): Promise<{ coded: number; unthemed: number }> => {
    const all = await undecided(store.read, consultationId);
    const counts = { coded: 0, unthemed: 0 };
    for (let from = 0; from < all.length; ) {
      const some = all.slice(from, from + AT_ONCE);
      const { version, suggestions } = await suggestionsFor(
        consultationId,
        some.map(({ text, stepId }) => ({ text, question: stepId })),
      );
      const now = clock.now();
      const codings = new Map(
        some.map(({ id }, at) => [
          id,
          (suggestions[at] ?? []).map((one) => codingOf({ id, consultationId }, one, now)),
        ]),
      );
      const isCurrent = await store.turn(async (tx) => {
        if ((await lockCodebook(tx, consultationId)) !== version) return false;
        if (keep) await replaceSuggestions(tx.db, some, codings);
        return true;
      });
      // These are read again, with the codebook as it is now.
      if (!isCurrent) continue;
      for (const found of codings.values()) counts[found.length > 0 ? 'coded' : 'unthemed'] += 1;
      from += some.length;
      progress(from, all.length);
    }
    return counts;
  };

  return {
    /** Reads what waits until nothing does. A response with no theme is marked as read too, and listed as unthemed. */
    async themePending(): Promise<number> {
      let themed = 0;
      for (;;) {
        const some = await themeSome();
        if (some === 0) return themed;
        themed += some;
      }
    },

    /**
     * Reads again what nobody has decided on, with all that officers have taught since; what a language model has read
     * stays. `keep` false changes nothing, and only counts.
     */
    themeAgain(consultationId: string, options: Parameters<typeof themeAgain>[1]) {
      taught.delete(consultationId);
      return themeAgain(consultationId, options);
    },

    /**
     * Where officers have decided on many more since everything was read, reads what nobody has decided on again. Gives
     * how many responses that were.
     */
    async themeLearnt(): Promise<number> {
      let read = 0;
      for (const [consultationId, { at }] of taught) {
        if (clock.now() - at < TAUGHT_FOR) continue;
        const { decisions, readWith } = await ready(consultationId);
        if (decisions < readWith * (1 + MORE) + AT_LEAST) continue;
        const { coded, unthemed } = await themeAgain(consultationId, { keep: true, progress: () => {} });
        read += coded + unthemed;
        taught.set(consultationId, { ...(await ready(consultationId)), readWith: decisions });
      }
      return read;
    },
  };
}
