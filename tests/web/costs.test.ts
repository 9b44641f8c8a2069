import { describe, expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { officerOf, Visitor } from './officer.ts';
import { townWithPhones } from './phones.ts';

/** Two texts of two segments and a template have been sent this month; a publisher looks at the page. */
async function spent(env: Record<string, string> = {}) {
  const town = await townWithPhones(env);
  const { store, clock, newId } = town.services;
  const addresses = await store.read.selectFrom('addresses').selectAll().orderBy('id').execute();
  await store.turn(async ({ db }) => {
    for (const { id, residentId, channel, account } of addresses.slice(0, 3))
      await db
        .insertInto('deliveries')
        .values({
          ...{ id: newId(), residentId, addressId: id, channel, account },
          ...{ followUpId: null, conversationId: null, purpose: 'reply', body: '{"text":"x","choices":[]}' },
          ...{ state: 'sent', attempts: 1, notBefore: 0, createdAt: clock.now(), attemptedAt: clock.now() },
          ...(channel === 'sms'
            ? { segments: 2, millipence: 8000 }
            : { segments: null, millipence: 2200, templateRef: 'HX1' }),
        })
        .execute();
  });
  const visitor = await Visitor.signedIn(town, 'publisher');
  return { ...town, visitor };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

describe('what sending costs', () => {
  test('is said by channel for this month, and by message', async () => {
    const { visitor } = await spent();
    const text = plain((await visitor.get('/console/deliveries')).html);
    expect(text).toContain('What sending has cost since 1 November 2026');
    expect(text).toContain('SMS charged as 4 texts 2 £0.16');
    expect(text).toContain('WhatsApp 1 £0.02');
    expect(text).toContain('Total £0.18');
    expect(text).toContain('charged as 2 texts, 8p');
    expect(text).toMatch(/Reply · WhatsApp · [^·]* 2.2p/);
    expect(text).not.toContain('is left');
  });

  test('is said in Welsh too', async () => {
    const { visitor } = await spent({ MONTHLY_BUDGET_POUNDS: '5' });
    const text = plain((await visitor.get('/console/deliveries?lang=cy')).html);
    expect(text).toContain('Mae £4.82 o’r £5.00 ar gyfer y mis hwn ar ôl');
    expect(text).toContain('8c');
  });

  test('is said in Welsh where the budget is spent', async () => {
    const { visitor } = await spent({ MONTHLY_BUDGET_POUNDS: '0.18' });
    const text = plain((await visitor.get('/console?lang=cy')).html);
    expect(text).toContain('ar Neges destun, WhatsApp yn aros tan 1 Rhagfyr 2026');
  });

  test('begins anew with the month', async () => {
    const { visitor, clock } = await spent();
    clock.advance(20 * 24 * 3_600_000);
    const again = await visitor.post('/console/sign-in', {
      email: 'publisher@example.org',
      password: 'three random words',
    });
    expect(again.status).toBe(303);
    expect((await visitor.get('/console/deliveries')).html).not.toContain('What sending has cost');
  });

  test('is not spoken of where nothing costs anything', async () => {
    const app = await startApp();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/deliveries');
    expect(html).not.toContain('What sending has cost');
  });
});

describe('the month’s budget', () => {
  test('shows what is left of it', async () => {
    const { visitor } = await spent({ MONTHLY_BUDGET_POUNDS: '5' });
    const text = plain((await visitor.get('/console/deliveries')).html);
    expect(text).toContain('£4.82 of this month’s £5.00 is left.');
    expect(text).not.toContain('This month’s budget of');
    expect((await visitor.get('/console')).html).not.toContain('This month’s budget of');
  });

  test.each(['/console', '/console/deliveries'])(
    'says on %s that it is spent, and until when what waits',
    async (page) => {
      const { visitor } = await spent({ MONTHLY_BUDGET_POUNDS: '0.18' });
      const text = plain((await visitor.get(page)).html);
      expect(text).toContain('This month’s budget of £0.18 is spent');
      expect(text).toContain(
        'Follow-ups and reminders on SMS and WhatsApp wait until 1 December 2026, or until whoever runs the service raises the budget in the settings.',
      );
    },
  );
});
