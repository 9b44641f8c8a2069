import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { officerOf, Visitor } from './officer.ts';
import { caseAbout, said, suggested } from './said.ts';

test('on PostgreSQL the console answers as it does on SQLite', async () => {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  const app = await startApp({ env: { DATABASE_URL: url } });
  await officerOf(app, 'admin');
  const visitor = await Visitor.signedIn(app, 'admin');
  const one = await said(app, 'The pavement is 100% broken.', { held: 1 });
  const { id: coding, theme } = await suggested(app, one, 0, 'pavement');
  await said(app, 'Nothing that fits.', { channel: 'telegram' });
  const open = await caseAbout(app, one, { dueAt: 5 });

  const page = `/console/responses/${one}`;
  expect((await visitor.post(`${page}/accept`, { coding }, page)).status).toBe(303);
  const next = await visitor.post(`${page}/reviewed`, {}, page);
  expect(next.status).toBe(303);
  expect((await visitor.get(next.location ?? '')).html).toContain('Nothing that fits.');

  const found = async (query: string) => {
    const { html } = await visitor.get(`/console/responses?${query}`);
    return /<strong>(No|\d+) responses?<\/strong>/.exec(html)?.[1];
  };
  expect(await found('words=PAVEMENT+is+100%25')).toBe('1');
  expect(await found('words=_')).toBe('No');
  expect(await found(`theme=${theme.id}`)).toBe('1');
  expect(await found('theme=unthemed&review=new')).toBe('1');

  expect((await visitor.get(`/console/cases/${open}`)).html).toContain('Release their answer');
  await visitor.post(`/console/cases/${open}/close`, { release: 'yes' }, `/console/cases/${open}`);
  for (const path of ['/console', '/console/cases', '/console/cases?state=closed', '/console/officers'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
  expect((await visitor.get('/console/responses?words=a%00b')).status).toBe(400);
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('hearback_cases{state="closed"} 1');
  expect((await visitor.post('/console/sign-out', {}, '/console')).status).toBe(303);
});
