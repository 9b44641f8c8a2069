import type { ModelRunRow } from '#store/schema.ts';
import type { ModelPlan } from '#theming/modelPlan.ts';
import { pounds } from '#web/money.ts';
import { locales } from '#web/words.ts';

type Locals = Pick<Express.Locals, 't' | 'language'>;

const A_PENNY = 1000;

/** What a run would be, as the page says it. The numbers that are agreed to go back as they are. */
export function planInWords(locals: Locals, plan: ModelPlan) {
  const { responses, batches, about, agreed, short } = plan;
  return {
    responses,
    calls: batches.length,
    agreed,
    short,
    priced: agreed.millipence !== null,
    about: agreed.millipence === null ? tokens(locals, about.tokens) : money(locals, about.millipence),
    most: mostInWords(locals, agreed),
  };
}

/** What a reading may cost at most. */
export function mostInWords(locals: Locals, most: { tokens: number; millipence: number | null }): string {
  return most.millipence === null ? tokens(locals, most.tokens) : money(locals, most.millipence);
}

/** How far a run is and what it has cost. */
export function runInWords(locals: Locals, run: ModelRunRow) {
  const { id, state, reason, provider, model, total, done, leftToLocal, refused, createdAt } = run;
  const priced = run.agreedMillipence !== null;
  return {
    ...{ id, state, reason, provider, model, total, done, leftToLocal, refused, createdAt },
    read: done + leftToLocal,
    cost: priced ? money(locals, run.millipence) : tokens(locals, run.tokensIn + run.tokensOut),
    most:
      run.agreedMillipence === null ? tokens(locals, run.agreedTokens) : money(locals, run.agreedMillipence),
    /** Of calls whose answer never came or is still to come: at most. */
    held:
      run.heldTokens === 0
        ? null
        : priced
          ? money(locals, run.heldMillipence)
          : tokens(locals, run.heldTokens),
  };
}

function money({ language, t }: Locals, millipence: number): string {
  return millipence > 0 && millipence < A_PENNY ? t('theming.underAPenny') : pounds(language, millipence);
}

function tokens({ language, t }: Locals, count: number): string {
  return t('theming.tokens', { count: new Intl.NumberFormat(locales[language]).format(count) });
}
