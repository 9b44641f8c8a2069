import { expect, test } from 'vitest';
import { town } from '#tests/simulator/town.ts';
import { eventually } from '#tests/support/eventually.ts';
import { officerPublishes } from '#tests/support/officer-publishes.ts';
import { addingSecret, person, testTelegram, token } from './telegram-test-api.ts';

const secret = 'a-secret-of-the-test';
const chatId = 7_700_900_123;
const longerThanAnyPause = 91_000;
const kerb = 'The kerb by the crossing is so high that I cannot get my pram up it.';

test.each(['webhook', 'polling'])(
  'a resident holds a whole conversation on Telegram and hears back, by %s',
  { timeout: 60_000 },
  async (mode) => {
    const telegram = await testTelegram();
    const { url, services, clock } = await town({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.config.apiURL,
      TELEGRAM_MODE: mode,
      ...(mode === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: secret } : {}),
    });
    const hook = await addingSecret(() => `${url}/webhooks/telegram`, secret);
    if (mode === 'webhook') telegram.setWebhook({ url: hook }, token);

    const resident = person(telegram, chatId);
    await resident.opens('high-street');
    const first = await resident.reads(0);
    expect(first.text).toContain('Tell us about your high street');
    await resident.says(kerb);
    let heard = 1;
    const answered = async () => {
      // A quiet period has passed since they last wrote, or they press a button.
      clock.advance(longerThanAnyPause);
      await services.wake();
    };
    // By polling the words are still on their way when the person has sent them.
    await eventually(() => services.store.read.selectFrom('messages').selectAll().execute()).toHaveLength(2);
    await answered();
    for (let turn = 0; turn < 30; turn += 1) {
      const shown = await resident.reads(heard);
      heard += 1;
      if (/Thank you for your time/.test(shown.text)) break;
      if (shown.buttons.length > 1) await resident.presses(shown, 0);
      else if (shown.buttons.length === 1) {
        await resident.says(`Something else, number ${turn}`);
        await resident.presses(shown, 0);
      }
    }
    expect(resident.shown().at(-1)?.text).toContain('Thank you for your time');
    const { text } = await services.store.read
      .selectFrom('responses')
      .select('text')
      .where('text', '=', kerb)
      .executeTakeFirstOrThrow();
    expect(text).toBe(kerb);

    expect(await officerPublishes(services, kerb)).toBe(1);
    const news = await resident.reads(heard);
    expect(news.text).toMatch(new RegExp(`You told us: "${kerb}" We did: kerbs are dropped\\.`));
    expect(resident.shown()).toHaveLength(heard + 1);
  },
);
