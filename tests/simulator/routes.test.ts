import { describe, expect, test } from 'vitest';
import type { Services } from '#services.ts';
import { StoreUnavailable } from '#store/db.ts';
import { eventually } from '#tests/support/eventually.ts';
import { town } from './town.ts';

const messages = (address: string) => `/simulator/phones/${address}/messages`;
const countOf = async ({ store }: Services) => {
  const counted = store.read.selectFrom('messages').select(({ fn }) => fn.countAll().as('many'));
  return Number((await counted.executeTakeFirstOrThrow()).many);
};

describe('who may write', () => {
  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site, in a browser that names only the origin', { origin: 'https://elsewhere.example' }, 403],
    ['a page that hides where it is', { origin: 'null' }, 403],
    ['its own page', { 'sec-fetch-site': 'same-origin' }, 303],
    ['a script, which has no visitor to abuse', {}, 303],
  ])('%s', async (_, headers, expected) => {
    const { post, services } = await town();
    const { address } = services.simulator.newPhone('sms');
    const answer = await post(messages(address), { text: 'hello' }, headers as Record<string, string>);
    expect(answer.status).toBe(expected);
    expect(await countOf(services)).toBe(expected === 303 ? 1 : 0);
  });

  test('its own page, in a browser that names only the origin', async () => {
    const { post, services, url } = await town();
    const { address } = services.simulator.newPhone('sms');
    expect((await post(messages(address), { text: 'hello' }, { origin: url })).status).toBe(303);
  });

  test.each([
    ['switched off', { SIMULATOR: 'off' }],
    ['on a public address', { PUBLIC_URL: 'https://listen.example.org' }],
  ])('%s, there is no simulator', async (_, settings) => {
    const { url, post, services } = await town(settings as Record<string, string>);
    const { address } = services.simulator.newPhone('sms');
    for (const path of [
      '/simulator',
      `/simulator/phones/${address}`,
      `/simulator/phones/${address}/events`,
    ]) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('SIMULATOR=on');
    }
    expect((await post(messages(address), { text: 'hello' })).status).toBe(404);
    expect(await countOf(services)).toBe(0);
  });
});

describe('what is refused, in a line that says why', () => {
  const phone = 'sms:01890000-0000-7000-8000-000000000000';
  const nowhere = 'fax:01890000-0000-7000-8000-000000000000';
  test.each([
    ['no phone', messages(nowhere), { text: 'hello' }, 404, 'no such phone'],
    ['no phone to wait on', `/simulator/phones/${nowhere}/skip`, {}, 404, 'no such phone'],
    ['no words', messages(phone), { text: ' \r\n' }, 400, 'no words'],
    ['nothing at all', messages(phone), {}, 400, 'no words'],
    ['a button that is not there', messages(phone), { choice: 'bus', under: 'd1' }, 400, 'no such button'],
    ['no kind of phone', '/simulator/phones', { manner: 'fax' }, 400, 'Choose SMS'],
    ['too much', messages(phone), { text: 'x'.repeat(512 * 1024) }, 413, 'too long'],
  ])('%s', async (_, path, fields, status, why) => {
    const { post, services } = await town();
    const answer = await post(path, fields as Record<string, string>);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(why)]);
    expect(await countOf(services)).toBe(0);
  });

  test('a form packed in an unknown way', async () => {
    const { post } = await town();
    expect((await post(messages(phone), { text: 'hello' }, { 'content-encoding': 'zzz' })).status).toBe(415);
  });

  test.each([
    '',
    nowhere,
    `${phone},${nowhere}`,
    Array.from({ length: 5 }, (_, n) => `${phone}${n}`).join(','),
  ])('a page of "%s"', async (list) => {
    const { url } = await town();
    expect((await fetch(`${url}/simulator/phones/${list}`)).status).toBe(404);
    expect((await fetch(`${url}/simulator/phones/${list}/events`)).status).toBe(404);
  });

  test('in Welsh for who reads Welsh', async () => {
    const { post } = await town();
    const answer = await post(messages(nowhere), { text: 'helo' }, { 'accept-language': 'cy' });
    expect(await answer.text()).toContain('Nid oes ffôn');
  });

  test('nothing can be stored just now: try again, and the phone stays', async () => {
    const { post } = await town({}, () => ({
      receive: async () => {
        throw new StoreUnavailable('The disk is full.');
      },
    }));
    const answer = await post(messages(phone), { text: 'hello' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).toContain('send it again');
  });

  test('a fault of ours shows nothing of itself', async () => {
    const { post } = await town({}, () => ({
      receive: async () => {
        throw new Error('no such table: secrets');
      },
    }));
    const answer = await post(messages(phone), { text: 'hello' });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secrets');
  });
});

describe('pages', () => {
  test('are kept by nobody, and tell other sites nothing', async () => {
    const { url } = await town();
    const { headers } = await fetch(`${url}/simulator`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('words stay words', async () => {
    const { url, post, services } = await town();
    const { address } = services.simulator.newPhone('sms');
    await post(messages(address), { text: '<script>alert("x")</script> {{ 7 * 7 }}' });
    const page = await (await fetch(`${url}/simulator/phones/${address}`)).text();
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; {{ 7 * 7 }}');
  });

  test('one phone does not show what another said', async () => {
    const { url, post, services } = await town();
    const [one, two] = [services.simulator.newPhone('sms'), services.simulator.newPhone('sms')];
    await post(messages(one.address), { text: 'The kerb is too high' });
    const page = await (await fetch(`${url}/simulator/phones/${two.address}`)).text();
    expect(page).not.toContain('kerb');
  });
});

test('news is told as it comes, and nobody listens any more once the page has gone', async () => {
  let listeners = 0;
  const { url, post, services } = await town({}, ({ simulator }) => ({
    simulator: {
      ...simulator,
      onSent: (address, listener) => {
        const stop = simulator.onSent(address, listener);
        listeners += 1;
        return () => {
          listeners -= 1;
          stop();
        };
      },
    },
  }));
  const { address } = services.simulator.newPhone('sms');
  const leave = new AbortController();
  const stream = await fetch(`${url}/simulator/phones/${address}/events`, { signal: leave.signal });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('event: news');
  await post(messages(address), { text: 'hello' });
  expect((await reader.read()).value).toContain('event: news');
  leave.abort();
  await expect(reader.read()).rejects.toThrow();
  await eventually(() => listeners).toBe(0);
});
