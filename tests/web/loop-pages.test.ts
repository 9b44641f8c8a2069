import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { hear } from './high-street.ts';
import { officerOf, PASSWORD } from './officer.ts';
import { publishedTown } from './published.ts';

/** A town that has something to see on every page of the loop. */
async function busyTown() {
  const app = await publishedTown();
  const says = 'It is dark there, and there is nowhere to sit when your legs hurt.';
  const themes = [
    { key: 'nowhere-to-be', evidence: 'nowhere to sit when your legs hurt' },
    { key: 'feels-unsafe', decision: 'suggested' as const, evidence: 'It is dark there' },
  ];
  await hear(app.services, { phone: 31, says, themes });
  await hear(app.services, { phone: 32, says, themes, language: 'cy', hearBack: false });
  await hear(app.services, { phone: 33, says: 'What about the clock?' });
  await officerOf(app, 'publisher');
  return app;
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill('publisher@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write an outcome' }).click();
  await page.getByLabel('Your high street').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('There is nowhere to sit, meet or be').check();
  await page.getByLabel('You said (English)').fill('There is nowhere to sit.');
  await page.getByLabel('You said (Welsh)').fill('Does unman i eistedd.');
  await page.getByLabel('We did', { exact: true }).check();
  await page.getByLabel('What we did, or why we can’t (English)').fill('We put out benches.');
  await page.getByLabel('What we did, or why we can’t (Welsh)').fill('Gosodwyd meinciau.');
  await page.getByRole('button', { name: 'Save and see who would hear' }).click();
}

describe.each([1280, 320])('at %i px', (width) => {
  test('every page of the loop is whole and has nothing that axe finds', async () => {
    const { url, ids } = await busyTown();
    const { page, expectProblem } = await newPage({ width });
    // The form that is sent empty below.
    expectProblem(/400/);
    await signIn(page, url);
    const look = async (where: string) => {
      expect([where, await axeViolations(page)]).toEqual([where, []]);
      expect([where, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([where, width]);
    };
    for (const path of [
      '/console/themes',
      '/console/themes/new',
      '/console/outcomes',
      '/console/outcomes/new',
      '/console/outcomes/new?consultation=high-street',
      `/console/outcomes/${ids[0]}`,
      `/console/outcomes/${ids[0]}/edit`,
      '/console/deliveries',
      `/console/deliveries?state=sent&outcome=${ids[0]}`,
    ]) {
      await page.goto(url + path);
      await look(path);
      if (path.endsWith('high-street')) {
        await page.getByRole('button', { name: 'Save and see who would hear' }).click();
        await page.getByRole('link', { name: 'Select what kind of answer it is' }).click();
        await look('the form with errors');
      }
    }
    await page.goto(`${url}/console/outcomes`);
    await write(page);
    await look('the draft');
    await page.getByRole('button', { name: 'Continue to publish' }).click();
    await look('the last question');
  });
});

test('an officer writes, checks and publishes without scripts', async () => {
  const { url } = await busyTown();
  const { page } = await newPage({ javaScript: false });
  await signIn(page, url);
  await page.getByRole('link', { name: 'Outcomes', exact: true }).click();
  await write(page);
  expect(await page.getByText('1 person would get a message.').count()).toBe(1);
  await page.getByRole('button', { name: 'Continue to publish' }).click();
  await page.getByRole('button', { name: 'Publish and tell 1 person' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('1 person is being told');
  await page.getByRole('link', { name: 'See it on the public page' }).click();
  expect(await page.locator('article').first().innerText()).toContain('We put out benches.');
});

test('the count under a field follows what is typed, in Welsh too', async () => {
  const { url } = await busyTown();
  const { page } = await newPage();
  await signIn(page, url);
  await page.goto(`${url}/console/outcomes/new?consultation=high-street&lang=cy`);
  await page.getByLabel('Dywedoch chi (Saesneg)').fill('Deg llythyr');
  const count = page
    .locator('.govuk-form-group', { has: page.locator('#youSaid-en') })
    .locator('.govuk-character-count__status');
  await expect.poll(() => count.innerText()).toBe('Mae gennych 589 nod ar ôl');
});
