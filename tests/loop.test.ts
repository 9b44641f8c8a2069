import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { replay } from '#conversation/replay.ts';
import { createLogger } from '#logger.ts';
import { createFirstSignInLink, signInLinkUrl } from '#people/signInLinks.ts';
import { startApp } from '#tests/support/app.ts';
import { newPage } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { startTelegramDouble } from '#tests/support/providers/telegram.ts';
import { startTwilioDouble } from '#tests/support/providers/twilio.ts';

/**
 * The whole loop, as providers, residents and an officer meet it: 20 residents answer by SMS and Telegram, an officer
 * reviews in a browser and publishes an outcome, and exactly those who should hear back do, each once.
 */
const ourNumber = '+447700900999';
const publicUrl = 'http://listen.example.org';
const twilioToken = 'a-token-of-the-test';
const telegramToken = `424242:${'T'.repeat(35)}`;
const pavements = 'It is hard to get about on foot or on wheels';
const toilets = 'There is nowhere to sit, meet or be';

interface Resident {
  name: string;
  channel: 'sms' | 'telegram';
  says: string[];
  theme: string;
  hearBack: 'yes' | 'no' | 'unclear' | 'stops';
}

const pavementWords = [
  ['The kerb by the crossing is so high that I cannot get my pram up it.'],
  ['My wheelchair gets stuck', 'outside the post office, every single time', 'so I stay at home'],
  ['Cars parked on the pavement push me into the road.'],
  ['Loose slabs everywhere. I fell last month.'],
  ['Bollards, boards and bins on the pavement: no room to walk with a stick.'],
];
const toiletWords = [
  ['There are no toilets so I cannot stay long.'],
  ['Nowhere to sit down', 'not one bench that is not broken'],
  ['We need somewhere to be when it rains that costs nothing.'],
];

/** 12 by SMS and 8 by Telegram. */
const residents: Resident[] = Array.from({ length: 20 }, (_, index) => {
  const aboutPavements = index % 2 === 0;
  const words = aboutPavements ? pavementWords : toiletWords;
  return {
    name: `resident ${index}`,
    channel: index < 12 ? 'sms' : 'telegram',
    says: words[index % words.length] ?? [],
    theme: aboutPavements ? pavements : toilets,
    hearBack: index === 2 || index === 14 ? 'stops' : index === 4 ? 'no' : index === 6 ? 'unclear' : 'yes',
  };
});

it('goes round: ask, listen, theme, review, tell people what was done', { timeout: 240_000 }, async () => {
  const logged: string[] = [];
  const twilio = await startTwilioDouble({ accountSid: `AC${'1'.repeat(32)}`, authToken: twilioToken });
  const telegram = await startTelegramDouble({ token: telegramToken, webhookSecret: 'a-secret-of-the-test' });
  const app = await startApp({
    env: {
      ...twilio.env,
      ...telegram.env,
      TWILIO_FROM: ourNumber,
      PUBLIC_URL: publicUrl,
      DEFAULT_FLOW: 'high-street',
    },
    log: createLogger('debug', { write: (line) => void logged.push(line) }),
  });
  const { services, clock } = app;
  twilio.callsTo({ local: app.url, publicUrl });
  telegram.callsTo({ local: app.url, publicUrl });
  services.startJobs();

  const phoneOf = (resident: Resident) =>
    `+4477009001${String(residents.indexOf(resident)).padStart(2, '0')}`;
  const chatOf = (resident: Resident) => 7_700_900_100 + residents.indexOf(resident);
  const say = async (resident: Resident, text: string, fields: Record<string, string> = {}) => {
    const answer =
      resident.channel === 'sms'
        ? await twilio.inbound({ from: phoneOf(resident), to: ourNumber, body: text, fields })
        : await telegram.message({ chatId: chatOf(resident), text });
    expect(answer.status).toBe(200);
  };
  const heardBy = (resident: Resident): string[] =>
    resident.channel === 'sms'
      ? twilio.posts.filter(({ to }) => to === phoneOf(resident)).map(({ body }) => body)
      : telegram.posts().flatMap((call) => (call.chatId === String(chatOf(resident)) ? [call.text] : []));
  const allHeard = () => residents.reduce((sum, resident) => sum + heardBy(resident).length, 0);
  const everyone = (act: (resident: Resident) => Promise<void>) => Promise.all(residents.map(act));

  // Ask: the first message says who we are and asks the question, and has no link in it.
  await everyone((resident) => say(resident, 'High Street'));
  await eventually(allHeard).toBe(20);
  for (const resident of residents) {
    expect(heardBy(resident)[0]).toMatch(/^Your council: Tell us about your high street.*STOP to stop\.$/s);
    expect(heardBy(resident)[0]).not.toMatch(/https?:/);
  }

  // Listen: nothing is said while they write; one message is delivered five times at once.
  await everyone(async (resident) => {
    for (const text of resident.says) {
      if (resident.name !== 'resident 0') await say(resident, text);
    }
  });
  const five = twilio.inboundCall({
    from: phoneOf(residents[0]!),
    to: ourNumber,
    body: residents[0]!.says[0]!,
  });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => twilio.deliver(five)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  clock.advance(60_000);
  expect(allHeard()).toBe(20);
  clock.advance(130_000);
  await eventually(allHeard).toBe(40);

  // Consent: answered with a number or a button; unclear is asked once more and then counts as no.
  await everyone(async (resident) => {
    if (resident.hearBack === 'yes' && resident.channel === 'telegram') {
      const messageId = telegram
        .posts()
        .filter(({ chatId }) => chatId === String(chatOf(resident)))
        .at(-1)?.messageId;
      await telegram.press({ chatId: chatOf(resident), data: 'yes', messageId: messageId ?? 0 });
    } else if (resident.hearBack === 'no') {
      await say(resident, '2');
    } else if (resident.hearBack === 'unclear') {
      await say(resident, 'what do you mean by that');
      await say(resident, 'hmm');
    } else {
      await say(resident, '1');
    }
  });
  await eventually(allHeard).toBe(61);
  const smsStopper = residents[2]!;
  const telegramStopper = residents[14]!;
  await say(smsStopper, 'STOP', { OptOutType: 'STOP' });
  await say(telegramStopper, 'stop!');
  await eventually(() => heardBy(telegramStopper).at(-1)).toContain('we have stopped');
  expect(heardBy(smsStopper)).toHaveLength(3);

  // Review: an officer signs in by the one-time link and reads everything in a browser.
  const link = signInLinkUrl(app.url, (await createFirstSignInLink(services)) ?? '');
  const { page } = await newPage();
  await signIn(page, link);
  await eventually(() => waiting(page, app.url)).toBe(22);
  for (let read = 0; read < 22; read += 1) await review(page, app.url);
  await page.goto(`${app.url}/console/responses?review=new`);
  await eventually(() => waiting(page, app.url)).toBe(0);

  // Publish: who would hear is shown before anyone does.
  clock.advance(3_600_000);
  const before = allHeard();
  await publish(page, app.url);
  const contributors = residents.filter(({ theme, hearBack }) => theme === pavements && hearBack === 'yes');
  expect(contributors).toHaveLength(6);
  await eventually(allHeard).toBe(before + contributors.length);
  for (const resident of residents) {
    const followUps = heardBy(resident).filter((text) => text.includes('dropped kerbs'));
    expect(followUps, resident.name).toHaveLength(contributors.includes(resident) ? 1 : 0);
    for (const text of followUps) {
      const quoted = /You told us: "(.*?)"/s.exec(text)?.[1] ?? 'no quote';
      expect(resident.says.join('\n')).toContain(quoted.replace(/^\.\.\.|\.\.\.$/g, ''));
      expect(text).toContain('We did: We have put in dropped kerbs at every crossing.');
    }
  }

  // Answer back: it lands on the outcome, and is thanked for.
  const [bySms, byTelegram] = [contributors[0]!, contributors.at(-1)!];
  await say(bySms, 'Not at the crossing by the church you have not.');
  await say(byTelegram, 'It is true,');
  await say(byTelegram, 'thank you');
  clock.advance(190_000);
  await eventually(() => [bySms, byTelegram].map((resident) => heardBy(resident).at(-1))).toEqual([
    'Thank you. Staff will read what you said.',
    'Thank you. Staff will read what you said.',
  ]);
  await page.goto(`${app.url}/console/outcomes`);
  await page
    .getByRole('link', { name: /crossing/ })
    .first()
    .click();
  const outcome = await page.locator('main').innerText();
  expect(outcome).toContain('Not at the crossing by the church you have not.');
  expect(outcome).toMatch(/It is true,\s+thank you/);

  // The public page shows what was done and nobody's words, name or number.
  const publicPage = await (await fetch(`${app.url}/you-said-we-did`)).text();
  expect(publicPage).toContain('dropped kerbs');
  for (const { says } of residents) for (const words of says) expect(publicPage).not.toContain(words);

  // Nothing more goes out, the ledger agrees with the providers, and every conversation can be replayed.
  await services.outbox.pump();
  expect(allHeard()).toBe(before + contributors.length + 2);
  const sent = await services.store.read
    .selectFrom('deliveries')
    .select('state')
    .where('state', '=', 'accepted')
    .execute();
  expect(sent).toHaveLength(allHeard());
  const conversations = await services.store.read.selectFrom('conversations').select('id').execute();
  expect(conversations).toHaveLength(22);
  for (const { id } of conversations) {
    const { stored, replayed } = await replay(
      services.store.read,
      { ...services, organisation: services.config.organisation },
      id,
    );
    expect(replayed).toEqual(stored);
  }

  // No log line holds a number or anybody's words.
  const log = logged.join('');
  expect(log).not.toMatch(/7700900/);
  for (const { says } of residents) for (const words of says) expect(log).not.toContain(words);
  await twilio.close();
  await telegram.close();
});

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Full name').or(page.locator('#name')).first().fill('The first officer');
  await page.locator('#email').fill('first@example.org');
  await page.locator('input[name=password]').fill('three random words');
  await page
    .getByRole('button', { name: 'Set password' })
    .or(page.locator('main button[type=submit]'))
    .first()
    .click();
  await page.waitForURL(/\/console\/?$/);
}

/** How many responses nobody has reviewed yet, once the machine has read them. */
async function waiting(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/console/responses?review=new`);
  return page.locator('a[href^="/console/responses/0"]').count();
}

/** Reads the first response that waits, says what it is about, and marks it as reviewed. */
async function review(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/responses?review=new`);
  await page.locator('a[href^="/console/responses/0"]').first().click();
  const words = await page.locator('blockquote.hearback-words').innerText();
  const said = residents.find(({ says }) => words.trim() === says.join('\n'));
  for (const theme of said === undefined ? [] : [said.theme]) {
    const suggested = page.locator('.hearback-suggestion', {
      has: page.getByRole('heading', { name: theme }),
    });
    if ((await suggested.count()) > 0) await suggested.locator('form[action$="/accept"] button').click();
    else {
      await page.getByLabel('Theme to add').selectOption({ label: theme });
      await page.locator('form[action$="/themes"] button').click();
    }
    await suggested.getByText('Accepted').or(suggested.locator('.govuk-tag--green')).first().waitFor();
  }
  const here = page.url();
  await page.locator('form[action$="/reviewed"] button').click();
  await page.waitForURL((url) => url.href !== here);
}

async function publish(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/outcomes/new?consultation=high-street`);
  await page.getByRole('checkbox', { name: pavements }).check();
  await page.locator('textarea[name="youSaid-en"]').fill('The crossing is too hard to use.');
  await page.locator('textarea[name="youSaid-cy"]').fill("Mae'r groesfan yn rhy anodd ei defnyddio.");
  await page.getByRole('radio').first().check();
  await page.locator('textarea[name="weDid-en"]').fill('We have put in dropped kerbs at every crossing.');
  await page.locator('textarea[name="weDid-cy"]').fill('Rydym wedi gosod cyrbau isel ym mhob croesfan.');
  await page.locator('main form button').last().click();
  const check = await page.locator('main').innerText();
  expect(check).toContain('6');
  await page
    .getByRole('link', { name: /publish/i })
    .or(page.getByRole('button', { name: /publish/i }))
    .first()
    .click();
  await page.locator('form[action$="/publish"] button').click();
}
