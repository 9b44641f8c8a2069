import type { Clock, NewId } from '#domain/clock.ts';
import type { Store } from '#store/db.ts';
import type { Price } from './cost.ts';
import type { LanguageModel, ModelSettings } from './languageModel.ts';
import type { Hidden } from './redact/redact.ts';

/** What config.ts says of the model, with what its calls cost. */
export interface ModelConfig extends ModelSettings {
  pencePerMillion: Price;
  /** Of one run. */
  mostMillipence: number;
}

/** What readings by a language model need of the world. */
export interface ModelDeps {
  store: Store;
  clock: Clock;
  newId: NewId;
  /** null where none is set. */
  config: ModelConfig | null;
  open(settings: ModelSettings): Promise<LanguageModel>;
  /** What must not leave this machine of a response, in order, none overlapping another. */
  hiddenOf(response: { id: string; text: string }): Promise<Hidden[]>;
  /** Resolves early where the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}
