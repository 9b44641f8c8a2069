import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** A page as wide as a desk's or a phone's, in English, by the clock in London. */
export async function openPage(browser: Browser, width: 1280 | 390): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Takes docs/tour/NAME.png: the page from its top, no longer than `height`, or what the window shows. */
export async function take(page: Page, name: string, height: number | 'window' = 1100): Promise<void> {
  await page.mouse.move(0, 0);
  const file = path.join(import.meta.dirname, `${name}.png`);
  const quiet = { path: file, animations: 'disabled', caret: 'hide' } as const;
  if (height === 'window') await page.screenshot(quiet);
  else {
    const whole = (await page.locator('html').boundingBox())?.height ?? height;
    const width = page.viewportSize()?.width ?? 1280;
    const clip = { x: 0, y: 0, width, height: Math.min(whole, height) };
    await page.screenshot({ ...quiet, fullPage: true, clip });
  }
  process.stdout.write(`${name}.png\n`);
}
