import { expect, test } from 'vitest';
import { town } from './town.ts';

test('a poster that is tried out leads to a new phone with the keyword written', async () => {
  const { url } = await town();
  const begun = await fetch(`${url}/simulator/begin?words=STRYD%20FAWR`, { redirect: 'manual' });
  expect(begun.status).toBe(303);
  expect(begun.headers.get('location')).toMatch(/^\/simulator\/phones\/sms:[\w-]+\?words=STRYD\+FAWR$/);
  const page = await (await fetch(url + begun.headers.get('location'))).text();
  expect(page).toMatch(/<textarea[^>]*>STRYD FAWR<\/textarea>/);
});

test('without a keyword the phone waits for whatever is written; what is no keyword is only words', async () => {
  const { url } = await town();
  const begun = await fetch(`${url}/simulator/begin`, { redirect: 'manual' });
  expect(begun.headers.get('location')).toMatch(/^\/simulator\/phones\/sms:[\w-]+$/);
  const page = await (await fetch(`${url}${begun.headers.get('location')}?words=%3Cb%3E%00`)).text();
  expect(page).not.toContain('<b>');
  expect(page).toContain('&lt;b&gt;');
});

test('once something was said, nothing is written in advance', async () => {
  const { url, post, services } = await town();
  const { address } = services.simulator.newPhone('sms');
  await post(`/simulator/phones/${address}/messages`, { text: 'HIGHSTREET' });
  const page = await (await fetch(`${url}/simulator/phones/${address}?words=HIGHSTREET`)).text();
  expect(page).not.toMatch(/<textarea[^>]*>HIGHSTREET<\/textarea>/);
});
