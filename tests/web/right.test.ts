import { describe, expect, test } from 'vitest';
import { addTheme } from '#review/addTheme.ts';
import { accept, reject } from '#review/decide.ts';
import { markReviewed } from '#review/markReviewed.ts';
import { lookSecond } from '#review/secondLook.ts';
import { themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';
import { said, suggested } from './said.ts';

const page = '/console/right?consultation=high-street';
const second = '/console/second-look?consultation=high-street';
const WORDS = 'The pavement outside the bank is broken.';
/** What somebody reads: no tags, single spaces. */
const words = (html: string) =>
  html.replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Ann reviews `count` responses: for three in four she agrees with the machine, for the fourth she finds another theme. */
async function reviewed(app: RunningApp, count: number, secondBy: string | null = null) {
  const { services, clock } = app;
  const themes = await themesOf(services.store.read, 'high-street');
  for (let number = 0; number < count; number += 1) {
    const responseId = await said(app, `${WORDS} ${number}`);
    const place = number % 2;
    const { id: codingId, theme } = await suggested(app, responseId, place, 'pavement');
    const given = { responseId, officerId: 'ann', openedAt: clock.now() };
    clock.advance(5000);
    const agrees = number % 4 > 0;
    await (agrees ? accept : reject)(services, { ...given, codingId });
    if (!agrees) await addTheme(services, { ...given, themeId: themes[2]?.id ?? '' });
    await markReviewed(services, given);
    if (secondBy === null) continue;
    const themeIds = [number % 5 > 0 ? theme.id : (themes[2]?.id ?? '')];
    await lookSecond(services, { ...given, officerId: secondBy, themeIds });
  }
}

async function town() {
  const app = await startApp();
  await officerOf(app, 'viewer');
  await officerOf(app, 'reviewer');
  return app;
}

test('below thirty it says how many more are needed, and no figure', async () => {
  const app = await town();
  await reviewed(app, 12);
  const shown = words((await (await Visitor.signedIn(app, 'viewer')).get(page)).html);
  expect(shown).toContain('Of 12 reviewed responses, 12 count as really looked at.');
  expect(shown).toContain('Too few to say. 18 more responses need to be looked at.');
  expect(shown).toContain('Two officers 0 Too few to say: 30 more needed');
  expect(shown).toMatch(/November 2026 12 Too few to say: 18 more needed/);
  expect(shown).not.toMatch(/\d% to|0\.\d/);
  expect(shown).not.toContain('Out of 100');
});

test('from thirty on in plain words, by theme and by month, each with its interval', async () => {
  const app = await town();
  await reviewed(app, 40, 'ben');
  const visitor = await Visitor.signedIn(app, 'viewer');
  const { html } = await visitor.get(page);
  const shown = words(html);
  expect(shown).toContain('would name exactly the same themes for about 75 (between 59 and 86)');
  expect(shown).toContain(
    'Out of 100 themes that the machine suggests, an officer would agree with about 75',
  );
  expect(shown).toMatch(
    /Compared with guessing, their agreement is substantial: 0\.7\d on a scale from 0 .+ It lies between 0\.\d\d and 0\.\d\d \(Cohen’s kappa\)/,
  );
  expect(shown).toMatch(/an officer who did not see it 40 80% 65% to 90%/);
  expect(shown).toMatch(/Two officers 40 65% 49% to 78%/);
  expect(shown).toMatch(/November 2026 40 0\.75 0\.6\d to 0\.8\d/);
  expect(shown).not.toContain('Take a second look');
  expect(shown).not.toContain('NaN');
  expect((await visitor.get(`${page}&lang=cy`)).html).toContain('A yw’n gywir?');
  expect((await visitor.get('/console/themes')).html).toContain('href="/console/right?');
  expect((await visitor.get('/console/right?consultation=none')).status).toBe(404);
});

test.each([
  { lang: 'en', term: /sample-F1|kappa|precision|recall|interval/gi },
  { lang: 'cy', term: /sampl-F1|kappa|trachywiredd|adalw|cyfwng|cyfyngau/gi },
])('each technical word stands behind plain ones, and is explained ($lang)', async ({ lang, term }) => {
  const app = await town();
  await reviewed(app, 40, 'ben');
  const { html } = await (await Visitor.signedIn(app, 'viewer')).get(`${page}&lang=${lang}`);
  const shown = words(html);
  const inBrackets = [...shown.matchAll(/\([^()]*\)/g)].map(([words]) => words).join(' ');
  const times = (text: string) => [...text.matchAll(term)].length;
  expect(times(shown)).toBeGreaterThan(5);
  expect(times(shown)).toBe(times(inBrackets));
  const explained = [
    ...html.matchAll(/<dt class="govuk-summary-list__key">([^<]+)<\/dt>\s*<dd[^>]*>[^<]{20,}<\/dd>/g),
  ];
  expect(explained).toHaveLength(6);
  expect(explained.filter(([, name = '']) => /\(.+\)$/.test(name))).toHaveLength(5);
});

test('where nobody ever finds a theme, words stand in the place of a kappa', async () => {
  const app = await town();
  const { services, clock } = app;
  for (let number = 0; number < 30; number += 1) {
    const responseId = await said(app, WORDS);
    clock.advance(5000);
    await markReviewed(services, { responseId, officerId: 'ann', openedAt: clock.now() - 5000 });
  }
  const shown = words((await (await Visitor.signedIn(app, 'viewer')).get(page)).html);
  expect(shown).toContain('about 100 (between 88 and 100)');
  expect(shown).toContain('How their agreement compares with guessing (Cohen’s kappa) cannot be worked out');
  expect(shown).not.toContain('NaN');
});

test('the same figures as a file, in which a theme’s name is never a formula', async () => {
  const app = await town();
  const visitor = await Visitor.signedIn(app, 'viewer');
  await reviewed(app, 40);
  await app.services.store.turn(({ db }) =>
    db
      .updateTable('themes')
      .set({ name: JSON.stringify({ en: '=1+1, "so"' }) })
      .where('consultationId', '=', 'high-street')
      .where('position', '=', 0)
      .execute(),
  );
  const { html, headers } = await visitor.get('/console/right.csv?consultation=high-street');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="is-it-right-high-street.csv"');
  const lines = html.split('\r\n');
  expect(lines[0]).toBe('between,figure,theme,month,responses,value,low,high,note');
  expect(lines).toContain('machine-officer,same,,,40,0.7500,0.5981,0.8581,');
  expect(lines).toContain('officer-officer,kappa,,,0,,,,tooFew');
  expect(lines).toContainEqual(expect.stringContaining(`machine-officer,precision,"'=1+1, ""so""",,20,`));
  expect(lines).toContainEqual(expect.stringMatching(/^machine-officer,sampleF1,,2026-11,40,0\.7500,/));
});

test.each(["-1+cmd|' /C calc'!A0", '-1', "'=1+1", '+44', '@a'])(
  'a theme that is called %s stands in the file behind an apostrophe',
  async (en) => {
    const app = await town();
    const visitor = await Visitor.signedIn(app, 'viewer');
    await reviewed(app, 40);
    await app.services.store.turn(({ db }) =>
      db
        .updateTable('themes')
        .set({ name: JSON.stringify({ en }) })
        .where('consultationId', '=', 'high-street')
        .where('position', '=', 0)
        .execute(),
    );
    const { html } = await visitor.get('/console/right.csv?consultation=high-street');
    expect(html).toContain(`machine-officer,precision,'${en},,20,`);
  },
);

test('reading and deciding on the pages themselves counts; done in no time it does not', async () => {
  const app = await town();
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const looks = async () => (await app.services.store.read.selectFrom('looks').selectAll().execute()).length;
  const quick = await said(app, WORDS);
  await visitor.get(`/console/responses/${quick}`);
  await visitor.post(`/console/responses/${quick}/reviewed`, {}, `/console/responses/${quick}`);
  expect(await looks()).toBe(0);
  const read = await said(app, WORDS);
  const { id: coding } = await suggested(app, read, 0, 'pavement');
  await visitor.get(`/console/responses/${read}`);
  app.clock.advance(2000);
  await visitor.post(`/console/responses/${read}/accept`, { coding }, `/console/responses/${read}`);
  await visitor.post(`/console/responses/${read}/reviewed`, {}, `/console/responses/${read}`);
  expect(await looks()).toBe(1);
});

test('a second look shows the words and the codebook, nothing else, and asks for an answer', async () => {
  const app = await town();
  await reviewed(app, 2);
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const first = await visitor.get(second);
  expect(words(first.html)).toContain(WORDS);
  expect(first.html).not.toMatch(/checked|<mark|Suggested|Accepted|Rejected/);
  const idOf = (html: string) => /name="response" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const response = idOf(first.html);
  const skipped = await visitor.get(`${second}&after=${response}`);
  expect(idOf(skipped.html)).not.toBe(response);
  const theme = (await themesOf(app.services.store.read, 'high-street'))[1]?.id ?? '';
  const send = (themes: string[]) =>
    visitor.post('/console/second-look', { consultation: 'high-street', response, themes }, second);
  for (const [themes, error] of [
    [[], 'Select the themes that it is about'],
    [[theme, 'none'], 'not both'],
    [[theme], 'too quick'],
  ] as const) {
    const refused = await send([...themes]);
    expect([refused.status, refused.html]).toEqual([400, expect.stringContaining(error)]);
    expect(refused.html).toContain(`after=${response}">Skip`);
  }
  app.clock.advance(3000);
  const kept = await send([theme]);
  expect(kept.location).toBe('/console/second-look?consultation=high-street');
  const next = await visitor.get(second);
  expect(words(next.html)).toContain('Your second look was saved.');
  expect(idOf(next.html)).not.toBe(response);
  await send([theme]);
  expect(words((await visitor.get(second)).html)).toContain('Nothing was saved.');
  expect(
    (await visitor.post('/console/second-look', { consultation: 'carers', response, themes: theme }, second))
      .status,
  ).toBe(404);
});

describe.each([1280, 320])('at %i pixels', (width) => {
  test('axe finds nothing, nothing scrolls sideways, and a second look works without scripts', async () => {
    const app = await town();
    await reviewed(app, 34, 'ben');
    await reviewed(app, 2);
    const scripted = await newPage({ width });
    const { page: open } = scripted;
    await open.goto(`${app.url}/console/sign-in`);
    await open.getByLabel('Email address').fill('reviewer@example.org');
    await open.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await open.getByRole('button', { name: 'Sign in' }).click();
    await open.waitForURL(`${app.url}/console`);
    for (const place of [
      page,
      second,
      '/console/right?consultation=carers',
      `${page}&lang=cy`,
      `${second}&lang=cy`,
    ]) {
      await open.goto(app.url + place);
      expect([place, await axeViolations(open)]).toEqual([place, []]);
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([place, await open.evaluate(sideways)]).toEqual([place, 0]);
    }
    const plain = await newPage({ width, javaScript: false });
    await plain.context.addCookies(await scripted.context.cookies());
    await plain.page.goto(`${app.url}${second}&lang=en`);
    app.clock.advance(3000);
    await plain.page.getByLabel('None of these themes').check();
    await plain.page.getByRole('button', { name: 'Save and go to the next' }).click();
    expect(await plain.page.getByText('Your second look was saved.').isVisible()).toBe(true);
  });
});
