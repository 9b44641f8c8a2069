import { expect, test } from 'vitest';
import { themesOf } from '#store/codebook.ts';
import { startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { hear } from './high-street.ts';
import { officerOf, PASSWORD } from './officer.ts';

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])(
  'an officer changes, splits, retires and takes in themes at $width pixels; axe finds nothing',
  async (given) => {
    const app = await startApp();
    await officerOf(app, 'reviewer');
    const word = `www.${'averylongword'.repeat(12)}.example`;
    for (const phone of [1, 2])
      await hear(app.services, {
        phone,
        says: `Nowhere to sit, number ${phone}, see ${word}`,
        themes: [{ key: 'nowhere-to-be', evidence: `number ${phone}, see ${word}` }],
      });
    const themes = await themesOf(app.services.store.read, 'high-street');
    const theme = `/console/themes/${themes.find(({ key }) => key === 'nowhere-to-be')?.id}`;
    const opened = await newPage(given);
    const { page } = opened;
    opened.expectProblem(/Failed to load resource/);
    const check = async (heading: string) => {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(heading);
      if (given.javaScript) expect([heading, await axeViolations(page)]).toEqual([heading, []]);
      expect([heading, await page.evaluate(sideways)]).toEqual([heading, 0]);
    };
    const go = async (path: string, heading: string) => {
      await page.goto(app.url + path);
      await check(heading);
    };
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('reviewer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${app.url}/console`);

    await go(theme, 'There is nowhere to sit, meet or be');
    await go(`${theme}/edit`, 'Change the theme');
    await page.getByLabel('What is in (English)').fill('Walls');
    await page.getByRole('button', { name: 'Save' }).click();
    await check('There is nowhere to sit');
    await go(`${theme}/merge`, 'Merge the theme into another');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'See what happens' }).click();
    await check('What happens');
    await go(`${theme}/split`, 'Split the theme in two');
    await page.getByRole('button', { name: 'Split' }).click();
    await check('Split the theme in two');
    for (const [part, name] of [
      ['1', 'There are no seats'],
      ['2', 'There is no shade'],
    ]) {
      await page.locator(`#name${part}-en`).fill(name ?? '');
      await page.locator(`#definition${part}-en`).fill('People ask for it.');
    }
    await page.getByLabel('First – 1').check();
    await page.getByLabel('Second – 1').check();
    await page.getByRole('button', { name: 'Split' }).click();
    await check('Themes');
    expect(await page.getByText('The theme has been split').count()).toBe(1);
    await page.getByRole('link', { name: 'More about this theme – There are no seats' }).click();
    await check('There are no seats');
    await page.getByRole('button', { name: 'Take it out of use' }).click();
    await check('Take the theme out of use');
    await page.getByRole('button', { name: 'Take it out of use' }).click();
    await check('Out of use');
    await go('/console/themes/history?consultation=high-street', 'History of the themes');
    await page.getByRole('button', { name: /^Undo – Took “There are no seats” out of use/ }).click();
    await check('History of the themes');
    await go('/console/themes/import?consultation=high-street', 'Take in a file');
    const file = (content: string) => ({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByLabel('File').setInputFiles(file('key,name\nnone,None is here\n'));
    await page.getByRole('button', { name: 'See what would change' }).click();
    await check('What would change');
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByLabel('File').setInputFiles(file('key,name\nthere-are-no-seats,Seats are few\n'));
    await page.getByRole('button', { name: 'See what would change' }).click();
    await check('What would change');
    await page.getByRole('button', { name: 'Change the themes' }).click();
    await check('Themes');
    expect(await page.getByRole('heading', { name: 'Seats are few' }).count()).toBe(1);
    await go(`${theme}?lang=cy`, 'Does unman i eistedd');
  },
  120_000,
);
