import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Services } from '#services.ts';
import * as made from '#tests/media/bytes.ts';
import { newPage } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { town } from './town.ts';

const mediaOf = ({ store }: Services) => store.read.selectFrom('media').selectAll().orderBy('id').execute();
const held = ({ config }: Services) => readdirSync(path.join(config.dataDir, 'simulator'));

describe.each([true, false])('in a browser, with scripts: %s', (javaScript) => {
  test('a photo is sent beside words, and kept without where it was taken', async () => {
    const { url, services } = await town();
    const { page } = await newPage({ javaScript });
    await page.goto(`${url}/simulator`);
    await page.getByLabel('WhatsApp', { exact: true }).check();
    await page.getByRole('button', { name: 'New phone' }).click();
    const phone = page.getByRole('region', { name: 'WhatsApp phone' });
    const file = { name: 'street.jpg', mimeType: 'image/jpeg', buffer: await made.phonePhoto() };
    await phone.getByLabel('Photo, voice note or file').setInputFiles(file);
    await phone.getByLabel('Message', { exact: true }).fill('This corner');
    await phone.getByRole('button', { name: 'Send' }).click();
    await eventually(() => phone.locator('.bubble.theirs').allInnerTexts()).toEqual([
      expect.stringMatching(/\(a photo, voice note or file\)\s+This corner/),
    ]);
    expect(await phone.getByLabel('Photo, voice note or file').inputValue()).toBe('');
    await eventually(async () => (await mediaOf(services))[0]?.state).toBe('stored');
    expect((await mediaOf(services))[0]).toMatchObject({ contentType: 'image/jpeg', width: 40, height: 60 });
    // The phone's own copy, with all that was in it, is gone.
    await eventually(() => Promise.resolve(held(services))).toEqual([]);
  });
});

describe('what a form may carry', () => {
  const send = async (env: Record<string, string>, form: FormData | string, type?: string) => {
    const { url, services } = await town(env);
    const { address } = services.simulator.newPhone('sms');
    const answer = await fetch(`${url}/simulator/phones/${address}/messages`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    });
    return { status: answer.status, said: await answer.text(), media: await mediaOf(services) };
  };
  const formOf = (bytes: Buffer, name = 'file') => {
    const form = new FormData();
    form.set('text', '');
    form.set(name, new Blob([new Uint8Array(bytes)]), 'voice.ogg');
    return form;
  };

  test('a file alone', async () => {
    expect(await send({}, formOf(made.oggOpus))).toMatchObject({
      status: 303,
      media: [{ channel: 'simulator' }],
    });
  });

  test.each([
    ['image/jpeg', 'What should we notice in it?'],
    ['audio/ogg', 'We will listen to it.'],
  ])('a photo is asked about, a voice note is listened to: %s', async (type, thanks) => {
    const { url, services } = await town({ DEFAULT_FLOW: 'high-street' });
    const phone = services.simulator.newPhone('whatsapp');
    for (const words of ['high street', 'english'])
      await services.receive(services.simulator.said(phone, words));
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(made.oggOpus)], { type }), 'file');
    await fetch(`${url}/simulator/phones/${phone.address}/messages`, { method: 'POST', body: form });
    const said = await services.store.read.selectFrom('deliveries').select('body').orderBy('id').execute();
    expect(said.at(-1)?.body).toContain(thanks);
  });

  test('neither words nor a file, as a browser sends it', async () => {
    const answer = await send({}, formOf(Buffer.alloc(0)));
    expect([answer.status, answer.said]).toEqual([400, expect.stringContaining('no words')]);
  });

  test('a file that is too large', async () => {
    const answer = await send({ MEDIA_MAX_MB: '1' }, formOf(Buffer.alloc(1024 * 1024 + 1)));
    expect([answer.status, answer.said]).toEqual([413, expect.stringContaining('too long to send')]);
  });

  test.each<[string, FormData | string, string | undefined]>([
    ['a file by another name', formOf(made.oggOpus, 'other'), undefined],
    [
      'half a form',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
      'multipart/form-data; boundary=x',
    ],
    ['a form without a boundary', 'x', 'multipart/form-data'],
  ])('%s', async (_, form, type) => {
    expect(await send({}, form, type)).toMatchObject({ status: 400, media: [] });
  });
});
