import { describe, expect, test } from 'vitest';
import { draftOutcome } from '#loop/draft.ts';
import { themesOf } from '#store/codebook.ts';
import { tellEverybody } from '#tests/loop/by-hand-told.ts';
import { onPaper, typedIn, wantsCall, wantsLetter } from '#tests/review/typed-in.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage, type OpenPage } from '#tests/support/browser.ts';
import { hear } from './high-street.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

const form = '/console/by-hand/new?consultation=high-street';
const calls = '/console/by-hand/calls';
const letters = '/console/by-hand/letters';

const { onDay: _, ...fields } = onPaper;
const sent = {
  ...fields,
  ...{ 'onDay-day': '18', 'onDay-month': '11', 'onDay-year': '2026' },
  ...{ consultation: 'high-street', entry: 'one' },
};

async function office() {
  const app = await startApp();
  await officerOf(app, 'reviewer');
  return { app, visitor: await Visitor.signedIn(app, 'reviewer') };
}

/** Two people who hear by hand, and an outcome for them. */
async function told(app: RunningApp) {
  await typedIn(app.services, wantsCall);
  await typedIn(app.services, wantsLetter);
  await tellEverybody(app.services);
}

const responses = ({ services }: RunningApp) =>
  services.store.read.selectFrom('responses').selectAll().execute();

describe('typing in', () => {
  test('asks first which consultation it is for', async () => {
    const { visitor } = await office();
    expect((await visitor.get('/console/by-hand/new')).html).toContain('Which consultation is it for?');
    const unchosen = await visitor.get('/console/by-hand/new?chosen=1');
    expect([unchosen.status, unchosen.html.includes('Select a consultation')]).toEqual([400, true]);
  });

  test('keeps what was said once, and it is read like any other answer', async () => {
    const { app, visitor } = await office();
    expect((await visitor.post('/console/by-hand/new', sent, form)).location).toBe('/console/by-hand');
    expect((await visitor.get('/console/by-hand')).html).toContain('The answers are kept');
    await visitor.post('/console/by-hand/new', sent, form);
    expect((await visitor.get('/console/by-hand')).html).toContain('These answers were kept already');
    expect(await responses(app)).toHaveLength(1);
    const { html } = await visitor.get('/console/responses');
    expect(html).toContain('There is nowhere to sit when your legs hurt.');
    expect(html).toContain('By hand');
  });

  test('says by field what is wrong, and loses nothing that was typed', async () => {
    const { app, visitor } = await office();
    const wrong = { ...sent, how: '', 'onDay-month': '13', 'answer-now': 'Kept <b>', 'pick-travel': 'bus' };
    const { status, html } = await visitor.post('/console/by-hand/new', wrong, form);
    expect(status).toBe(400);
    expect(html).toContain('href="#how">Select how the answers came');
    expect(html).toContain('href="#onDay">Enter the day on which it was said or written');
    expect(html).toContain('Kept &lt;b&gt;</textarea>');
    expect(html).toMatch(/value="bus" checked/);
    expect(html).toContain('name="entry" value="one"');
    const contact = await visitor.post('/console/by-hand/new', { ...sent, ...wantsCall, phone: '1' }, form);
    expect(contact.html).toContain('href="#phone">Enter a telephone number, like 07700 900 982');
    expect(contact.html).toContain('value="Mrs Example"');
    expect(await responses(app)).toEqual([]);
  });

  test('tells the officer at once what to do where it is about danger', async () => {
    const { visitor } = await office();
    const danger = { ...sent, 'answer-now': 'I want to kill myself' };
    const { location } = await visitor.post('/console/by-hand/new', danger, form);
    const { html } = await visitor.get(location ?? '');
    expect(html).toContain('If anyone is in danger now, call 999.');
    expect(html).toContain('href="/console/cases"');
  });

  test('says for how many people a group speaks, and counts it once', async () => {
    const { app, visitor } = await office();
    await typedIn(app.services, { speaksFor: 'group', people: '12' });
    const { html } = await visitor.get('/console/by-hand');
    expect(html).toContain('Your high street: 1 form typed in, speaking for 12 people.');
    const [response] = await responses(app);
    const page = await visitor.get(`/console/responses/${response?.id}`);
    expect(page.html).toContain('On paper, 18 November 2026. For a group of 12 people.');
  });
});

describe('calls', () => {
  test('name nobody in the list; whoever takes one sees whom to ring and what to say', async () => {
    const { app, visitor } = await office();
    await told(app);
    const { html } = await visitor.get(calls);
    expect(html).toContain('We put out eleven benches.');
    expect(html).not.toContain('Mrs Example');
    const take = /action="(\/console\/by-hand\/calls\/[^"]+\/take)"/.exec(html)?.[1] ?? '';
    const call = await visitor.post(take, {}, calls);
    expect(call.html).toContain('Mrs Example');
    expect(call.html).toContain('<a class="govuk-link" href="tel:+447700900982">07700\u00a0900982</a>');
    expect(call.html).toContain('We put out eleven benches.');
    const tick = take.replace('/take', '/tick');
    const unsaid = await visitor.post(tick, { said: 'They are wet.' }, calls);
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('href="#result">Select what came of the call');
    expect(unsaid.html).toContain('They are wet.</textarea>');
    expect((await visitor.post(tick, { said: 'Thank you', result: 'reached' }, calls)).status).toBe(303);
    expect((await visitor.get(calls)).html).toContain('There is nobody to ring.');
    const again = await visitor.post(tick, { result: 'reached' }, calls);
    expect([again.status, again.html.includes('A colleague has taken that call')]).toEqual([404, true]);
    const deliveries = await visitor.get('/console/deliveries?channel=byHand');
    expect(deliveries.html).toContain('2 messages');
  });

  test('can be left for later, and a tick can be taken back', async () => {
    const { app, visitor } = await office();
    await told(app);
    const { html } = await visitor.get(calls);
    const take = /action="(\/console\/by-hand\/calls\/[^"]+\/take)"/.exec(html)?.[1] ?? '';
    await visitor.post(take, {}, calls);
    await visitor.post(take.replace('/take', '/leave'), {}, calls);
    expect((await visitor.get(calls)).html).toContain('The call is free for anybody again');
    await visitor.post(take, {}, calls);
    await visitor.post(take.replace('/take', '/tick'), { result: 'reached' }, calls);
    expect((await visitor.get('/console/by-hand')).html).toContain('Put it back');
    expect((await visitor.get(letters)).html).not.toContain('Put it back');
    const done = await visitor.get(calls);
    expect(done.html).toContain('Put it back');
    const id = /name="id" value="([^"]+)"/.exec(done.html)?.[1] ?? '';
    const undone = await visitor.post('/console/by-hand/undo', { id, list: 'phone' }, calls);
    expect(undone.location).toBe(calls);
    expect((await visitor.get('/console/by-hand')).html).toContain('1 call to make');
  });

  test('say as soon as one is ticked where it can be put back', async () => {
    const { app, visitor } = await office();
    await told(app);
    const { html } = await visitor.get(calls);
    const take = /action="(\/console\/by-hand\/calls\/[^"]+\/take)"/.exec(html)?.[1] ?? '';
    await visitor.post(take, {}, calls);
    await visitor.post(take.replace('/take', '/tick'), { result: 'reached' }, calls);
    const ticked = (await visitor.get(calls)).html;
    expect(ticked).toContain('If that was a mistake, you can put it back at the end of this page');
    expect(ticked).toContain('action="/console/by-hand/undo"');
  });

  test('and letters that wait are counted at home, for whoever may do something about them', async () => {
    const { app, visitor } = await office();
    const counted = /task__count">(\d+)<\/span>\s*<span><a[^>]*href="\/console\/by-hand"/;
    await told(app);
    const { html } = await visitor.get('/console');
    expect(counted.exec(html)?.[1]).toBe('2');
    expect(html).toContain('1 call to make. 1 letter to post.');
    await officerOf(app, 'viewer');
    expect((await (await Visitor.signedIn(app, 'viewer')).get('/console')).html).not.toMatch(counted);
  });
});

test('letters are printed one a page and ticked as posted', async () => {
  const { app, visitor } = await office();
  await told(app);
  expect((await visitor.get(letters)).html).not.toContain('Example Street');
  const { html } = await visitor.post(`${letters}/print`, {}, letters);
  expect(html).toContain('Mr Example<br>1 Example Street<br>Exampletown<br>EX1 1EX');
  expect(html).toContain('We put out eleven benches.');
  const printed = [
    'Dear Mr Example,',
    'Your high street</p>',
    'We put out eleven benches.',
    'Is this right?',
  ];
  const places = printed.map((words) => html.lastIndexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  const list = await visitor.get(letters);
  const id = /name="letters" type="checkbox" value="([^"]+)"/.exec(list.html)?.[1] ?? '';
  const none = await visitor.post(`${letters}/posted`, {}, letters);
  expect([none.status, none.html.includes('Select the letters that you have posted')]).toEqual([400, true]);
  await visitor.post(`${letters}/posted`, { letters: id }, letters);
  const ticked = (await visitor.get(letters)).html;
  expect(ticked).toContain('1 letter is ticked as posted. If that was a mistake, you can put it back');
  const undone = await visitor.post('/console/by-hand/undo', { id, list: 'post' }, letters);
  expect(undone.location).toBe(letters);
  expect((await visitor.get(letters)).html).toContain('1 letter to post');
});

test('a draft shows one sample of what is read out and of what is printed, beside what is sent', async () => {
  const { app, visitor } = await office();
  const { services } = app;
  await hear(services, { phone: 1, says: 'There is nowhere to sit when your legs hurt.' });
  await told(app);
  await typedIn(services, { ...wantsCall, name: 'Mrs Other', phone: '07700 900 983' });
  const [theme] = await themesOf(services.store.read, 'high-street');
  const id = await draftOutcome(services.store, {
    ...{ consultationId: 'high-street', kind: 'did', themeIds: theme === undefined ? [] : [theme.id] },
    ...{ youSaid: { en: 'Nowhere to sit.' }, weDid: { en: 'We mended the clock.' } },
    ...{ officerId: null, now: app.clock.now(), newId: services.newId },
  });
  const { html } = await visitor.get(`/console/outcomes/${id}`);
  const samples = html.split('<figure').slice(1);
  const sampleOf = (caption: string) => samples.find((sample) => sample.includes(caption)) ?? '';
  expect(samples).toHaveLength(3);
  expect(sampleOf('SMS, in English')).toContain('STOP');
  const readOut = sampleOf('Read out on the telephone, in English');
  expect(readOut).toContain('We mended the clock.');
  expect(readOut).not.toContain('STOP');
  const letter = sampleOf('Printed in a letter, below the name of the person, in English');
  expect(letter).toContain('<strong>Your high street</strong>');
  expect(letter).toContain('We mended the clock.');
  expect(letter).toContain('to have no more letters from us');
  expect(html).not.toContain('Mr Example');
});

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

async function enter({ page }: OpenPage, url: string): Promise<void> {
  await page.goto(`${url}/console/sign-in`);
  await page.getByLabel('Email address').fill('reviewer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/console`);
}

describe.each([1280, 320])('at %i pixels', (width) => {
  /** A signed-in browser, and what every page must be. */
  async function browser() {
    const { app } = await office();
    await told(app);
    const opened = await newPage({ width });
    const { page } = opened;
    await enter(opened, app.url);
    const check = async (what: string) => {
      expect([what, await axeViolations(page)]).toEqual([what, []]);
      expect([what, await page.evaluate(sideways)]).toEqual([what, 0]);
    };
    return { app, opened, page, check };
  }

  test('axe finds nothing and no page scrolls sideways', async () => {
    const { app, page, check } = await browser();
    for (const path of ['/console/by-hand', form, calls, letters]) {
      await page.goto(app.url + path);
      await check(path.replace(/\W+/g, '-'));
    }
  });

  test('the keyboard is enough, also where something is wrong', async () => {
    const { app, opened, page, check } = await browser();
    opened.expectProblem(/Failed to load resource/);
    await page.goto(app.url + form);
    await page.getByRole('button', { name: 'Keep these answers' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await check('errors');
    await page.goto(app.url + calls);
    await page.getByRole('button', { name: /Take this call/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('What to say').waitFor();
    await check('call');
    await page.goto(app.url + letters);
    await page.getByRole('button', { name: 'Open the letters to print' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Example Street').waitFor();
    await check('print');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  });
});
