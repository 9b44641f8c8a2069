import { describe, expect, test } from 'vitest';
import { themesOf } from '#store/codebook.ts';
import { recordConsent } from '#store/consents.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { hear } from './high-street.ts';
import { officerOf, Visitor } from './officer.ts';

async function asReviewer(app: RunningApp): Promise<Visitor> {
  await officerOf(app, 'reviewer');
  return Visitor.signedIn(app, 'reviewer');
}

/** The part of the page about one theme. */
function about(html: string, name: string): string {
  const part = html.split('<section').find((one) => one.includes(`>${name}</h2>`));
  if (part === undefined) throw new Error(`Nothing on the page is about "${name}".`);
  return part;
}

const benches = 'It is grey, but there is nowhere to sit when your legs hurt, and no toilet either.';

describe('the themes', () => {
  test('have their counts, and quotes word for word that lead to the response', async () => {
    const app = await startApp();
    const key = 'nowhere-to-be';
    const evidence = 'there is nowhere to sit when your legs hurt';
    const { responseId } = await hear(app.services, { phone: 1, says: benches, themes: [{ key, evidence }] });
    await hear(app.services, { phone: 2, says: 'Benches!', themes: [{ key, decision: 'suggested' }] });
    await hear(app.services, { phone: 3, says: 'No benches', themes: [{ key, decision: 'rejected' }] });
    const { html } = await (await asReviewer(app)).get('/console/themes?consultation=high-street');
    const part = about(html, 'There is nowhere to sit, meet or be');
    expect(part).toContain('People want benches, toilets');
    expect(part).toContain('1 response accepted');
    expect(part).toContain('from 1 person');
    expect(part).toContain('1 suggestion waiting');
    expect(part).toContain(evidence);
    expect(part).toContain(`/console/responses/${responseId}`);
    expect(part).toMatch(/responses\?consultation=high-street&amp;theme=[\w-]+">Read 2 responses/);
  });

  test('say of each quote whether its writer agreed to that, by their latest word', async () => {
    const app = await startApp();
    const key = 'nowhere-to-be';
    const reviewer = await asReviewer(app);
    const { responseId } = await hear(app.services, {
      phone: 1,
      says: benches,
      themes: [{ key, evidence: 'there is nowhere to sit when your legs hurt' }],
    });
    const { residentId } = await app.services.store.read
      .selectFrom('responses')
      .select('residentId')
      .where('id', '=', responseId)
      .executeTakeFirstOrThrow();
    const decide = (id: string, granted: 0 | 1) =>
      app.services.store.turn((tx) =>
        recordConsent(tx, {
          ...{ id, residentId, consultationId: 'high-street', kind: 'quote', granted, flowHash: 'any' },
          ...{ messageId: null, at: app.clock.now() },
        }),
      );
    const pages = async () => [
      about(
        (await reviewer.get('/console/themes?consultation=high-street')).html,
        'There is nowhere to sit, meet or be',
      ),
      (await reviewer.get(`/console/responses/${responseId}`)).html,
    ];
    const not = 'They have not agreed to be quoted';
    await decide('1', 1);
    for (const html of await pages()) expect(html).not.toContain(not);
    expect((await pages())[1]).toContain('They agreed to be quoted');
    await decide('2', 0);
    for (const html of await pages()) expect(html).toContain(not);
  });

  test('never quote what a case holds, and say the same words once', async () => {
    const app = await startApp();
    const theme = { key: 'nowhere-to-be', evidence: 'there is nowhere to sit when your legs hurt' };
    const secret = 'Nobody should read this sentence before somebody has looked at it.';
    const held = [{ key: 'nowhere-to-be', evidence: 'Nobody should read this sentence' }];
    await hear(app.services, { phone: 1, says: benches, themes: [theme] });
    await hear(app.services, { phone: 2, says: benches, themes: [theme] });
    await hear(app.services, { phone: 3, says: secret, held: true, themes: held });
    const { html } = await (await asReviewer(app)).get('/console/themes?consultation=high-street');
    expect(html).not.toContain('Nobody should read');
    expect(html.split('<blockquote')).toHaveLength(2);
    expect(about(html, 'There is nowhere to sit, meet or be')).toContain('from 2 people');
  });

  test('show what residents wrote as words, whatever it is', async () => {
    const app = await startApp();
    const says = '<script>alert(1)</script> and {{7*7}} are all that this street has to offer';
    await hear(app.services, { phone: 1, says, themes: [{ key: 'same-shops', evidence: says }] });
    const { html } = await (await asReviewer(app)).get('/console/themes?consultation=high-street');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('{{7*7}}');
  });

  test('list what has no theme, and lead to it', async () => {
    const app = await startApp();
    await hear(app.services, { phone: 1, says: 'What about the clock?' });
    const { html } = await (await asReviewer(app)).get('/console/themes?consultation=high-street');
    const part = about(html, 'No theme');
    expect(part).toContain('/console/responses?consultation=high-street&amp;theme=unthemed');
    expect(part).toContain('Read 1 response with no theme');
  });

  test('say how to begin where there are none', async () => {
    const app = await startApp();
    await app.services.store.turn(({ db }) => db.deleteFrom('themes').execute());
    const { html } = await (await asReviewer(app)).get('/console/themes?consultation=high-street');
    expect(html).toContain('There are no themes yet');
    expect(html).toContain('listen first, then name what you hear');
  });

  test('are not found for a consultation that does not exist', async () => {
    const visitor = await asReviewer(await startApp());
    for (const path of ['/console/themes?consultation=nowhere', '/console/themes/new?consultation=nowhere'])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.post('/console/themes', {}, '/console/themes/new')).status).toBe(404);
  });
});

describe('adding a theme', () => {
  const form = '/console/themes/new?consultation=high-street';
  const fields = {
    consultation: 'high-street',
    'name-en': 'Café & clock',
    'definition-en': 'People speak of the clock.',
    'name-cy': '',
    'definition-cy': '',
  };

  test('puts it at the end of the codebook, with a key of its own', async () => {
    const app = await startApp();
    const visitor = await asReviewer(app);
    for (const [expected, name] of [
      ['cafe-clock', 'Café & clock'],
      ['cafe-clock-2', 'Café, clock'],
    ] as const) {
      const answer = await visitor.post('/console/themes', { ...fields, 'name-en': name }, form);
      expect([answer.status, answer.location]).toEqual([303, '/console/themes?consultation=high-street']);
      const theme = (await themesOf(app.services.store.read, 'high-street')).at(-1);
      expect(theme).toMatchObject({ key: expected, name: { en: name }, state: 'active' });
      expect(theme?.name).not.toHaveProperty('cy');
    }
    const { html } = await visitor.get('/console/themes?consultation=high-street');
    expect(html).toContain('The theme has been added');
    expect(html).toContain('Café &amp; clock');
    const audit = await app.services.store.read.selectFrom('audit').select('action').execute();
    expect(audit.filter(({ action }) => action === 'theme.add')).toHaveLength(2);
  });

  test('says that another theme has this name, and keeps what was typed', async () => {
    const app = await startApp();
    const visitor = await asReviewer(app);
    await visitor.post('/console/themes', fields, form);
    const again = { ...fields, 'name-en': 'café  &  CLOCK' };
    const { status, html } = await visitor.post('/console/themes', again, form);
    expect(status).toBe(400);
    expect(html).toContain('href="#name-en">A theme in use is called');
    expect(html).toContain('value="café  &amp;  CLOCK"');
    expect(html).toContain('People speak of the clock.');
  });

  test('says what is missing, and keeps what was typed', async () => {
    const visitor = await asReviewer(await startApp());
    const wrong = { ...fields, 'name-en': ' ', 'definition-cy': 'x'.repeat(501) };
    const { status, html } = await visitor.post('/console/themes', wrong, form);
    expect(status).toBe(400);
    expect(html).toContain('href="#name-en">Enter a name');
    expect(html).toContain('href="#definition-cy">What belongs to it must be 500 characters or fewer');
    expect(html).toContain('People speak of the clock.');
    expect(html).toMatch(/<title>Error:/);
  });

  test('is offered to reviewers only', async () => {
    const app = await startApp();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/themes');
    expect(html).not.toContain('Add a theme');
  });
});
