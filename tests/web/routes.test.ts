import { describe, expect, test } from 'vitest';
import { type OfficerRole, officerRoles } from '#domain/words.ts';
import { startApp } from '#tests/support/app.ts';
import { createApp } from '#web/app.ts';
import { officerOf, Visitor } from './officer.ts';
import { type Needed, routesOf } from './routesOf.ts';

/** Who may do what. A route of the console that is not listed here fails: name it, and its least role. */
const routes: Record<string, Needed> = {
  'GET /console/sign-in': 'anyone',
  'POST /console/sign-in': 'anyone',
  'GET /console/sign-in/link': 'anyone',
  'POST /console/sign-in/link': 'anyone',
  'POST /console/sign-out': 'anyone',
  'GET /console': 'resident',
  'GET /console/read': 'residents',
  'POST /console/read': 'residents',
  'POST /console/read/skip': 'residents',
  'GET /console/responses': 'viewer',
  'GET /console/responses/:id': 'viewer',
  'POST /console/responses/:id/accept': 'reviewer',
  'POST /console/responses/:id/reject': 'reviewer',
  'POST /console/responses/:id/themes': 'reviewer',
  'POST /console/responses/:id/reviewed': 'reviewer',
  'POST /console/responses/:id/move': 'reviewer',
  'POST /console/responses/:id/abusive': 'reviewer',
  'GET /console/responses/:id/redaction': 'reviewer',
  'POST /console/responses/:id/redaction/hide': 'reviewer',
  'POST /console/responses/:id/redaction/seen': 'reviewer',
  'POST /console/responses/:id/redaction/show': 'reviewer',
  'POST /console/responses/:id/redaction/again': 'reviewer',
  'POST /console/responses/:id/redaction/name': 'reviewer',
  'POST /console/responses/:id/redaction/not-a-name': 'reviewer',
  'POST /console/responses/:id/controls': 'reviewer',
  'POST /console/responses/:id/controls/accept': 'reviewer',
  'POST /console/responses/:id/controls/reject': 'reviewer',
  'POST /console/responses/:id/controls/handle': 'reviewer',
  'POST /console/responses/:id/about': 'reviewer',
  'GET /console/queue': 'viewer',
  'POST /console/queue/:id/handle': 'reviewer',
  'POST /console/queue/:id/reject': 'reviewer',
  'GET /console/invite': 'viewer',
  'GET /console/invite/:id': 'viewer',
  'GET /console/invite/:id/:file': 'viewer',
  'GET /console/missing': 'viewer',
  'POST /console/missing/reached': 'reviewer',
  'GET /console/missing/area': 'reviewer',
  'POST /console/missing/area': 'reviewer',
  'GET /console/right': 'viewer',
  'GET /console/right.csv': 'viewer',
  'GET /console/second-look': 'reviewer',
  'POST /console/second-look': 'reviewer',
  'GET /console/themes': 'viewer',
  'GET /console/themes/new': 'reviewer',
  'POST /console/themes': 'reviewer',
  'GET /console/themes/suggested': 'viewer',
  'POST /console/themes/suggested': 'reviewer',
  'POST /console/themes/suggested/look': 'reviewer',
  'GET /console/themes/suggested/:id': 'reviewer',
  'POST /console/themes/suggested/:id': 'reviewer',
  'POST /console/themes/suggested/:id/dismiss': 'reviewer',
  'POST /console/themes/suggested/:id/again': 'reviewer',
  'GET /console/themes/history': 'viewer',
  'POST /console/themes/history/:id/undo': 'reviewer',
  'GET /console/themes/export.csv': 'viewer',
  'GET /console/themes/export.yaml': 'viewer',
  'GET /console/themes/import': 'reviewer',
  'POST /console/themes/import': 'reviewer',
  'GET /console/themes/:id': 'viewer',
  'POST /console/themes/:id/restore': 'reviewer',
  'GET /console/themes/:id/edit': 'reviewer',
  'POST /console/themes/:id/edit': 'reviewer',
  'GET /console/themes/:id/merge': 'reviewer',
  'POST /console/themes/:id/merge': 'reviewer',
  'GET /console/themes/:id/split': 'reviewer',
  'POST /console/themes/:id/split': 'reviewer',
  'GET /console/themes/:id/retire': 'reviewer',
  'POST /console/themes/:id/retire': 'reviewer',
  'GET /console/theming': 'viewer',
  'POST /console/theming': 'publisher',
  'POST /console/theming/:id/stop': 'publisher',
  'POST /console/theming/:id/go-on': 'publisher',
  'POST /console/theming/:id/end': 'publisher',
  'GET /console/outcomes': 'viewer',
  'GET /console/outcomes/new': 'publisher',
  'POST /console/outcomes': 'publisher',
  'GET /console/outcomes/:id': 'viewer',
  'GET /console/outcomes/:id/edit': 'publisher',
  'POST /console/outcomes/:id/edit': 'publisher',
  'GET /console/outcomes/:id/publish': 'publisher',
  'POST /console/outcomes/:id/publish': 'publisher',
  'GET /console/deliveries': 'viewer',
  'GET /console/deliveries/:id': 'publisher',
  'POST /console/deliveries/:id/again': 'publisher',
  'POST /console/deliveries/:id/leave': 'publisher',
  'GET /console/by-hand': 'reviewer',
  'GET /console/by-hand/new': 'reviewer',
  'POST /console/by-hand/new': 'reviewer',
  'POST /console/by-hand/undo': 'reviewer',
  'GET /console/by-hand/calls': 'reviewer',
  'POST /console/by-hand/calls/:id/take': 'reviewer',
  'POST /console/by-hand/calls/:id/tick': 'reviewer',
  'POST /console/by-hand/calls/:id/leave': 'reviewer',
  'GET /console/by-hand/letters': 'reviewer',
  'POST /console/by-hand/letters/print': 'reviewer',
  'POST /console/by-hand/letters/posted': 'reviewer',
  'GET /console/cases': 'viewer',
  'GET /console/cases/:id': 'viewer',
  'POST /console/cases/:id/address': 'reviewer',
  'POST /console/cases/:id/accept': 'reviewer',
  'POST /console/cases/:id/close': 'reviewer',
  'POST /console/cases/:id/afterwards': 'reviewer',
  'GET /console/cases/:id/copy': 'admin',
  'POST /console/cases/:id/copy': 'admin',
  'GET /console/cases/:id/erase': 'admin',
  'POST /console/cases/:id/erase': 'admin',
  'GET /console/media': 'viewer',
  'GET /console/media/:id': 'viewer',
  'POST /console/media/:id/transcript': 'reviewer',
  'POST /console/media/:id/seen': 'reviewer',
  'GET /console/officers': 'admin',
  'POST /console/officers': 'admin',
  'POST /console/officers/:id/link': 'admin',
};

function mayOpen(role: OfficerRole | null, needed: Needed): boolean {
  if (role === null || needed === 'anyone') return needed === 'anyone';
  if (needed === 'residents') return role === 'resident';
  return officerRoles.indexOf(role) >= officerRoles.indexOf(needed);
}

test('every route of the console is listed, and asks for the role that is listed', async () => {
  const { services } = await startApp();
  const found = routesOf(createApp(services)).filter(({ name }) => name.includes('/console'));
  expect(Object.fromEntries(found.map(({ name, role }) => [name, role]))).toEqual(routes);
});

test('a resident reviewer opens their own pages, and no other', () => {
  const theirs = Object.entries(routes).filter(([, needed]) => mayOpen('resident', needed));
  expect(theirs.filter(([, needed]) => needed !== 'anyone').map(([name]) => name)).toEqual([
    ...['GET /console', 'GET /console/read', 'POST /console/read', 'POST /console/read/skip'],
  ]);
});

describe.each([...officerRoles, null])('as %s', (role) => {
  test('routes let in whom they should', async () => {
    const app = await startApp();
    if (role !== null) await officerOf(app, role);
    const visitor = role === null ? new Visitor(app.url) : await Visitor.signedIn(app, role);
    for (const [name, needed] of Object.entries(routes)) {
      const [method = '', path = ''] = name.replace(':id', 'nothing-here').split(' ');
      if (needed === 'anyone' || path === '/console/sign-out') continue;
      const allowed = mayOpen(role, needed);
      const answer =
        method === 'GET'
          ? await visitor.get(path)
          : await visitor.post(path, {}, role === null ? '/console/sign-in' : '/console');
      if (role === null) expect([name, answer.status]).toEqual([name, method === 'GET' ? 302 : 401]);
      else if (allowed)
        expect([name, [200, 400, 404]]).toEqual([name, expect.arrayContaining([answer.status])]);
      else expect([name, answer.status]).toEqual([name, 403]);
    }
  });

  test('no form is taken without the token of its session', async () => {
    const app = await startApp();
    if (role !== null) await officerOf(app, role);
    const visitor = role === null ? new Visitor(app.url) : await Visitor.signedIn(app, role);
    for (const name of Object.keys(routes).filter((one) => one.startsWith('POST'))) {
      const path = name.replace(':id', 'nothing-here').slice('POST '.length);
      for (const fields of [{}, { _csrf: '' }, { _csrf: 'undefined' }]) {
        const answer = await visitor.postBare(path, fields as Record<string, string>);
        expect([name, answer.status]).toEqual([name, 403]);
        expect(answer.html).toContain('This form is out of date');
      }
    }
  });
});
