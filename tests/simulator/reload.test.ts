import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { eventually } from '#tests/support/eventually.ts';

/** A copy of the flows that may be edited, and a product that runs on it. */
async function edited() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-flows-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.resolve('flows'), folder, { recursive: true });
  const app = await startApp({ env: { FLOWS_DIR: folder, DEFAULT_FLOW: 'high-street' } });
  const { services } = app;
  services.startJobs();
  const file = path.join(folder, 'high-street.yaml');
  const phone = () => {
    const one = services.simulator.newPhone('sms');
    const shown: string[] = [];
    onTestFinished(services.simulator.onSent(one.address, ({ text }) => void shown.push(text)));
    return { shown, say: (text: string) => services.receive(services.simulator.said(one, text)) };
  };
  return {
    app,
    phone,
    edit: (from: string, to: string) =>
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll(from, () => to),
      ),
  };
}

const before = 'Tell us about your high street.';
const after = 'Tell us about the main street.';

test('an edit counts at once for whoever begins, and disturbs nobody who is under way', async () => {
  const { app, phone, edit } = await edited();
  const early = phone();
  await early.say('english');
  await eventually(() => early.shown.at(-1)).toContain(before);
  const was = app.services.flows.first.hash;
  edit(before, after);
  await eventually(() => app.services.flows.first.hash).not.toBe(was);
  const late = phone();
  await late.say('english');
  await eventually(() => late.shown.at(-1)).toContain(after);
  await early.say('cymraeg');
  await early.say('english');
  await eventually(() => early.shown.at(-1)).toContain(before);
});

test('a mistake is shown on the page with what to do, and the flow of before goes on until it is mended', async () => {
  const { app, phone, edit } = await edited();
  const page = async () => (await fetch(`${app.url}/simulator`)).text();
  expect(await page()).not.toContain('cannot be used yet');
  edit('kind: consent', 'kind: konsent');
  await eventually(page).toContain('cannot be used yet');
  expect(await page()).toMatch(/high-street\.yaml:\d+<\/code> .*write say, open/);
  const meanwhile = phone();
  await meanwhile.say('english');
  await eventually(() => meanwhile.shown.at(-1)).toContain(before);
  edit('kind: konsent', 'kind: consent');
  await eventually(page).not.toContain('cannot be used yet');
});
