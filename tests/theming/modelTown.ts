import { onTestFinished } from 'vitest';
import type { ResponseRow } from '#store/schema.ts';
import { council } from '#tests/conversation/council.ts';
import {
  type Behaviour,
  type Call,
  type Shape,
  startModelDouble,
} from '#tests/support/providers/languageModel.ts';
import { said } from '#tests/web/said.ts';
import { openModel } from '#theming/llm.ts';
import type { ModelDeps } from '#theming/modelDeps.ts';
import { createModelRuns } from '#theming/modelRuns.ts';
import { redact } from '#theming/redact/redact.ts';

export const KEY = 'sk-secret-of-the-council';

/** A consultation with a language model at the other end of a real connection. Nobody really waits between two tries. */
export async function modelTown(
  given: {
    database?: 'sqlite' | 'postgres';
    shape?: Shape;
    env?: Record<string, string>;
    behave?: (call: Call) => Behaviour | Promise<Behaviour>;
  } = {},
) {
  const { database = 'sqlite', shape = 'openai', env = {} } = given;
  let behave = given.behave ?? honest;
  const double = await startModelDouble(shape, (call) => behave(call));
  onTestFinished(() => double.close());
  const here = await council(database, { ...modelEnv(shape, double.url), ...env });
  const { services } = here;
  const waits: number[] = [];
  const stopping = new AbortController();
  const deps: ModelDeps = {
    ...{ store: services.store, clock: services.clock, newId: services.newId, config: services.config.model },
    open: openModel,
    hiddenOf: async ({ text }) => redact(text).hidden,
    wait: async (ms) => {
      // The look at what others are still asking is not a pause that anybody told us to make.
      if (ms !== 200) waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    stopping: stopping.signal,
  };
  const runs = createModelRuns(deps);
  const { read } = services.store;
  const begin = async () => {
    const plan = await runs.plan('high-street');
    if (plan === null) throw new Error('No model is set.');
    const started = await runs.start({ consultationId: 'high-street', agreed: plan.agreed, officerId: null });
    if (started.kind !== 'started') throw new Error(`It did not begin: ${started.kind}.`);
    return started.runId;
  };
  return {
    ...here,
    double,
    runs,
    deps,
    waits,
    stopping,
    behaves: (next: (call: Call) => Behaviour | Promise<Behaviour>) => {
      behave = next;
    },
    /** As a phone says it. */
    hear: here.say,
    say: (text: string, more: Partial<ResponseRow> = {}) => said(here, text, more),
    begin,
    /** Begins a run and reads until it is no longer running. */
    async read() {
      const run = await runs.follow(await begin(), () => {}, stopping.signal);
      if (run === undefined) throw new Error('The run is gone.');
      return run;
    },
    codings: () => read.selectFrom('codings').selectAll().orderBy('id').execute(),
    items: () => read.selectFrom('modelRunItems').selectAll().orderBy('responseId').execute(),
    run: () =>
      read.selectFrom('modelRuns').selectAll().orderBy('createdAt', 'desc').executeTakeFirstOrThrow(),
    /** What officers would be shown as residents' words because the model said so. */
    async quotes() {
      const rows = await read
        .selectFrom('codings')
        .innerJoin('responses', 'responses.id', 'codings.responseId')
        .select(['responses.text', 'codings.startAt', 'codings.endAt', 'codings.themeId'])
        .where('codings.readBy', '=', 'model')
        .orderBy('responses.id')
        .execute();
      return rows.map(({ text, startAt, endAt, themeId }) => ({
        text,
        themeId,
        quote: text.slice(startAt ?? 0, endAt ?? 0),
      }));
    },
  };
}

export function modelEnv(shape: Shape, url: string): Record<string, string> {
  return {
    LLM_PROVIDER: shape,
    LLM_MODEL: 'double',
    LLM_BASE_URL: url,
    [shape === 'openai' ? 'OPENAI_API_KEY' : 'ANTHROPIC_API_KEY']: KEY,
    LLM_PENCE_PER_MILLION_IN: '100',
    LLM_PENCE_PER_MILLION_OUT: '400',
    LLM_TIMEOUT_SECONDS: '10',
  };
}

/** The first words of a text, as a model would quote them. */
export function firstWords(text: string): string {
  return (text.split('[')[0] ?? '').trim().split(' ').slice(0, 4).join(' ');
}

/** A model that does as it is asked: the first theme, with each response's own first words. */
export function honest({ responses, themes }: Call): { answer: { answers: unknown[] } } {
  const [theme] = themes;
  return {
    answer: {
      answers: responses.map(({ id, text }) => ({
        response: id,
        themes: [{ theme: theme?.id, quote: firstWords(text), confidence: 0.9 }],
      })),
    },
  };
}
