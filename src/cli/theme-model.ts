import type { Services } from '#services.ts';
import { unfinishedRun } from '#store/model-runs-read.ts';
import type { ModelRunReason, ModelRunRow } from '#store/schema.ts';
import type { ModelPlan } from '#theming/modelPlan.ts';
import { typedWord } from './agree.ts';
import { Refused } from './faults.ts';
import { progressOn } from './progress.ts';
import type { ThemeOptions } from './theme.ts';

/** ms */
const ONE_PRESS = 500;

const whys: Record<ModelRunReason, string> = {
  stopped: 'It was stopped.',
  key: 'The provider does not take the key. Put it right.',
  provider: 'The provider does not answer, or only with faults.',
  quota: 'The provider wants us to wait for longer than five minutes: look at your quota there.',
  refused: 'The provider refuses what it is asked. Is LLM_MODEL right?',
  bound: 'What was agreed to is spent.',
  changed:
    'The themes, or the language model, have changed since this run was agreed to. What was read before stays. Run the command again to agree to a new run.',
};

/** Shows what a reading by the model may cost, and begins it once that is agreed to; goes on with one that was begun. */
export async function themeWithModel(
  services: Services,
  consultations: string[],
  options: ThemeOptions,
): Promise<void> {
  const { config, modelRuns, store } = services;
  if (config.model === null)
    throw new Refused(
      'No language model is set: set LLM_PROVIDER and LLM_MODEL (see .env.example). Without --model, themes are suggested on this machine.',
    );
  if (options.json === true && options.yes !== true && options.dryRun !== true)
    throw new Refused('With --json nobody is asked: add --yes to agree to the cost, or --dry-run to see it.');
  const [consultationId] = consultations;
  if (consultationId === undefined) throw new Refused('There is no consultation yet.');
  if (consultations.length > 1)
    throw new Refused(`Say which one is to be read: --flow with one of ${consultations.join(', ')}.`);
  const say = options.json === true ? () => {} : print;

  const unfinished = await unfinishedRun(store.read, consultationId);
  // What was agreed to was something else: it ends once a new run is agreed to.
  const overtaken = unfinished?.state === 'paused' && unfinished.reason === 'changed' ? unfinished : null;
  if (overtaken !== null) {
    say(
      `The themes, or the language model, have changed since a run was agreed to. ${readIn(overtaken)} of ${overtaken.total} were done, and stay. A new run must be agreed to.`,
    );
  } else if (unfinished !== undefined) {
    const { id, state, total } = unfinished;
    say(
      `There is an unfinished run: ${readIn(unfinished)} of ${total} done. ${options.dryRun ? 'It would go on.' : 'It goes on.'}`,
    );
    if (options.dryRun === true) return report(services, unfinished, options);
    if (state === 'paused') await modelRuns.goOn(id, null);
    return follow(services, id, options);
  }
  if (options.dryRun !== true) await services.themer.themePending();
  const plan = await modelRuns.plan(consultationId);
  if (plan === null || plan.responses === 0) {
    if (options.json === true) return print(JSON.stringify({ responses: 0 }));
    return print(
      'Nothing to read: officers have decided on every response, or the model has read it under these themes.',
    );
  }
  say(inWords(plan, config.model));
  if (options.dryRun === true) return options.json === true ? print(planAsJson(plan)) : undefined;
  if (options.yes !== true && !(await typedWord('AGREE'))) {
    print('Nothing was sent.');
    process.exitCode = 1;
    return;
  }
  const { agreed } = plan;
  if (overtaken !== null) await modelRuns.cancel(overtaken.id, null);
  const started = await modelRuns.start({ consultationId, agreed, officerId: null });
  if (started.kind !== 'started')
    throw new Refused('Somebody else has begun a run just now. Run the command again.');
  await follow(services, started.runId, options);
}

function inWords(plan: ModelPlan, { provider, model }: { provider: string; model: string }): string {
  const { responses, batches, about, agreed, short } = plan;
  const cost =
    agreed.millipence === null
      ? `About ${number(about.tokens)} tokens; it stops before ${number(agreed.tokens)}. What that costs is not known: set LLM_PENCE_PER_MILLION_IN and _OUT to see it.`
      : `About ${pounds(about.millipence)} (${number(about.tokens)} tokens); it stops before ${pounds(agreed.millipence)}.`;
  return [
    `${number(responses)} responses, in about ${number(batches.length)} calls to ${provider} (${model}). What is recognised as personal data is taken out first.`,
    cost,
    ...(short
      ? ['LLM_MAX_POUNDS is likely to stop it before the end; what is left keeps the suggestions made here.']
      : []),
  ].join('\n');
}

function planAsJson({ responses, batches, about, agreed, short }: ModelPlan): string {
  return JSON.stringify({ responses, calls: batches.length, about, agreed, short }, null, 2);
}

async function follow(services: Services, runId: string, options: ThemeOptions): Promise<void> {
  const { modelRuns } = services;
  const { show, done } = progressOn(process.stderr);
  const stopping = new AbortController();
  let pressed = Number.NEGATIVE_INFINITY;
  const stop = () => {
    // One press may come twice: from the terminal, and from whoever started this process.
    const at = performance.now();
    if (at - pressed < ONE_PRESS) return;
    const again = pressed > Number.NEGATIVE_INFINITY;
    pressed = at;
    if (again) return stopping.abort();
    process.stderr.write(
      '\nStopping: calls that are under way come to their end. Press Ctrl-C again to stop at once.\n',
    );
    modelRuns.pause(runId, null).catch(() => stopping.abort());
  };
  process.on('SIGINT', stop);
  try {
    const run = await modelRuns.follow(
      runId,
      (now) => show(readIn(now) / Math.max(1, now.total), `${readIn(now)} of ${now.total}`),
      stopping.signal,
    );
    done();
    if (run !== undefined) report(services, run, options);
    if (run?.state !== 'done') process.exitCode = 1;
  } finally {
    process.off('SIGINT', stop);
  }
}

function report({ config }: Services, run: ModelRunRow, { json, dryRun }: ThemeOptions): void {
  const { state, reason, total, done, leftToLocal, refused, tokensIn, tokensOut, millipence } = run;
  if (json === true)
    return print(
      JSON.stringify(
        { state, reason, total, done, leftToLocal, refused, tokensIn, tokensOut, millipence },
        null,
        2,
      ),
    );
  if (dryRun === true) return;
  if (state === 'failed')
    print('The model could not be opened: check LLM_PROVIDER, LLM_MODEL and LLM_BASE_URL.');
  if (reason !== null) print(whys[reason]);
  const spent = `${number(tokensIn + tokensOut)} tokens`;
  print(
    `Read by the model: ${done} of ${total}. Left to the suggestions made here: ${leftToLocal}. Answers not taken: ${refused}.`,
  );
  print(config.model?.pencePerMillion ? `Cost: ${pounds(millipence)} (${spent}).` : `Used: ${spent}.`);
  if (run.heldTokens > 0)
    print(`Calls that were never answered may have cost up to ${number(run.heldTokens)} tokens more.`);
  if (state === 'paused' && reason !== 'changed') print('Run the command again to go on.');
}

function readIn({ done, leftToLocal }: ModelRunRow): number {
  return done + leftToLocal;
}

function pounds(millipence: number): string {
  return `£${(millipence / 100_000).toFixed(2)}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
