import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { PASSWORD } from './officer.ts';
import { say, townWithPhones } from './phones.ts';

/** Some get a template, some nothing; the month's budget is spent, and one message was lost on its way. */
async function town() {
  const app = await townWithPhones({
    WHATSAPP_TEMPLATES: `followUp.cy=HX${'1'.repeat(32)}`,
    MONTHLY_BUDGET_POUNDS: '0.08',
  });
  const { residentId } = await say(app, 5, { channel: 'whatsapp', language: 'cy' });
  const { store, clock, newId } = app.services;
  const { id: addressId } = await store.read
    .selectFrom('addresses')
    .select('id')
    .where('residentId', '=', residentId)
    .executeTakeFirstOrThrow();
  const now = clock.now();
  const lost = newId();
  const row = { residentId, addressId, followUpId: null, conversationId: null, account: 'council' };
  await store.turn(({ db }) =>
    db
      .insertInto('deliveries')
      .values([
        {
          ...{
            ...row,
            id: newId(),
            channel: 'sms',
            purpose: 'reply',
            body: '{}',
            state: 'sent',
            attempts: 1,
          },
          ...{
            notBefore: now,
            createdAt: now,
            attemptedAt: now,
            attemptId: 'attempt-0',
            segments: 2,
            millipence: 8000,
          },
        },
        {
          ...{
            ...row,
            id: lost,
            channel: 'sms',
            purpose: 'reminder',
            body: '{}',
            state: 'unknown',
            attempts: 1,
          },
          ...{
            notBefore: now,
            createdAt: now,
            attemptedAt: now,
            attemptId: 'attempt-1',
            segments: 1,
            millipence: 4000,
          },
        },
      ])
      .execute(),
  );
  return { ...app, lost };
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill('publisher@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe.each([1280, 320])('at %i px', (width) => {
  test('what officers see of windows, cost and lost messages is whole and has nothing that axe finds', async () => {
    const { url, outcomeId, lost } = await town();
    const { page } = await newPage({ width });
    await signIn(page, url);
    for (const path of [
      '/console',
      '/console/deliveries',
      `/console/deliveries/${lost}`,
      `/console/outcomes/${outcomeId}`,
      `/console/outcomes/${outcomeId}/publish`,
    ]) {
      for (const language of ['en', 'cy']) {
        await page.goto(`${url}${path}?lang=${language}`);
        expect([path, await axeViolations(page)]).toEqual([path, []]);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
      }
    }
  });
});

test('a publisher sends a lost message again without scripts', async () => {
  const { url, services, lost } = await town();
  const { page } = await newPage({ javaScript: false });
  await signIn(page, url);
  await page.getByRole('link', { name: 'Deliveries' }).click();
  await page.getByRole('link', { name: 'Decide what to do' }).click();
  await page.getByRole('button', { name: 'Send it again' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('It will be sent again');
  const { state } = await services.store.read
    .selectFrom('deliveries')
    .select('state')
    .where('id', '=', lost)
    .executeTakeFirstOrThrow();
  expect(state).toBe('queued');
});
