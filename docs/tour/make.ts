import type { Locator, Page } from 'playwright-core';
import { launchChromium } from '#tests/support/chromium.ts';
import { openPage, take } from './camera.ts';
import { type Phone, takePhone } from './phone.ts';
import { startProduct } from './product.ts';

/** `npm run tour`: goes round the loop in the real product with the demo's residents, and takes the pictures of docs/tour.md. */

const theme = 'It is hard to get about on foot or on wheels';
const said = [
  'I use a wheelchair and there is no dropped kerb by the chemist.',
  'So I go in the road with the cars.',
];
const did = 'Both crossings by the chemist now have dropped kerbs.';

async function ask(phone: Phone): Promise<void> {
  await phone.say('High street');
  await phone.hears('Tell us about your high street.');
  await take(phone.page, '02-first-message', 'window');
  for (const words of said) await phone.say(words);
  await phone.page.getByText('Waiting until').waitFor();
  await take(phone.page, '03-listening', 'window');
  await phone.skipTheWait();
  await phone.hears('Shall we message you');
  await phone.say('1');
  await phone.hears('Tell us about one thing you would change there');
}

/** Some things happen seconds later by themselves: the machine reads what was said, messages go out. */
async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  const until = Date.now() + 30_000;
  while ((await shown.count()) === 0) {
    if (Date.now() > until) throw new Error(`${shown} does not come up at ${page.url()}.`);
    await page.waitForTimeout(500);
    await page.reload();
  }
}

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill('First officer');
  await page.getByLabel('Email address').fill('first.officer@example.org');
  await page.getByLabel('Password', { exact: true }).fill('three random words');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/console\/?$/);
}

async function review(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console`);
  await take(page, '04-home', 1250);
  await page.goto(`${url}/console/responses`);
  await page.getByLabel('Theme').selectOption({ label: theme });
  await page.getByRole('button', { name: 'Apply filters' }).click();
  const newest = page.locator('.hearback-responses__item').first();
  await reloadUntil(page, newest.getByText(said[0] ?? ''));
  await take(page, '05-responses');
  await newest.getByRole('link').click();
  const suggestion = page.locator('.hearback-suggestion').filter({ hasText: theme });
  await take(page, '06-response', 1140);
  await suggestion.locator('form[action$="/accept"] button').click();
  await suggestion.getByText('Accepted').waitFor();
  await page.getByRole('button', { name: 'Mark as reviewed' }).click();
  await page.getByText('Marked as reviewed').waitFor();
  await page.goto(`${url}/console/themes?consultation=high-street`);
  await take(page, '07-themes');
}

async function publish(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/outcomes/new?consultation=high-street`);
  await page.getByRole('checkbox', { name: theme }).check();
  await page
    .locator('[name="youSaid-en"]')
    .fill('It is hard to cross the road by the chemist on foot or on wheels.');
  await page
    .locator('[name="youSaid-cy"]')
    .fill("Mae'n anodd croesi'r ffordd ger y fferyllfa ar droed neu ar olwynion.");
  await page.getByRole('radio', { name: 'We did', exact: true }).check();
  await page.locator('[name="weDid-en"]').fill(did);
  await page.locator('[name="weDid-cy"]').fill('Mae cyrbau isel bellach ar y ddwy groesfan ger y fferyllfa.');
  await take(page, '08-write-outcome', 2600);
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/console\/outcomes\/[^/]+$/);
  await take(page, '09-who-would-hear', 2250);
  await page.getByRole('button', { name: 'Continue to publish' }).click();
  await page.waitForURL(/\/publish$/);
  await take(page, '10-publish');
  await page.locator('form[action$="/publish"] button').click();
  await page.waitForURL(/\/console\/outcomes\/[^/]+$/);
}

async function answer(phone: Phone): Promise<void> {
  await take(phone.page, '12-follow-up', 'window');
  await phone.say('Thank you. I used it today and it works.');
  await phone.skipTheWait();
  await phone.hears('Staff will read what you said');
}

const product = await startProduct();
const browser = await launchChromium();
try {
  const { url } = product;
  const desk = await openPage(browser, 1280);
  await desk.goto(`${url}/simulator`);
  await take(desk, '01-simulator');
  const phone = await takePhone(await openPage(browser, 390), url);
  await ask(phone);
  await signIn(desk, product.signInLink);
  await review(desk, url);
  await publish(desk, url);
  const outcome = desk.url();
  await phone.hears(did);
  await desk.goto(`${url}/console/deliveries?purpose=followUp`);
  await take(desk, '11-deliveries');
  await answer(phone);
  await desk.goto(outcome);
  await take(desk, '13-reply', 1235);
  await desk.goto(`${url}/you-said-we-did`);
  await take(desk, '14-public');
  await phone.page.goto(`${url}/you-said-we-did`);
  await take(phone.page, '15-public-on-a-phone', 'window');
} finally {
  await browser.close();
  await product.stop();
}
