import type { Response } from 'express';
import { audienceOf } from '#loop/audience.ts';
import type { OutcomeDetail } from '#loop/outcomes.ts';
import type { Services } from '#services.ts';
import { aboutPounds } from '#web/money.ts';
import { inAList } from '#web/words.ts';
import { costOf } from './cost.ts';

const A_PENNY = 1000;

/** Who would hear now, what that costs about, and who has been silent for too long to be told. */
export async function told(services: Services, res: Response, outcome: OutcomeDetail) {
  const { store, channels, reach, config, clock } = services;
  const { t, language } = res.locals;
  const audience = await audienceOf(store.read, outcome, reach);
  const { organisation } = config;
  const millipence = await costOf(store.read, channels, outcome, audience, {
    organisation,
    now: clock.now(),
  });
  const closed = audience.leftOut.find(({ why }) => why === 'windowClosed');
  return {
    audience,
    cost:
      millipence === 0 ? null : { pounds: millipence < A_PENNY ? null : aboutPounds(language, millipence) },
    closed: closed && {
      count: closed.count,
      languages: inAList(
        language,
        audience.withoutTemplate.map((one) => t(`language.${one}`)),
      ),
    },
  };
}
