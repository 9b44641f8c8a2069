import { describe, expect, test } from 'vitest';
import { flowHash } from '#flow/hash.ts';
import { themesOf } from '#store/codebook.ts';
import { codingsOf } from '#store/codings.ts';
import { recordConsent } from '#store/consents.ts';
import { decideAbout } from '#store/controls.ts';
import { insertOfficer } from '#store/officers.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { caseAbout, said, suggested } from './said.ts';

const PAGE = '/console/read?consultation=high-street';

/** The high street's flow as it is from now on. */
async function letResidentsRead({ services, clock }: RunningApp, residentReviewers: boolean): Promise<void> {
  const flows = [...services.flows.current.values()].map(({ flow }) =>
    flow.id === 'high-street' ? { ...flow, residentReviewers } : flow,
  );
  await services.flows.replace(
    flows.map((flow) => ({ hash: flowHash(flow), flow })),
    clock.now(),
  );
}

async function town() {
  const app = await startApp();
  await letResidentsRead(app, true);
  await officerOf(app, 'resident');
  await officerOf(app, 'reviewer');
  return { app, reader: await Visitor.signedIn(app, 'resident') };
}

function hiddenField(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** What the page says: the reading's own id, and what it is of. */
const which = (html: string) => ({
  consultation: hiddenField(html, 'consultation'),
  reading: hiddenField(html, 'reading'),
});

describe('a resident reviewer', () => {
  test('is told that there is nothing to read where no flow lets them', async () => {
    const app = await startApp();
    await said(app, 'There is nowhere to sit.');
    await officerOf(app, 'resident');
    const reader = await Visitor.signedIn(app, 'resident');
    const { html } = await reader.get('/console');
    expect(html).toContain('no consultation is open to resident reviewers yet');
    expect((await reader.get(PAGE)).status).toBe(404);
  });

  test('reads redacted words with the question and the month, and nothing that leads to anybody', async () => {
    const { app, reader } = await town();
    const id = await said(app, 'There is nowhere to sit, write to sam@example.org about it.');
    await suggested(app, id, 0, 'nowhere to sit');
    const home = await reader.get('/console');
    expect(home.html).toContain('1 answer to read');
    expect(home.html).not.toContain('/console/responses');
    const { html } = await reader.get(PAGE);
    expect(html).toContain('There is nowhere to sit, write to [email address] about it.');
    expect(html).toContain('November 2026');
    expect(html).toContain('They were asked');
    const row = await app.services.store.read
      .selectFrom('responses')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    for (const secret of [
      id,
      row.residentId,
      row.conversationId ?? '',
      'sam@example.org',
      '20 November',
      'SMS',
    ])
      expect(html).not.toContain(secret);
    // Nor what the machine thinks: every theme is there, and none is ticked or marked.
    const themes = await themesOf(app.services.store.read, 'high-street');
    for (const theme of themes) expect(html).toContain(`value="${theme.id}"`);
    expect(html).not.toMatch(/ checked|hearback-mark|uggested/);
  });

  test('says what it is about; officers see who suggests it, and decide', async () => {
    const { app, reader } = await town();
    const id = await said(app, 'There is nowhere to sit.');
    await suggested(app, id, 0, 'nowhere to sit');
    const [machines, other] = await themesOf(app.services.store.read, 'high-street');
    const { html } = await reader.get(PAGE);
    const theme = [machines?.id ?? '', other?.id ?? ''];
    const answer = await reader.post('/console/read', { ...which(html), theme }, PAGE);
    expect([answer.status, answer.location]).toEqual([303, PAGE]);
    const codings = await codingsOf(app.services.store.read, id);
    expect(codings.map(({ themeId, source, decision }) => [themeId, source, decision])).toEqual([
      [machines?.id, 'machine', 'suggested'],
      [other?.id, 'resident', 'suggested'],
    ]);
    const ticks = await app.services.store.read.selectFrom('residentCodings').select('themeId').execute();
    expect(ticks.map(({ themeId }) => themeId).toSorted()).toEqual(theme.toSorted());
    const officer = await Visitor.signedIn(app, 'reviewer');
    const page = (await officer.get(`/console/responses/${id}`)).html;
    expect(page.split('A resident reviewer suggests this').length - 1).toBe(2);
    const coding = codings.find(({ source }) => source === 'resident')?.id ?? '';
    await officer.post(`/console/responses/${id}/accept`, { coding }, `/console/responses/${id}`);
    expect((await codingsOf(app.services.store.read, id)).map(({ decision }) => decision)).toContain(
      'accepted',
    );
    const last = await reader.get(PAGE);
    expect(last.location).toBe('/console');
    expect((await reader.get('/console')).html).toContain('You have read 1 answer');
  });

  test('is asked for an answer, and for one that can be', async () => {
    const { app, reader } = await town();
    await said(app, 'There is nowhere to sit.');
    const { html } = await reader.get(PAGE);
    const [theme] = await themesOf(app.services.store.read, 'high-street');
    const send = async (fields: Record<string, string | string[]>) =>
      (await reader.post('/console/read', { ...which(html), ...fields }, PAGE)).html;
    expect(await send({})).toContain('href="#theme">Tick what it is about');
    expect(await send({ theme: ['none', theme?.id ?? ''] })).toContain('but not both');
    expect(await send({ theme: 'none', why: 'People say so' })).toContain('href="#name">Enter what they say');
    const nameless = await send({ name: 'No toilets' });
    expect(nameless).toContain('href="#why">Enter why');
    expect(nameless).toContain('value="No toilets"');
    expect(await app.services.store.read.selectFrom('residentCodings').selectAll().execute()).toEqual([]);
  });

  test('suggests a theme, which officers find among those they may be missing', async () => {
    const { app, reader } = await town();
    const id = await said(app, 'You cannot find a toilet anywhere.');
    const { html } = await reader.get(PAGE);
    const suggestion = { name: 'There are no toilets', why: 'It is about more than comfort' };
    await reader.post('/console/read', { ...which(html), theme: 'none', ...suggestion }, PAGE);
    const officer = await Visitor.signedIn(app, 'reviewer');
    const page = (await officer.get('/console/themes/suggested?consultation=high-street')).html;
    expect(page).toContain('A resident reviewer suggests this');
    expect(page).toContain('Why: It is about more than comfort');
    expect(page).toContain('You cannot find a toilet anywhere.');
    const made = /href="(\/console\/themes\/suggested\/[\w-]+)\?/.exec(page)?.[1] ?? '';
    const form = (await officer.get(made)).html;
    expect(form).toContain('value="There are no toilets"');
    const fields = { 'name-en': 'There are no toilets', 'definition-en': 'People want toilets.' };
    await officer.post(made, { ...fields, 'name-cy': '', 'definition-cy': '' });
    const [coding] = await codingsOf(app.services.store.read, id);
    expect(coding).toMatchObject({ source: 'resident', decision: 'suggested' });
    expect((await officer.get(`/console/responses/${id}`)).html).toContain(
      'A resident reviewer suggests this',
    );
  });

  test('leaves out an answer that shows who somebody is, and never sees it again', async () => {
    const { app, reader } = await town();
    const id = await said(app, 'I am the butcher and there is nowhere to sit.');
    const officer = await Visitor.signedIn(app, 'reviewer');
    expect((await officer.get('/console')).html).not.toContain('left out');
    const { html } = await reader.get(PAGE);
    await reader.post('/console/read/skip', which(html), PAGE);
    expect((await reader.get(PAGE)).location).toBe('/console');
    const audit = await app.services.store.read.selectFrom('audit').select('action').execute();
    expect(audit.map(({ action }) => action)).toContain('response.leftOutByResident');

    // An officer is told, and looks; until then no other resident reviewer reads it.
    const page = `/console/responses/${id}/redaction`;
    const home = (await officer.get('/console')).html;
    expect(home).toContain('Responses that resident reviewers left out');
    expect(home).toContain(`href="${page}"`);
    expect((await officer.get(page)).html).toContain('A resident reviewer left this out');
    // They write more while the officer reads.
    const before = /name="seen" value="([^"]*)"/.exec((await officer.get(page)).html)?.[1] ?? '';
    await app.services.store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ text: 'I am the butcher and there is nowhere to sit. Ask for Huw.' })
        .where('id', '=', id)
        .execute(),
    );
    const grown = await officer.post(`${page}/seen`, { seen: before }, page);
    expect(grown.status).toBe(400);
    expect(grown.html).toContain('This answer has grown');
    expect(grown.html).toContain('A resident reviewer left this out');
    expect((await officer.post(`${page}/seen`, {}, page)).location).toBe(page);
    const settled = (await officer.get(page)).html;
    expect(settled).toContain('Resident reviewers may read it again.');
    expect(settled).not.toContain('A resident reviewer left this out');
    expect((await officer.get('/console')).html).not.toContain('left out');
    await officer.post(`${page}/seen`, {}, page);
    expect((await officer.get(page)).html).toContain('Nothing was changed');
    expect((await reader.get(PAGE)).location).toBe('/console');
    expect((await officer.post('/console/responses/none/redaction/seen', {}, page)).status).toBe(404);
  });

  test('sees no complaint, and no name of an officer', async () => {
    const { app, reader } = await town();
    const { store, clock } = app.services;
    const complaint = await said(app, 'Your desk was rude to me.');
    await said(app, 'Nobody has read that Hargreaves was rude.', { themedAt: null });
    await said(app, 'Ask Sam Hargreaves about the benches.');
    await store.turn(async ({ db }) => {
      await insertOfficer(db, {
        ...{ id: 'sam', email: 'sam.h@example.org', name: 'Sam Hargreaves', role: 'viewer' as const },
        ...{ password: null, createdAt: clock.now(), disabledAt: null },
      });
      await decideAbout(db, {
        ...{ responseId: complaint, officerId: 'sam', decision: 'suggested' },
        ...{ createdAt: clock.now(), decidedBy: null, decidedAt: null, readTo: 0 },
      });
    });
    expect((await reader.get('/console')).html).toContain('1 answer to read');
    const { html } = await reader.get(PAGE);
    expect(html).toContain('Ask [name] about the benches.');
    expect(html).not.toContain('Hargreaves');
  });

  test('sees the words of a theme as the words of an answer: with nothing personal, and no name of an officer', async () => {
    const { app, reader } = await town();
    const { store, clock } = app.services;
    await said(app, 'More benches please, there is nowhere to sit.');
    await store.turn(async ({ db }) => {
      await insertOfficer(db, {
        ...{ id: 'sam', email: 'sam.h@example.org', name: 'Sam Hargreaves', role: 'viewer' as const },
        ...{ password: null, createdAt: clock.now(), disabledAt: null },
      });
      await db
        .updateTable('themes')
        .set({
          name: JSON.stringify({ en: 'Hargreaves does not answer' }),
          definition: JSON.stringify({ en: 'My neighbour Rowan rang Mrs Hargreaves, then 07700 900123.' }),
        })
        .where('consultationId', '=', 'high-street')
        .where('position', '=', 0)
        .execute();
    });
    const { html } = await reader.get(PAGE);
    expect(html).toContain('[name] does not answer');
    expect(html).toContain('My neighbour [name] rang Mrs [name], then [phone number].');
    expect(html).not.toMatch(/Hargreaves|Rowan|900123/);
  });

  test('sees nothing held, abusive, of a child or in danger, typed in, transcribed, or of who said no', async () => {
    const { app, reader } = await town();
    await said(app, 'Held.', { held: 1 });
    await said(app, 'Abusive.', { abusive: 1 });
    await said(app, 'Out of a voice note.', { machine: 1 });
    await said(app, 'Who is missing.', { whoElse: 1 });
    await said(app, 'About an outcome.', { outcomeId: 'one' });
    await said(app, 'Not whole.', { state: 'listening' });
    await said(app, 'Typed in.', { channel: 'byHand' });
    await said(app, 'After they had stopped.', { stepId: 'afterStop' });
    for (const kind of ['child', 'safeguarding'] as const) {
      const id = await said(app, `Of a ${kind} case that is closed.`);
      await caseAbout(app, id, { kind, state: 'closed', closedAt: 5 });
    }
    const refused = await said(app, 'Not to be quoted.');
    const { residentId } = await app.services.store.read
      .selectFrom('responses')
      .select('residentId')
      .where('id', '=', refused)
      .executeTakeFirstOrThrow();
    await app.services.store.turn((tx) =>
      recordConsent(tx, {
        ...{ id: 'c', residentId, consultationId: 'high-street', kind: 'quote', granted: 0 },
        ...{ flowHash: 'any', messageId: null, at: app.clock.now() },
      }),
    );
    expect((await reader.get('/console')).html).toContain('There is nothing to read just now');
    expect((await reader.get(PAGE)).location).toBe('/console');
  });

  test('sees only what was said since people were told of resident reviewers, and as long as they are', async () => {
    const app = await startApp();
    await said(app, 'Said before anybody was told.');
    await letResidentsRead(app, true);
    await officerOf(app, 'resident');
    const reader = await Visitor.signedIn(app, 'resident');
    expect((await reader.get('/console')).html).toContain('There is nothing to read just now');
    await said(app, 'Said afterwards.');
    const { html } = await reader.get(PAGE);
    expect(html).toContain('Said afterwards.');
    await letResidentsRead(app, false);
    expect((await reader.get(PAGE)).status).toBe(404);
    expect((await reader.post('/console/read', { ...which(html), theme: 'none' }, '/console')).status).toBe(
      404,
    );
  });

  test('can say nothing of what was taken out of their sight, nor of what another one reads', async () => {
    const { app, reader } = await town();
    const id = await said(app, 'There is nowhere to sit.');
    const { html } = await reader.get(PAGE);
    await app.services.store.turn(({ db }) =>
      db.updateTable('responses').set({ held: 1 }).where('id', '=', id).execute(),
    );
    const [theme] = await themesOf(app.services.store.read, 'high-street');
    for (const fields of [which(html), { ...which(html), reading: 'another' }]) {
      const answer = await reader.post('/console/read', { ...fields, theme: theme?.id ?? '' }, '/console');
      expect(answer.status).toBe(303);
    }
    expect((await reader.get('/console/read?consultation=high-street')).location).toBe('/console');
    expect(await codingsOf(app.services.store.read, id)).toEqual([]);
  });

  test('reads what fewest have read, and the same one until it is answered', async () => {
    const { app, reader } = await town();
    await said(app, 'The first.');
    await said(app, 'The second.');
    for (let again = 0; again < 2; again += 1) expect((await reader.get(PAGE)).html).toContain('The first.');
    await app.services.store.turn(({ db }) =>
      db
        .updateTable('residentReadings')
        .set({ officerId: 'somebody else', readAt: app.clock.now() })
        .execute(),
    );
    expect((await reader.get(PAGE)).html).toContain('The second.');
  });
});

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test.each([1280, 320])('at %i pixels axe finds nothing, and no page scrolls sideways', async (width) => {
  const { app } = await town();
  await said(app, `There is nowhere to sit: www.${'averylongword'.repeat(12)}.example`);
  const { page } = await newPage({ width });
  await page.goto(`${app.url}/console/sign-in`);
  await page.getByLabel('Email address').fill('resident@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${app.url}/console`);
  const check = async () => {
    expect([page.url(), await axeViolations(page)]).toEqual([page.url(), []]);
    expect([page.url(), await page.evaluate(sideways)]).toEqual([page.url(), 0]);
  };
  await check();
  for (const language of ['cy', 'en']) {
    await page.goto(`${app.url}${PAGE}&lang=${language}`);
    await check();
  }
  // By keyboard: on a slow machine a narrow page may still move under the mouse.
  await page.goto(`${app.url}/console?lang=en`);
  await page.getByRole('button', { name: /Read the next answer/ }).press('Enter');
  await page.getByLabel('None of these').press('Space');
  await page.getByRole('button', { name: 'Save and read the next' }).press('Enter');
  await page.waitForURL(`${app.url}/console`);
  expect(await page.locator('main').innerText()).toContain('You have read 1 answer');
});
