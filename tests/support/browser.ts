import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEachTest } from './afterwards.ts';
import { launchChromium } from './chromium.ts';

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Says that this page complains in its console or throws; the test fails if it does not. */
  expectProblem(pattern: RegExp): void;
}

interface PageOptions {
  /** Of the window, in CSS pixels; 1280 if not given, and 320 is the narrowest that WCAG asks for. */
  width?: number;
  /** false: as someone sees it whose scripts do not run. */
  javaScript?: boolean;
}

interface Watched {
  context: BrowserContext;
  problems: string[];
  expected: RegExp[];
}

let browser: Promise<Browser> | undefined;
const watched: Watched[] = [];

/** The browser of this worker, started when first asked for; it ends with the worker. */
export async function openBrowser(): Promise<Browser> {
  browser ??= launchChromium();
  return await browser;
}

/**
 * A page with cookies of its own. It is closed when the test ends, and the test fails if the page wrote an
 * error to its console or threw one that nothing caught, unless that was expected.
 */
export async function newPage({ width = 1280, javaScript = true }: PageOptions = {}): Promise<OpenPage> {
  const shared = await openBrowser();
  const context = await shared.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const problems: string[] = [];
  const expected: RegExp[] = [];
  watched.push({ context, problems, expected });
  context.on('console', (message) => {
    const from = message.location().url;
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${from})`);
  });
  context.on('weberror', (error) => problems.push(`uncaught error: ${error.error().stack}`));
  const page = await context.newPage();
  return { page, context, expectProblem: (pattern) => expected.push(pattern) };
}

/** Closes every page and says what was wrong in them, a line or more for each; [] if nothing. */
export async function settlePages(): Promise<string[]> {
  const wrong: string[] = [];
  for (const { context, problems, expected } of watched.splice(0)) {
    await context.close();
    wrong.push(...problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))));
    const missed = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
    wrong.push(...missed.map((pattern) => `expected a page to complain of ${pattern}, and none did`));
  }
  return wrong;
}

afterEachTest(async () => {
  const wrong = await settlePages();
  if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
});

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA and its best practices: one readable entry a rule; [] if nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: STANDARDS } })
    .analyze();
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map((node) => `  ${node.target.join(' ')}: ${node.html}`);
    return [`${id} (${impact}): ${help}`, ...places].join('\n');
  });
}
