import type { Check } from '#channels/channel.ts';
import type { Config } from '#config.ts';
import { ok } from './check.ts';

const what = 'Language model';

/** Which language model may suggest themes, if any. Nobody is asked: a call costs money that somebody must agree to first. */
export function checkModel({ model }: Pick<Config, 'model'>): Check {
  if (model === null)
    return ok(what, 'none is set: themes are suggested on this machine (LLM_PROVIDER and LLM_MODEL)');
  const unpriced = model.pencePerMillion === null ? ', without a price' : '';
  return ok(
    what,
    `${model.provider}, ${model.model}${unpriced}; nobody was asked. What a reading costs: npx hearback theme --model --dry-run`,
  );
}
