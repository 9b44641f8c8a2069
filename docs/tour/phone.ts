import type { Page } from 'playwright-core';

/** One simulated phone on a page, used as a person would. */
export interface Phone {
  page: Page;
  /** Writes a message and waits until it is on the screen. */
  say(words: string): Promise<void>;
  /** Waits until the council has said this. */
  hears(words: string | RegExp): Promise<void>;
  skipTheWait(): Promise<void>;
}

export async function takePhone(page: Page, url: string): Promise<Phone> {
  await page.goto(`${url}/simulator`);
  await page.getByRole('button', { name: 'New phone' }).click();
  await page.waitForURL(/\/simulator\/phones\//);
  const last = (who: 'theirs' | 'ours', words: string | RegExp) =>
    page.locator(`.bubble.${who}`).filter({ hasText: words }).last().waitFor();
  return {
    page,
    say: async (words) => {
      await page.getByLabel('Message', { exact: true }).fill(words);
      await page.getByRole('button', { name: 'Send' }).click();
      await last('theirs', words);
    },
    hears: (words) => last('ours', words),
    skipTheWait: () => page.getByRole('button', { name: 'Skip the wait' }).click(),
  };
}
