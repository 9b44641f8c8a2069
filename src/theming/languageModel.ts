import type { z } from 'zod';

/** Which model is asked, and where: what config.ts makes of the environment. */
export interface ModelSettings {
  provider: 'openai' | 'azure' | 'anthropic' | 'ollama';
  model: string;
  key: string | null;
  /** null: the provider's own address. */
  baseUrl: string | null;
  /** Of Azure's API. */
  apiVersion: string;
  /** Of one call, from the first byte to the last. */
  timeoutMs: number;
}

interface Prompt {
  system: string;
  user: string;
}

/** Tokens as the provider counted them. */
export interface Usage {
  tokensIn: number;
  tokensOut: number;
}

/**
 * What became of one call. An answer is whatever came, unread: `raw` is undefined where it was cut or is no JSON.
 * busy: 429. key: 401 or 403. refused: it will not take this, however often it is asked. failed: 5xx. `mayCost`: it may
 * have been worked on all the same, and be on the bill.
 */
export type Reply =
  | { kind: 'answer'; raw: unknown; usage: Usage | null }
  | {
      kind: 'busy' | 'key' | 'refused' | 'failed' | 'timeout' | 'unreachable' | 'stopped';
      /** How long the provider asks us to wait; 0 where it does not say. */
      afterMs: number;
      mayCost: boolean;
    };

export interface Asked {
  prompt: Prompt;
  /** The only shape in which it may answer; it is not told of any tool. */
  schema: z.ZodObject;
  mostTokensOut: number;
  signal: AbortSignal;
}

/** A model that answers in a given shape. One call, tried once; never throws. */
export interface LanguageModel {
  ask(asked: Asked): Promise<Reply>;
}
