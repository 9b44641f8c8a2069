import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { axeViolations, newPage } from '#tests/support/browser.ts';
import { officerOf, PASSWORD, Visitor } from './officer.ts';

const root = path.join(import.meta.dirname, '..', '..');
const settings = { INVITE_SMS: '+447700900123', TELEGRAM_BOT_NAME: 'example_bot' };
const words = (html: string) =>
  html.replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function visitorOf(env: Record<string, string>): Promise<{ app: RunningApp; visitor: Visitor }> {
  const app = await startApp({ env });
  await officerOf(app, 'viewer');
  return { app, visitor: await Visitor.signedIn(app, 'viewer') };
}

/** The bytes of a file, which a Visitor would read as text. */
function fetched(app: RunningApp, visitor: Visitor, path: string): Promise<Response> {
  return fetch(app.url + path, { headers: { cookie: visitor.cookies } });
}

/** A folder with the shipped high street, changed. */
function flowsWith(change: (source: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearback-invite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(root, 'flows/unpaid-carers.yaml'), path.join(folder, 'a.yaml'));
  const source = readFileSync(path.join(root, 'flows/high-street.yaml'), 'utf8');
  writeFileSync(path.join(folder, 'high-street.yaml'), change(source));
  return folder;
}

test('an officer finds each flow, with a link and a code for each way in and each language', async () => {
  const { visitor } = await visitorOf(settings);
  const list = await visitor.get('/console/invite');
  expect(list.html).toContain('href="/console/invite/high-street"');
  expect(list.html).toContain('href="/console/invite/carers"');
  const { html } = await visitor.get('/console/invite/high-street');
  expect(html).toContain('href="sms:+447700900123?&amp;body=HIGHSTREET"');
  expect(html).toContain('href="sms:+447700900123?&amp;body=STRYD%20FAWR"');
  expect(html).toContain('href="https://t.me/example_bot?start=high-street"');
  expect(html).toContain('aria-label="QR code for Text message: sms:+447700900123?&amp;body=HIGHSTREET"');
  expect(words(html)).toContain('Keyword: STRYD FAWR');
});

test('what is missing is said, with what to set', async () => {
  const { visitor } = await visitorOf({ PUBLIC_URL: 'https://listen.example.org' });
  const page = words((await visitor.get('/console/invite')).html);
  for (const setting of ['INVITE_SMS', 'INVITE_WHATSAPP', 'TELEGRAM_BOT_NAME', 'WEBCHAT_URL'])
    expect(page).toContain(`Ask whoever runs Hearback to set ${setting}.`);
  const flow = words((await visitor.get('/console/invite/high-street')).html);
  expect(flow).toContain('There is nowhere to write to yet');
  expect(flow).not.toContain('A4 as PDF');
  expect((await visitor.get('/console/invite/high-street/both-a4.pdf')).status).toBe(404);
});

test('where there is only the simulator, posters say that they are for trying out', async () => {
  const { visitor } = await visitorOf({});
  const page = words((await visitor.get('/console/invite/high-street')).html);
  expect(page).toContain('These lead to the simulator');
  expect(words((await visitor.get('/console/invite/high-street?lang=cy')).html)).toContain(
    'Mae’r rhain yn arwain at yr efelychydd',
  );
});

test.each([
  ['both-a4.pdf', 'application/pdf', 'high-street-cy-en-a4.pdf'],
  ['cy-a5.svg', 'image/svg+xml', 'high-street-cy-a5.svg'],
])('%s is a file to keep, under a plain name', async (file, kind, name) => {
  const { app, visitor } = await visitorOf(settings);
  const answer = await fetched(app, visitor, `/console/invite/high-street/${file}?download=yes`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(kind);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (kind === 'application/pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  else expect((await sharp(bytes).metadata()).format).toBe('svg');
  const shown = await fetched(app, visitor, `/console/invite/high-street/${file}`);
  expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
});

test('posters that there are not are not found', async () => {
  const { visitor } = await visitorOf(settings);
  for (const address of [
    '/console/invite/nothing',
    '/console/invite/nothing/en-a4.pdf',
    '/console/invite/high-street/ur-a4.pdf',
    '/console/invite/high-street/en-a3.pdf',
    '/console/invite/high-street/en-a4.exe',
    '/console/invite/high-street/..%2f..%2fen-a4.pdf',
  ])
    expect([address, (await visitor.get(address)).status]).toEqual([address, 404]);
});

test('a language that nobody has read through comes with a warning', async () => {
  const FLOWS_DIR = path.join(root, 'tests/transcripts/flows');
  const { app, visitor } = await visitorOf({ ...settings, FLOWS_DIR });
  const [version] = app.services.flows.current.values();
  const id = version?.flow.id ?? '';
  const page = words((await visitor.get(`/console/invite/${id}`)).html);
  expect(page).toContain('Nobody who speaks this language has read through');
  expect((await visitor.get(`/console/invite/${id}/ur-a4.svg`)).status).toBe(200);
});

test('a keyword of another language is said to be one, and a flow with none cannot be begun', async () => {
  const cy = flowsWith((source) => source.replace(/ {2}cy: \[stryd fawr.*\n/, ''));
  const other = await visitorOf({ ...settings, FLOWS_DIR: cy });
  expect(words((await other.visitor.get('/console/invite/high-street')).html)).toContain(
    'this one begins the questions in English',
  );
  const none = flowsWith((source) => source.replace(/keywords:\n.*\n.*\n/, 'keywords: {}\n'));
  const without = await visitorOf({ ...settings, FLOWS_DIR: none });
  expect(words((await without.visitor.get('/console/invite/high-street')).html)).toContain(
    'Nobody can begin these questions by writing',
  );
  const first = await visitorOf({ ...settings, FLOWS_DIR: none, DEFAULT_FLOW: 'high-street' });
  expect(words((await first.visitor.get('/console/invite/high-street')).html)).toContain(
    'People can write anything to begin.',
  );
});

test.each([1280, 320])(
  'at %i pixels axe finds nothing, previews are drawn, and nothing scrolls sideways',
  async (width) => {
    const app = await startApp({ env: settings });
    await officerOf(app, 'viewer');
    const { page } = await newPage({ width });
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByLabel('Email address').fill('viewer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${app.url}/console`);
    for (const place of ['', '/high-street', '/high-street?lang=cy']) {
      await page.goto(`${app.url}/console/invite${place}`);
      expect([place, await axeViolations(page)]).toEqual([place, []]);
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([place, await page.evaluate(wider)]).toEqual([place, 0]);
      // A browser fetches a picture that is told to wait once it is in sight.
      const drawn =
        '[...document.images].every((image) => (image.scrollIntoView(), image.complete && image.naturalWidth > 0))';
      await expect.poll(() => page.evaluate(drawn), { timeout: 10_000 }).toBe(true);
    }
  },
);
