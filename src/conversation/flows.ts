import type { Language } from '#domain/words.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { flowByHash, keepFlow } from '#store/consultations.ts';
import type { Db, Store } from '#store/db.ts';
import { asCompared } from '#texts/as-compared.ts';
import { withoutCourtesies } from '#texts/courtesies.ts';

interface Opening {
  version: FlowVersion;
  language: Language | null;
}

/** The flows of this start, and every earlier version that a conversation is still on. */
export interface Flows {
  /** By flow id: what someone who begins now will meet. */
  readonly current: ReadonlyMap<string, FlowVersion>;
  /** The flow for whoever writes without a keyword. */
  readonly first: FlowVersion;
  /** A version as it was when it was met; null where no such version was ever kept. */
  byHash(db: Db, hash: string): Promise<FlowVersion | null>;
  /** The flow whose keyword this whole message is, courtesies apart, and the language that the keyword chooses. */
  byKeyword(text: string): Opening | null;
  /** Every keyword of now, as compared, with the flow that it begins. */
  keywords(): ReadonlyMap<string, Opening>;
  /** The flow that a deep link names: by its id, which tells nothing of the language, or by a keyword, which does. */
  byLink(payload: string): Opening | null;
  /** Keeps one more version, for threads that are no file's: the questions under a follow-up. */
  remember(version: FlowVersion): void;
  /** Whoever begins from now on meets these; a conversation under way stays on its version. */
  replace(versions: FlowVersion[], now: number): Promise<void>;
}

/** DEFAULT_FLOW names none of the flows; the message says which there are. */
class NoSuchFlow extends Error {
  override name = 'NoSuchFlow';
}

export async function openFlows(
  store: Store,
  versions: FlowVersion[],
  defaultFlow: string | null,
  now: number,
  newId: () => string,
): Promise<Flows> {
  const known = new Map<string, FlowVersion>();
  const take = async (taken: FlowVersion[], at: number) => {
    const next = listed(taken, defaultFlow);
    await store.turn(async (tx) => {
      for (const version of taken) await keepFlow(tx, version, at, newId);
    });
    for (const version of taken) known.set(version.hash, version);
    return next;
  };
  let { current, first, keywords } = await take(versions, now);
  return {
    get current() {
      return current;
    },
    get first() {
      return first;
    },
    byKeyword: (text) =>
      keywords.get(asCompared(text)) ?? keywords.get(withoutCourtesies(asCompared(text))) ?? null,
    keywords: () => keywords,
    byLink: (payload) => {
      const version = current.get(payload.trim().toLowerCase());
      return version === undefined
        ? (keywords.get(asCompared(payload)) ?? null)
        : { version, language: null };
    },
    byHash: async (db, hash) => {
      const found = known.get(hash) ?? (await flowByHash(db, hash));
      if (found !== null) known.set(hash, found);
      return found;
    },
    remember: (version) => known.set(version.hash, version),
    replace: async (later, at) => {
      ({ current, first, keywords } = await take(later, at));
    },
  };
}

/** What the flows of now are found by. Throws NoSuchFlow where the first one is not among them. */
function listed(versions: FlowVersion[], defaultFlow: string | null) {
  const current = new Map(versions.map((version) => [version.flow.id, version]));
  const first = defaultFlow === null ? versions[0] : current.get(defaultFlow);
  if (first === undefined) {
    throw new NoSuchFlow(
      `DEFAULT_FLOW: no flow is called ${defaultFlow}. Write one of ${[...current.keys()].join(', ')}.`,
    );
  }
  const keywords = new Map<string, Opening>();
  for (const version of versions) {
    for (const [language, words] of Object.entries(version.flow.keywords)) {
      for (const word of words ?? [])
        keywords.set(asCompared(word), { version, language: language as Language });
    }
  }
  return { current, first, keywords };
}
