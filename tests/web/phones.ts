import { draftOutcome } from '#loop/draft.ts';
import { themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { hear } from './high-street.ts';
import { officerOf } from './officer.ts';

/** Text messages at 4p a segment, and WhatsApp, with a follow-up approved in English at 2.2p. */
const phones = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '0'.repeat(32),
  TWILIO_FROM: '+447700900999',
  TWILIO_WHATSAPP_FROM: '+447700900998',
  WHATSAPP_TEMPLATES: `followUp.en=HX${'1'.repeat(32)}`,
};

export interface TownWithPhones extends RunningApp {
  outcomeId: string;
}

/**
 * A town whose people wrote three days ago: two by text and two on WhatsApp, who all hear in English. An outcome about
 * what they said is drafted, and a publisher can sign in.
 */
export async function townWithPhones(env: Record<string, string> = {}): Promise<TownWithPhones> {
  const app = await startApp({ env: { ...phones, ...env } });
  const { services } = app;
  const { store, clock, newId } = services;
  for (const [phone, channel] of (['sms', 'sms', 'whatsapp', 'whatsapp'] as const).entries())
    await say(app, phone + 1, { channel });
  const themeId = (await themesOf(store.read, 'high-street')).find(({ key }) => key === 'nowhere-to-be')?.id;
  const outcomeId = await draftOutcome(store, {
    consultationId: 'high-street',
    kind: 'did',
    youSaid: { en: 'There is nowhere to sit.', cy: 'Does unman i eistedd.' },
    weDid: { en: 'We put out eleven benches.', cy: 'Gosodwyd un ar ddeg o feinciau.' },
    themeIds: themeId === undefined ? [] : [themeId],
    officerId: null,
    now: clock.now(),
    newId,
  });
  await officerOf(app, 'publisher');
  return { ...app, outcomeId };
}

/** Somebody says that there is nowhere to sit. */
export function say({ services }: RunningApp, phone: number, more: Partial<Parameters<typeof hear>[1]>) {
  const says = 'There is nowhere to sit when your legs hurt.';
  return hear(services, { phone, says, themes: [{ key: 'nowhere-to-be' }], ...more });
}
