import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { town } from './town.ts';

const bubbles = (of: Page | Locator) => of.locator('.bubble .words');
const latest = (of: Page | Locator) => bubbles(of).last();

async function takePhone(page: Page, manner: 'SMS' | 'WhatsApp' | 'Telegram') {
  await page.getByLabel(manner, { exact: true }).check();
  await page.getByRole('button', { name: 'New phone' }).click();
  return page.getByRole('region', { name: `${manner} phone` }).last();
}

async function write(phone: Locator, words: string) {
  const many = await bubbles(phone).count();
  await phone.getByLabel('Message', { exact: true }).fill(words);
  await phone.getByRole('button', { name: 'Send' }).click();
  await eventually(() => bubbles(phone).count()).toBeGreaterThan(many);
}

describe('with scripts', () => {
  test('a conversation by text, live', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'SMS');
    await write(phone, 'hello');
    await eventually(() => latest(phone).textContent()).toContain('Tell us about your high street');
    await write(phone, 'The kerb by the library is too high.');
    await write(phone, 'And there is nowhere to sit.');
    expect(await phone.textContent()).toContain('Waiting until 09:33');
    await phone.getByRole('button', { name: 'Skip the wait' }).click();
    await eventually(() => latest(phone).textContent()).toContain('Shall we message you');
    expect(await latest(phone).textContent()).toContain('1 Iawn / Yes');
    expect(await phone.textContent()).not.toContain('Waiting until');
    await write(phone, '1');
    await eventually(() => latest(phone).textContent()).toContain('one thing you would change');

    const before = await bubbles(phone).allTextContents();
    await page.reload();
    expect(await bubbles(phone).allTextContents()).toEqual(before);
  });

  test.each(['WhatsApp', 'Telegram'] as const)('buttons on %s', async (manner) => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, manner);
    await write(phone, 'hello');
    await write(phone, 'It is a bit grey.');
    await phone.getByRole('button', { name: 'Skip the wait' }).click();
    await phone.getByRole('button', { name: 'Iawn / Yes' }).click();
    await eventually(() => latest(phone).textContent()).toContain('one thing you would change');
    expect(await bubbles(phone).allTextContents()).toContain('Iawn / Yes');
  });

  test('Telegram begins with its Start button', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'Telegram');
    await phone.getByRole('button', { name: 'Start' }).click();
    await eventually(() => latest(phone).textContent()).toContain('Tell us about your high street');
    expect(await phone.getByRole('button', { name: 'Start' }).count()).toBe(0);
  });

  test('phones side by side are different people, up to four', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const first = await takePhone(page, 'SMS');
    const firstName = await first.getByRole('heading').textContent();
    for (const manner of ['WhatsApp', 'Telegram', 'SMS'] as const) await takePhone(page, manner);
    expect(await page.getByText('There is room for 4 phones here').count()).toBe(1);
    const telegram = page.getByRole('region', { name: 'Telegram phone' });
    await write(telegram, 'hello');
    await eventually(() => bubbles(page).count()).toBe(2);
    expect(await bubbles(telegram).count()).toBe(2);
    await page.getByRole('link', { name: 'Put away' }).first().click();
    await eventually(() => page.locator('.phone').count()).toBe(3);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).not.toContain(firstName);
    expect(await bubbles(telegram).count()).toBe(2);
  });

  test('by keyboard alone: Enter sends, Shift and Enter is a new line, and the place is kept', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'SMS');
    const focused = page.locator(':focus');
    await eventually(() => focused.getAttribute('name')).toBe('text');
    await page.keyboard.type('hello');
    await page.keyboard.press('Enter');
    await eventually(() => bubbles(phone).count()).toBe(2);
    await page.keyboard.type('One line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('and another');
    await page.keyboard.press('Enter');
    await eventually(() => latest(phone).textContent()).toBe('One line\nand another');
    await phone.getByRole('button', { name: 'Skip the wait' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => bubbles(phone).count()).toBe(4);
    expect(await focused.getAttribute('name')).toBe('text');
  });

  test('a screen reader is told only what is new, and who speaks', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'SMS');
    await write(phone, 'hello');
    await eventually(() => bubbles(phone).count()).toBe(2);
    const first = await bubbles(phone).first().elementHandle();
    await write(phone, 'It is a bit grey.');
    expect(await first?.evaluate((bubble) => bubble.isConnected)).toBe(true);
    const log = phone.getByRole('log', { name: /^Messages on 07700 900/ });
    expect(await log.innerText()).toMatch(/Resident:\s+hello/);
    expect(await log.innerText()).toMatch(/Your council:\s+Eich cyngor:/);
  });

  test('a page that was read before something was said does not undo it', async () => {
    const { url, services } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'SMS');
    await write(phone, 'hello');
    await eventually(() => bubbles(phone).count()).toBe(2);

    const read = Promise.withResolvers<void>();
    const said = Promise.withResolvers<void>();
    await page.route(page.url().replace(/#.*/, ''), async (route) => {
      const response = await route.fetch();
      read.resolve();
      await said.promise;
      await route.fulfill({ response });
    });
    const address = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const news = {
      deliveryId: 'd',
      attemptId: 'a',
      address,
      account: 'simulator',
      template: null,
      expiresAt: null,
    };
    await services.simulator.send({ ...news, purpose: 'reply', text: '', choices: [] });
    await read.promise;
    await write(phone, 'It is a bit grey.');
    const arrived = page.waitForResponse((response) => response.request().method() === 'GET');
    said.resolve();
    await (await arrived).finished();
    await page.unrouteAll({ behavior: 'wait' });
    expect(await phone.getByRole('button', { name: 'Skip the wait' }).count()).toBe(1);
  });

  test.each(['SMS', 'Telegram'] as const)(
    'after WRONG NUMBER on %s shows what a reload shows',
    async (manner) => {
      const { url } = await town();
      const { page } = await newPage();
      await page.goto(`${url}/simulator`);
      const phone = await takePhone(page, manner);
      await write(phone, 'hello');
      await write(phone, 'The kerb by the library is too high.');
      await phone.getByLabel('Message', { exact: true }).fill('WRONG NUMBER');
      await phone.getByRole('button', { name: 'Send' }).click();
      await eventually(() => bubbles(phone).allTextContents()).not.toContain('hello');
      const thread = phone.getByRole('log');
      const before = await thread.innerText();
      expect(await latest(phone).textContent()).toContain('this number');
      await page.reload();
      expect(await thread.innerText()).toBe(before);
    },
  );

  test('what could not be sent stays in the box, with the reason', async () => {
    const { url } = await town();
    const { page, expectProblem } = await newPage();
    expectProblem(/413/);
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'SMS');
    const words = 'x'.repeat(512 * 1024);
    await phone.getByLabel('Message', { exact: true }).fill(words);
    await phone.getByRole('button', { name: 'Send' }).click();
    await eventually(() => phone.getByRole('alert').textContent()).toContain('too long');
    expect(await phone.getByLabel('Message', { exact: true }).inputValue()).toBe(words);
  });
});

describe('without scripts', () => {
  test('a whole conversation, by forms and a Refresh link', async () => {
    const { url, services } = await town();
    const { page } = await newPage({ javaScript: false });
    await page.goto(`${url}/simulator`);
    const phone = await takePhone(page, 'WhatsApp');
    await write(phone, 'hello');
    expect(await latest(phone).textContent()).toContain('Tell us about your high street');
    await write(phone, 'The kerb is too high.\nAnd steep.');
    expect(await latest(phone).textContent()).toBe('The kerb is too high.\nAnd steep.');
    await phone.getByRole('button', { name: 'Skip the wait' }).click();
    await phone.getByRole('button', { name: 'Iawn / Yes' }).click();
    expect(await latest(phone).textContent()).toContain('one thing you would change');

    const address = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const found = services.simulator.phoneAt(address);
    if (found === null) throw new Error('The page has no phone.');
    await services.receive(services.simulator.said(found, 'Sent from somewhere else'));
    await phone.getByRole('link', { name: 'Refresh' }).click();
    await eventually(() => latest(phone).textContent()).toBe('Sent from somewhere else');
  });
});

describe('for everyone', () => {
  test.each([320, 1280])('%d pixels wide: nothing is cut off, and axe finds nothing', async (width) => {
    const { url } = await town();
    const { page } = await newPage({ width });
    await page.goto(`${url}/simulator`);
    expect(await axeViolations(page)).toEqual([]);
    for (const manner of ['SMS', 'WhatsApp', 'Telegram'] as const) {
      const phone = await takePhone(page, manner);
      if (manner === 'Telegram') continue;
      await write(phone, 'hello');
      await write(phone, `It is a bit grey. ${'w'.repeat(60)}`);
      if (manner === 'SMS') continue;
      await phone.getByRole('button', { name: 'Skip the wait' }).click();
      await phone.getByRole('button', { name: 'Iawn / Yes' }).waitFor();
    }
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('in Welsh', async () => {
    const { url } = await town();
    const { page } = await newPage();
    await page.goto(`${url}/simulator`);
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.getByRole('button', { name: 'Ffôn newydd' }).click();
    expect(await page.getByRole('region', { name: 'Ffôn SMS' }).count()).toBe(1);
    expect(await page.getByText('Dim negeseuon eto').count()).toBe(1);
    expect(await page.getAttribute('html', 'lang')).toBe('cy');
    expect(await axeViolations(page)).toEqual([]);
  });
});
