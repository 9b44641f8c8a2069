import { expect, test } from 'vitest';
import { axeViolations, newPage, openBrowser, settlePages } from './browser.ts';

function pageWith(body: string): string {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

test('a page opens, and its text is drawn with a font', async () => {
  const { page } = await newPage();
  await page.goto(pageWith('<main><h1>Gofynnwch am y dŵr</h1><b>mmmm</b><i>iiii</i></main>'));
  expect(await page.textContent('h1')).toBe('Gofynnwch am y dŵr');
  // Where there is no font every letter is as wide as the next one, or nothing is drawn at all.
  const wide = await page.locator('b').boundingBox();
  const narrow = await page.locator('i').boundingBox();
  expect(narrow?.width).toBeGreaterThan(0);
  expect(wide?.width).toBeGreaterThan(2 * (narrow?.width ?? 0));
});

test('the window is as wide as asked', async () => {
  const { page } = await newPage({ width: 320 });
  await page.goto(pageWith('<main style="margin: 0 -8px">words</main>'));
  expect((await page.locator('main').boundingBox())?.width).toBe(320);
});

test('scripts can be off', async () => {
  const { page } = await newPage({ javaScript: false });
  await page.goto(pageWith('<noscript>no scripts</noscript><script>document.title = "ran"</script>'));
  expect(await page.title()).toBe('A page');
});

test('one browser serves the whole file', async () => {
  expect(await openBrowser()).toBe(await openBrowser());
});

test('what a page complains of is held against the test', async () => {
  const { page } = await newPage();
  const scripts = '<script>console.error("it broke")</script><script>throw new Error("loose")</script>';
  await page.goto(pageWith(scripts));
  const wrong = await settlePages();
  expect(wrong).toHaveLength(2);
  expect(wrong[0]).toContain('console error: it broke');
  expect(wrong[1]).toContain('uncaught error: Error: loose');
});

test('unless it was expected, and then it must come', async () => {
  const { page, expectProblem } = await newPage();
  expectProblem(/it broke/);
  await page.goto(pageWith('<script>console.error("it broke")</script>'));
  expect(await settlePages()).toEqual([]);

  (await newPage()).expectProblem(/never/);
  expect(await settlePages()).toEqual(['expected a page to complain of /never/, and none did']);
});

test('axe says what keeps people out', async () => {
  const { page } = await newPage();
  await page.goto(pageWith('<main><h1>Form</h1><input></main>'));
  expect((await axeViolations(page)).join()).toContain('label (critical): Form elements must have labels');
  await page.goto(pageWith('<main><h1>Form</h1><label>Words <input></label></main>'));
  expect(await axeViolations(page)).toEqual([]);
});
