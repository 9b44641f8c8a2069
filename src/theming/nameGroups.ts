import type { Cost } from '#store/model-runs.ts';
import { millipenceOf, mostOf, type Price } from './cost.ts';
import { draftTheme } from './draftTheme.ts';
import type { LanguageModel } from './languageModel.ts';
import type { ModelDeps } from './modelDeps.ts';
import { askedOf } from './readRun.ts';

const nothing: Cost = { tokens: 0, millipence: 0 };
/** As many groups as one search offers. */
const GROUPS = 12;
/** Of a prompt with five clauses, however long their words are; a group with longer ones goes without a name. */
const BYTES = 6000;

interface Named {
  /** null where nobody answered, or not with a name and a definition. */
  draft: { name: string; definition: string } | null;
  /** What it cost, or at most may have. */
  cost: Cost;
  /** Why the model could not be opened: then nothing was asked. */
  failed?: unknown;
}

/** Names groups of responses with the language model, for a person to change. */
export interface Namer {
  /** The most that naming the groups of one search can cost: to be agreed to. Null where no price is set. */
  most: {
    tokens: number;
    millipence: number | null /** Which model, where and at what price. */;
    model: string;
  };
  /** What one call may cost at most: to be written down before it is made. */
  mostOfOne: Cost;
  /** @param examples redacted. One call, or none where they are too long. */
  name(examples: readonly string[]): Promise<Named>;
}

/** null where no model is set. */
export function createNamer({
  config,
  open,
  stopping,
}: Pick<ModelDeps, 'config' | 'open' | 'stopping'>): Namer | null {
  if (config === null) return null;
  const price: Price = config.pencePerMillion;
  const mostOfOne = mostOf({ bytes: BYTES, responses: 0 }, price);
  let opened: Promise<LanguageModel> | null = null;
  return {
    most: {
      tokens: GROUPS * mostOfOne.tokens,
      millipence: price === null ? null : GROUPS * mostOfOne.millipence,
      model: JSON.stringify(askedOf(config)),
    },
    mostOfOne,
    async name(examples) {
      const long = examples.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
      if (examples.length === 0 || long > BYTES / 2) return { draft: null, cost: nothing };
      opened ??= open(config);
      let model: LanguageModel;
      try {
        model = await opened;
      } catch (failed) {
        // The next one tries again.
        opened = null;
        return { draft: null, cost: nothing, failed };
      }
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(config.timeoutMs)]);
      const shown = examples.map((text) => ({ text, hidden: [] }));
      const drafted = await draftTheme(model, shown, signal);
      if (drafted === null) return { draft: null, cost: mostOfOne };
      const { usage, ...draft } = drafted;
      if (usage === null) return { draft, cost: mostOfOne };
      const cost = { tokens: usage.tokensIn + usage.tokensOut, millipence: millipenceOf(usage, price) };
      return { draft, cost };
    },
  };
}
