import { describe, expect, test } from 'vitest';
import { themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { hear } from './high-street.ts';
import { officerOf, Visitor } from './officer.ts';

const words = {
  consultation: 'high-street',
  kind: 'did',
  'youSaid-en': 'There is nowhere to sit.',
  'youSaid-cy': 'Does unman i eistedd.',
  'weDid-en': 'We put out eleven benches.',
  'weDid-cy': 'Gosodwyd un ar ddeg o feinciau.',
};
const form = '/console/outcomes/new?consultation=high-street';

interface Office extends RunningApp {
  visitor: Visitor;
  themeId: string;
}

async function office(): Promise<Office> {
  const app = await startApp();
  await officerOf(app, 'publisher');
  const themes = await themesOf(app.services.store.read, 'high-street');
  const themeId = themes.find(({ key }) => key === 'nowhere-to-be')!.id;
  return { ...app, visitor: await Visitor.signedIn(app, 'publisher'), themeId };
}

/** Three people hear back; one did not ask, one has stopped, one is held by a case. */
async function street({ services }: RunningApp): Promise<void> {
  const themes = [{ key: 'nowhere-to-be', evidence: 'nowhere to sit when your legs hurt' }];
  const says = 'There is nowhere to sit when your legs hurt.';
  await hear(services, { phone: 1, says, themes });
  await hear(services, { phone: 2, says, themes, language: 'cy', channel: 'telegram' });
  await hear(services, { phone: 3, says, themes, language: null });
  await hear(services, { phone: 4, says, themes, hearBack: false });
  await hear(services, { phone: 5, says, themes, stopped: true });
  await hear(services, { phone: 6, says, themes, held: true });
}

async function draft({ visitor, themeId }: Office, change: Record<string, string | string[]> = {}) {
  const answer = await visitor.post('/console/outcomes', { ...words, themes: themeId, ...change }, form);
  expect(answer.status).toBe(303);
  return answer.location ?? '';
}

async function publish({ visitor }: Office, page: string) {
  const { html } = await visitor.get(`${page}/publish`);
  const updatedAt = /name="updatedAt" value="(\d+)"/.exec(html)?.[1] ?? '';
  return visitor.post(`${page}/publish`, { updatedAt });
}

const deliveries = ({ services }: RunningApp) =>
  services.store.read.selectFrom('deliveries').selectAll().execute();

describe('the list', () => {
  test('says what to do next where there is none', async () => {
    const { visitor } = await office();
    const { html } = await visitor.get('/console/outcomes');
    expect(html).toContain('No outcomes yet');
    expect(html).toContain('Nobody is messaged before that.');
    expect(html).toContain('Write an outcome');
  });

  test('has drafts and published ones, and how many people have heard nothing', async () => {
    const here = await office();
    await street(here);
    await publish(here, await draft(here));
    await draft(here, { kind: 'cannot', 'weDid-en': 'the market is closed.' });
    const { html } = await here.visitor.get('/console/outcomes');
    expect(html).toContain('Your high street: 3 people asked to hear back and heard nothing yet.');
    expect(html).toContain('3 people to tell');
    expect(html.indexOf('the market is closed.')).toBeLessThan(html.indexOf('eleven benches'));
  });

  test('offers writing to publishers only', async () => {
    const app = await startApp();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get('/console/outcomes');
    expect(html).not.toContain('href="/console/outcomes/new"');
  });
});

describe('writing', () => {
  test('asks first which consultation it is about', async () => {
    const { visitor } = await office();
    const { html } = await visitor.get('/console/outcomes/new');
    expect(html).toContain('Which consultation is it about?');
    expect(html).toContain('Looking after someone');
    const unchosen = await visitor.get('/console/outcomes/new?chosen=1');
    expect(unchosen.status).toBe(400);
    expect(unchosen.html).toContain('Select a consultation');
  });

  test('shows how many people raised each theme', async () => {
    const here = await office();
    await street(here);
    const { html } = await here.visitor.get(form);
    expect(html).toMatch(/There is nowhere to sit, meet or be[\s\S]{0,200}5 people/);
  });

  test('says what is missing, and keeps what was typed and ticked', async () => {
    const { visitor, themeId } = await office();
    const wrong = { ...words, kind: '', 'youSaid-en': '', 'weDid-en': 'x'.repeat(481), themes: themeId };
    const { status, html } = await visitor.post('/console/outcomes', wrong, form);
    expect(status).toBe(400);
    expect(html).toContain('href="#youSaid-en">Enter what people said');
    expect(html).toContain('href="#kind">Select what kind of answer it is');
    expect(html).toContain('href="#weDid-en">What was done must be 480 characters or fewer');
    expect(html).toContain('Does unman i eistedd.');
    expect(html).toMatch(new RegExp(`value="${themeId}" checked`));
  });

  test('takes no theme of another consultation', async () => {
    const here = await office();
    const [other] = await themesOf(here.services.store.read, 'carers');
    for (const themes of [other?.id ?? 'missing', 'nonsense']) {
      const answer = await here.visitor.post('/console/outcomes', { ...words, themes }, form);
      expect(answer.status).toBe(400);
      expect(answer.html).toContain('One of these themes is no longer there');
    }
  });

  test('is not found for what does not exist', async () => {
    const { visitor } = await office();
    expect((await visitor.post('/console/outcomes', { consultation: 'nowhere' }, form)).status).toBe(404);
    for (const path of ['', '/edit', '/publish']) {
      expect((await visitor.get(`/console/outcomes/nothing${path}`)).status).toBe(404);
      if (path !== '')
        expect((await visitor.post(`/console/outcomes/nothing${path}`, {}, form)).status).toBe(404);
    }
  });
});

describe('a draft', () => {
  test('shows who would hear, who would not and why, and the messages as they would go', async () => {
    const here = await office();
    await street(here);
    const { html } = await here.visitor.get(await draft(here));
    expect(html).toContain('3 people would get a message');
    expect(html).toMatch(/SMS<\/td><td[^>]*>2</);
    expect(html).toMatch(/Telegram<\/td><td[^>]*>1</);
    expect(html).toMatch(/Not chosen<\/td><td[^>]*>1</);
    expect(html).toMatch(/Did not ask to hear back<\/td><td[^>]*>1</);
    expect(html).toMatch(/Asked us to stop<\/td><td[^>]*>1</);
    expect(html).toMatch(/A person must look at what they said first[^<]*<\/td><td[^>]*>1</);
    expect(html).toContain('nowhere to sit when your legs hurt');
    expect(html).not.toContain('7700');

    await publish(here, await draft(here));
    for (const { body } of await deliveries(here)) {
      const text = (JSON.parse(body) as { text: string }).text;
      const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
      expect(html).toContain(escaped);
    }
  });

  test('says who may not hear because nobody has decided on a suggestion', async () => {
    const here = await office();
    const says = 'There is nowhere to sit.';
    await hear(here.services, { phone: 1, says, themes: [{ key: 'nowhere-to-be' }] });
    const page = await draft(here);
    expect((await here.visitor.get(page)).html).toContain('Everyone who raised this would hear.');
    await hear(here.services, { phone: 2, says, themes: [{ key: 'nowhere-to-be', decision: 'suggested' }] });
    await hear(here.services, { phone: 3, says, themes: [{ key: 'dirty', decision: 'suggested' }] });
    const { html } = await here.visitor.get(page);
    expect(html).not.toContain('Everyone who raised this would hear.');
    expect(html).toContain(`<a class="govuk-link" href="/console/responses?theme=${here.themeId}">`);
    expect(html.match(/1 suggestion not decided/g)).toHaveLength(1);
  });

  test('says so where nobody would hear', async () => {
    const here = await office();
    const page = await draft(here);
    expect((await here.visitor.get(page)).html).toContain('Nobody would get a message');
    expect((await here.visitor.get(`${page}/publish`)).html).toContain('Publish without telling anybody?');
  });

  test('cannot be published before it has a theme and every language', async () => {
    const here = await office();
    await street(here);
    const page = await draft(here, { themes: [], 'weDid-cy': '' });
    const { html } = await here.visitor.get(page);
    expect(html).toContain('Select at least one theme.');
    expect(html).toContain('Write “What we did, or why we can’t” in Welsh');
    expect(html).not.toContain(`${page}/publish`);
    expect((await here.visitor.get(`${page}/publish`)).location).toBe(page);
    const answer = await here.visitor.post(`${page}/publish`, { updatedAt: String(here.clock.now()) }, page);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('nothing was published');
    expect(await deliveries(here)).toEqual([]);
  });

  test('can be changed', async () => {
    const here = await office();
    const page = await draft(here);
    const { html } = await here.visitor.get(`${page}/edit`);
    expect(html).toContain('We put out eleven benches.');
    expect(html).toMatch(new RegExp(`value="${here.themeId}" checked`));
    const change = { ...words, kind: 'doing', 'weDid-en': 'We are choosing benches.', themes: here.themeId };
    expect((await here.visitor.post(`${page}/edit`, change)).location).toBe(page);
    expect((await here.visitor.get(page)).html).toContain('We are choosing benches.');
    const wrong = await here.visitor.post(`${page}/edit`, { ...change, 'weDid-en': '' });
    expect([wrong.status, wrong.html.includes('Enter what was done')]).toEqual([400, true]);
  });

  test('shows what an officer wrote as words, whatever it is', async () => {
    const here = await office();
    const nasty = '<script>alert(1)</script> {{7*7}} "&';
    const page = await draft(here, { 'youSaid-en': nasty, 'weDid-en': nasty });
    for (const path of [page, `${page}/edit`, '/console/outcomes']) {
      const { html } = await here.visitor.get(path);
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('{{7*7}}');
    }
  });

  test('is not published where a colleague changed it after it was looked at', async () => {
    const here = await office();
    await street(here);
    const page = await draft(here);
    const seen = String(here.clock.now());
    here.clock.advance(1000);
    await here.visitor.post(`${page}/edit`, {
      ...words,
      'weDid-en': 'Something else.',
      themes: here.themeId,
    });
    const answer = await here.visitor.post(`${page}/publish`, { updatedAt: seen });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Somebody changed this while you were looking at it');
    expect(await deliveries(here)).toEqual([]);
  });

  test('that two write at once loses the words of neither', async () => {
    const here = await office();
    const page = await draft(here);
    const mine = { ...words, themes: here.themeId, updatedAt: String(here.clock.now()) };
    expect((await here.visitor.get(`${page}/edit`)).html).toContain(`value="${mine.updatedAt}"`);
    here.clock.advance(1000);
    expect((await here.visitor.post(`${page}/edit`, { ...mine, 'weDid-en': 'Theirs.' })).status).toBe(303);

    const answer = await here.visitor.post(`${page}/edit`, { ...mine, 'weDid-en': 'Mine.' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Somebody changed this while you were writing');
    expect(answer.html).toContain('Mine.');
    expect((await here.visitor.get(page)).html).toContain('Theirs.');

    const updatedAt = /name="updatedAt" value="(\d+)"/.exec(answer.html)?.[1] ?? '';
    const again = await here.visitor.post(`${page}/edit`, { ...mine, 'weDid-en': 'Mine.', updatedAt });
    expect(again.location).toBe(page);
    expect((await here.visitor.get(page)).html).toContain('Mine.');
  });

  test('can be read by a viewer, who is told who may publish', async () => {
    const here = await office();
    const page = await draft(here);
    await officerOf(here, 'viewer');
    const { html } = await (await Visitor.signedIn(here, 'viewer')).get(page);
    expect(html).toContain('Only an officer with the role Publisher can change or publish this.');
    expect(html).not.toContain(`${page}/edit`);
  });
});

describe('publishing', () => {
  test('asks once more, then tells each person once, however often it is pressed', async () => {
    const here = await office();
    await street(here);
    const page = await draft(here);
    const { html } = await here.visitor.get(`${page}/publish`);
    expect(html).toContain('Publish and tell 3 people?');
    expect(html).toContain('Messages go out between 08:00 and 20:00');
    expect((await publish(here, page)).location).toBe(page);
    expect((await here.visitor.get(page)).html).toContain('Published. 3 people are being told');
    const updatedAt = String(here.clock.now());
    expect((await here.visitor.post(`${page}/publish`, { updatedAt }, form)).location).toBe(page);
    expect((await here.visitor.get(page)).html).toContain('Nobody was told twice');
    expect(await deliveries(here)).toHaveLength(3);
    expect((await here.visitor.get(`${page}/publish`)).location).toBe(page);
  });

  test('shows what may be personal data, and waits until somebody says that they checked it', async () => {
    const here = await office();
    await street(here);
    const page = await draft(here, {
      'youSaid-en': 'Mrs Rowan Ellis has nowhere to sit.',
      'weDid-cy': 'Ffoniwch 07700 900123 am y meinciau.',
    });
    const { html } = await here.visitor.get(`${page}/publish`);
    expect(html).toContain('These words are published as they stand.');
    expect(html).toMatch(/Rowan Ellis<\/strong> \(possible name\)/);
    expect(html).toMatch(/07700 900123<\/strong> \(phone number\)/);
    const welsh = await here.visitor.get(`${page}/publish?lang=cy`);
    expect(welsh.html).toContain('Rwyf wedi gwirio hyn');
    await here.visitor.get(`${page}/publish?lang=en`);
    const refused = await publish(here, page);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#checked">Tick that you have checked');
    expect(await deliveries(here)).toEqual([]);
    const updatedAt = /name="updatedAt" value="(\d+)"/.exec(refused.html)?.[1] ?? '';
    const done = await here.visitor.post(`${page}/publish`, { updatedAt, checked: 'yes' });
    expect([done.status, done.location]).toEqual([303, page]);
    expect(await deliveries(here)).toHaveLength(3);
  });

  test('shows what may be personal data where it is written too, before anybody publishes it', async () => {
    const here = await office();
    await officerOf(here, 'viewer');
    const warning = 'These words would be published as they stand.';
    expect((await here.visitor.get(form)).html).not.toContain(warning);
    const telling = {
      'youSaid-en': 'Mrs Rowan Ellis has nowhere to sit.',
      'weDid-cy': 'Ffoniwch 07700 900123.',
    };
    const page = await draft(here, telling);
    // A form that comes back because something else is wrong says it of what was typed.
    const back = await here.visitor.post('/console/outcomes', { ...words, ...telling, kind: '' }, form);
    expect(back.status).toBe(400);
    const saved = [await here.visitor.get(page), await here.visitor.get(`${page}/edit`)];
    for (const { html } of [back, ...saved]) {
      expect(html).toContain(warning);
      expect(html).toMatch(/Rowan Ellis<\/strong> \(possible name\)/);
      expect(html).toMatch(/07700 900123<\/strong> \(phone number\)/);
    }
    const viewer = (await (await Visitor.signedIn(here, 'viewer')).get(page)).html;
    expect(viewer).toContain(warning);
    expect(viewer).not.toContain('Change the words');
    expect((await here.visitor.get(`${page}?lang=cy`)).html).toContain(
      'Byddai’r geiriau hyn yn cael eu cyhoeddi',
    );
    await here.visitor.get(`${page}?lang=en`);
    const plain = await draft(here);
    for (const where of [plain, `${plain}/edit`])
      expect((await here.visitor.get(where)).html).not.toContain(warning);
  });

  test('asks for no tick where nothing may be personal data', async () => {
    const here = await office();
    const page = await draft(here);
    expect((await here.visitor.get(`${page}/publish`)).html).not.toContain('name="checked"');
  });

  test('cannot be changed any more: a new one on the same themes can be written', async () => {
    const here = await office();
    const page = await draft(here);
    await publish(here, page);
    const { html } = await here.visitor.get(`${page}/edit`);
    expect(html).toContain('This cannot be changed any more');
    const answer = await here.visitor.post(`${page}/edit`, { ...words, 'weDid-en': 'Other words' }, form);
    expect([answer.status, answer.html.includes('This cannot be changed any more')]).toEqual([409, true]);
    expect((await here.visitor.get(page)).html).not.toContain('Other words');
    const again = /href="([^"]*from=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await here.visitor.get(again)).html).toMatch(new RegExp(`value="${here.themeId}" checked`));
  });

  test('shows how telling people goes, and what they answered', async () => {
    const here = await office();
    await street(here);
    const page = await draft(here);
    await publish(here, page);
    const { store } = here.services;
    const [first, second] = await deliveries(here);
    await store.turn(({ db }) =>
      db.updateTable('deliveries').set({ state: 'unknown' }).where('id', '=', first!.id).execute(),
    );
    await store.turn(({ db }) =>
      db.updateTable('deliveries').set({ state: 'delivered' }).where('id', '=', second!.id).execute(),
    );
    expect((await here.visitor.get(page)).html).toContain('Nobody has answered yet.');
    const says = 'No you did not.\nThere are four <b>.';
    const reply = await hear(here.services, { phone: 8, says, hearBack: null });
    const held = await hear(here.services, { phone: 9, says: 'Held words', held: true, hearBack: null });
    const outcomeId = page.split('/').at(-1) ?? '';
    await store.turn(({ db }) =>
      db
        .updateTable('responses')
        .set({ outcomeId, stepId: 'follow-up' })
        .where('id', 'in', [reply.responseId, held.responseId])
        .execute(),
    );
    const { html } = await here.visitor.get(page);
    expect(html).toContain('3 messages, one for each person.');
    expect(html).toContain('We cannot tell if it was sent');
    expect(html.indexOf('<strong>Waiting')).toBeLessThan(html.indexOf('<strong>Delivered'));
    expect(html).toContain(`/console/deliveries?outcome=${outcomeId}`);
    expect(html).toContain('No you did not.\nThere are four &lt;b&gt;.');
    expect(html).toContain(`/console/responses/${reply.responseId}`);
    expect(html).toContain('A case holds this answer.');
    expect(html).not.toContain('Held words');
    expect(html).toMatch(/Asked us to stop<\/td><td[^>]*>1</);
  });
});
