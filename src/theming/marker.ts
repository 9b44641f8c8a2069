import type { Store } from '#store/db.ts';
import { markEvidence, unmarkedCodings } from '#store/evidence.ts';
import type { Teacher } from './teacher.ts';

const AT_ONCE = 100;

/**
 * Finds the words that speak for the themes that people gave, who say which theme it is and not where: what is quoted to
 * the resident later is then about it. `ready` teaches the teacher what there is.
 */
export function createMarker(deps: {
  store: Store;
  teacher: Teacher;
  ready(consultationId: string): Promise<unknown>;
}): () => Promise<void> {
  const { store, teacher, ready } = deps;
  /** Where there are no words: this process asks about those no more. */
  const wordless = new Set<string>();

  const markSome = async (): Promise<number> => {
    const found = await unmarkedCodings(store.read, AT_ONCE + wordless.size);
    const open = found.filter(({ codingId }) => !wordless.has(codingId)).slice(0, AT_ONCE);
    for (const [consultationId, all] of Map.groupBy(open, (one) => one.consultationId)) {
      await ready(consultationId);
      const asked = all.map(({ text, question, themeId }) => ({ said: { text, question }, themeId }));
      const spans = await teacher.evidence(consultationId, asked);
      // The thread has died: whoever asks for suggestions next teaches another.
      if (spans === null) return 0;
      await store.turn(async (tx) => {
        for (const [at, one] of all.entries()) {
          const span = spans[at] ?? null;
          if (span === null) wordless.add(one.codingId);
          else await markEvidence(tx, one, span);
        }
      });
    }
    return open.length;
  };

  return async () => {
    for (let marked = AT_ONCE; marked === AT_ONCE; ) marked = await markSome();
  };
}
