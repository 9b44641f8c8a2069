import { expect, test } from 'vitest';
import { createFirstSignInLink } from '#people/signInLinks.ts';
import { startApp } from '#tests/support/app.ts';
import { newPage } from '#tests/support/browser.ts';

test('the first officer sets a password with the link and is signed in', async () => {
  const { url, services } = await startApp();
  const token = await createFirstSignInLink(services);
  const { page } = await newPage();
  await page.goto(`${url}/console/sign-in/link?token=${token}`);
  await page.getByLabel('Your name').fill('Test Officer');
  await page.getByLabel('Email address').fill('officer@example.org');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('What to do next');
});
