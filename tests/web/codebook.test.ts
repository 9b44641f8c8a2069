import { describe, expect, test } from 'vitest';
import { draftOutcome } from '#loop/draft.ts';
import { newTheme } from '#review/codebook/newTheme.ts';
import { allThemesOf, themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { hear } from './high-street.ts';
import { officerOf, Visitor } from './officer.ts';
import { publish } from './published.ts';

const consultation = 'high-street';
const list = `/console/themes?consultation=${consultation}`;
const history = `/console/themes/history?consultation=${consultation}`;
const importing = `/console/themes/import?consultation=${consultation}`;

async function town() {
  const app = await startApp();
  const officer = await officerOf(app, 'reviewer');
  const visitor = await Visitor.signedIn(app, 'reviewer');
  const themes = await themesOf(app.services.store.read, consultation);
  const idOf = (key: string) => themes.find((theme) => theme.key === key)?.id ?? '';
  const pageOf = (key: string) => `/console/themes/${idOf(key)}`;
  const now = async (key: string) =>
    (await allThemesOf(app.services.store.read, consultation)).find((theme) => theme.key === key);
  return { app, officer, visitor, idOf, pageOf, now };
}

const words = {
  'name-en': 'There is nowhere to sit',
  'definition-en': 'People want benches.',
  'name-cy': 'Does unman i eistedd',
  'definition-cy': 'Mae pobl am gael meinciau.',
  'includes-en': 'Walls that people sit on',
  'excludes-en': 'Toilets',
  'examples-en': 'My legs hurt\r\n\r\n I need a seat ',
};

/** Sends a form that carries a file, as a browser does. */
async function upload(
  { url }: RunningApp,
  visitor: Visitor,
  fields: Record<string, string>,
  file?: { name: string; content: string | Buffer },
) {
  const { html } = await visitor.get(importing);
  const form = new FormData();
  form.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
  for (const [name, value] of Object.entries({ consultation, ...fields })) form.set(name, value);
  if (file !== undefined) form.set('file', new Blob([new Uint8Array(Buffer.from(file.content))]), file.name);
  const answer = await fetch(`${url}/console/themes/import`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { accept: 'text/html', cookie: visitor.cookies },
  });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
}

/** What the page that shows what would change sends back. */
function hidden(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(version|format|content)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&#39;', "'")]),
  );
}

describe('the page of a theme', () => {
  test('says what is in and out, quotes people word for word, and says who waits to hear back', async () => {
    const { app, visitor, pageOf } = await town();
    const key = 'nowhere-to-be';
    const says = 'It is grey, and there is nowhere to sit when your legs hurt.';
    await hear(app.services, { phone: 1, says, themes: [{ key, evidence: 'there is nowhere to sit' }] });
    await hear(app.services, { phone: 2, says, themes: [{ key }], hearBack: false });
    await visitor.post(`${pageOf(key)}/edit`, { ...words, version: '0' });
    const { html } = await visitor.get(pageOf(key));
    expect(html).toContain('There is nowhere to sit</h1>');
    for (const part of [
      'Walls that people sit on',
      'Toilets',
      '<li>My legs hurt</li>',
      '<li>I need a seat</li>',
    ])
      expect(html).toContain(part);
    expect(html).toContain('2 responses accepted, from 2 people');
    expect(html).toContain('1 person who raised it waits to hear back');
    expect(html).toContain('there is nowhere to sit');
    expect(html).toContain('Changed “There is nowhere to sit, meet or be”');
    expect(html).toContain('The reviewer, ');
  });

  test('hints where a name is a bare subject, and saves it all the same', async () => {
    const { visitor, pageOf, now } = await town();
    const page = pageOf('nowhere-to-be');
    const hint = 'This name says what it is about, and not what people think of it.';
    expect((await visitor.get(page)).html).not.toContain(hint);
    const saved = await visitor.post(`${page}/edit`, { ...words, 'name-en': 'Benches', version: '0' });
    expect([saved.status, saved.location]).toEqual([303, page]);
    expect((await now('nowhere-to-be'))?.name.en).toBe('Benches');
    expect((await visitor.get(page)).html).toContain(hint);
  });

  test('counts what the list that it leads to shows, and says plainly that nothing is accepted', async () => {
    const { app, visitor, pageOf } = await town();
    const page = pageOf('nowhere-to-be');
    expect((await visitor.get(page)).html).toContain('No response has been accepted for it yet');
    const key = 'nowhere-to-be';
    await hear(app.services, { phone: 1, says: 'Nowhere to sit.', themes: [{ key }] });
    await hear(app.services, { phone: 2, says: 'No bench.', themes: [{ key, decision: 'suggested' }] });
    expect((await visitor.get(page)).html).toContain('Read the responses: 1 accepted, 1 suggested');
  });

  test('offers a viewer nothing to change', async () => {
    const { app, pageOf } = await town();
    await officerOf(app, 'viewer');
    const { html } = await (await Visitor.signedIn(app, 'viewer')).get(pageOf('nowhere-to-be'));
    expect(html).not.toMatch(/\/(edit|merge|split|retire)"/);
  });
});

describe('changing a theme', () => {
  test('without changing anything says that nothing was changed', async () => {
    const { visitor, pageOf } = await town();
    const page = pageOf('nowhere-to-be');
    await visitor.post(`${page}/edit`, { ...words, version: '0' });
    expect((await visitor.get(page)).html).toContain('The theme has been changed');
    await visitor.post(`${page}/edit`, { ...words, version: '1' });
    expect((await visitor.get(page)).html).toContain('Nothing was changed: the theme is as it was');
  });

  test('to the name of another says so at the name, and keeps what was typed', async () => {
    const { app, visitor, pageOf } = await town();
    const [other] = (await themesOf(app.services.store.read, consultation)).filter(
      ({ key }) => key !== 'nowhere-to-be',
    );
    const name = (other?.name.en ?? '').toUpperCase();
    const sent = { ...words, 'name-en': name, version: '0' };
    const { status, html } = await visitor.post(`${pageOf('nowhere-to-be')}/edit`, sent);
    expect(status).toBe(400);
    expect(html).toContain(`href="#name-en">A theme in use is called “${other?.name.en}” already.`);
    expect(html).toContain('Walls that people sit on');
  });

  test('a form that a colleague overtook says what they did and keeps what was typed', async () => {
    const { visitor, pageOf, now } = await town();
    const page = `${pageOf('nowhere-to-be')}/edit`;
    await visitor.post(page, { ...words, version: '0' });
    const mine = { ...words, 'name-en': 'My own words', version: '0' };
    const late = await visitor.post(page, mine);
    expect(late.status).toBe(409);
    expect(late.html).toContain('A colleague has changed it meanwhile');
    expect(late.html).toContain('Changed “There is nowhere to sit, meet or be”');
    expect(late.html).toContain('value="My own words"');
    expect(late.html).toContain('name="version" value="1"');
    expect((await now('nowhere-to-be'))?.name.en).toBe('There is nowhere to sit');
    expect((await visitor.post(page, { ...mine, version: '1' })).status).toBe(303);
    expect((await now('nowhere-to-be'))?.name.en).toBe('My own words');
  });

  test('says what is missing or too long, and keeps what was typed', async () => {
    const { visitor, pageOf } = await town();
    const wrong = { ...words, 'name-en': '', 'examples-cy': 'x'.repeat(301), 'includes-cy': 'x'.repeat(501) };
    const { status, html } = await visitor.post(`${pageOf('nowhere-to-be')}/edit`, wrong);
    expect(status).toBe(400);
    expect(html).toContain('href="#name-en">Enter a name');
    expect(html).toContain('href="#examples-cy">Each example must be 300 characters or fewer');
    expect(html).toContain('href="#includes-cy">What is in must be 500 characters or fewer');
    expect(html).toContain('Walls that people sit on');
  });
});

describe('merging', () => {
  test('shows how many responses and people, and what becomes of outcomes, before it is done', async () => {
    const { app, officer, visitor, idOf, pageOf, now } = await town();
    const [one, other] = ['nowhere-to-be', 'dirty'] as const;
    const target = (await themesOf(app.services.store.read, consultation)).find(({ key }) => key !== one);
    const key = target?.key ?? other;
    await hear(app.services, { phone: 1, says: 'Benches and bins', themes: [{ key: one }, { key }] });
    await hear(app.services, { phone: 2, says: 'Benches', themes: [{ key: one }] });
    await hear(app.services, { phone: 3, says: 'Bins', themes: [{ key }] });
    await draftOutcome(app.services.store, {
      consultationId: consultation,
      kind: 'did',
      youSaid: { en: 'You said' },
      weDid: { en: 'we did' },
      themeIds: [idOf(one)],
      officerId: officer.id,
      now: app.clock.now(),
      newId: app.services.newId,
    });
    const page = `${pageOf(one)}/merge`;
    expect((await visitor.get(`${page}?chosen=1`)).html).toContain('Select the theme to merge it into');
    const { html } = await visitor.get(`${page}?into=${idOf(key)}`);
    const figures = [...html.matchAll(/numeric">(\d+)</g)].map(([, count]) => Number(count));
    // What was said, then whom the draft tells before and after.
    expect(figures).toEqual([2, 2, 2, 2, 3, 3, 2, 3]);
    expect(html).toContain('2 people who raised “There is nowhere to sit, meet or be” wait to hear back');
    expect(html).toMatch(/<a class="govuk-link" href="\/console\/outcomes\/[^"]+">we did<\/a>/);
    expect(html).toContain('Nobody stops waiting.');
    expect(html).toContain('Nothing that anybody said is lost');
    const done = await visitor.post(page, { into: idOf(key), version: '0' });
    expect([done.status, done.location]).toEqual([303, pageOf(key)]);
    expect((await visitor.get(pageOf(key))).html).toContain('3 responses accepted, from 3 people');
    expect((await visitor.get(pageOf(one))).html).toContain(`href="${pageOf(key)}"`);
    expect(await now(one)).toMatchObject({ state: 'retired', mergedInto: idOf(key) });
    const listed = await visitor.get(`/console/responses?consultation=${consultation}`);
    expect(listed.html).not.toContain('nowhere to sit, meet or be</strong>');
  });

  test('says who stops waiting because they have heard about the other, and who goes on', async () => {
    const { app, visitor, idOf, pageOf } = await town();
    const [one, other] = ['nowhere-to-be', 'empty-shops'] as const;
    const page = `${pageOf(one)}/merge?into=${idOf(other)}`;
    expect((await visitor.get(page)).html).toContain('Nobody has raised either theme yet');
    const themes = [{ key: one }, { key: other }];
    await hear(app.services, { phone: 1, says: 'No bench, and shops are empty', themes });
    await hear(app.services, { phone: 2, says: 'No bench', themes: [{ key: one }] });
    await publish(app.services, {
      youSaid: { en: 'Shops are empty', cy: 'Mae siopau’n wag' },
      weDid: { en: 'We filled nine shops', cy: 'Llenwyd naw siop' },
    });
    await app.services.store.turn(({ db }) =>
      db.updateTable('deliveries').set({ state: 'delivered' }).execute(),
    );
    const { html } = await visitor.get(page);
    expect(html).toContain('2 people who raised “There is nowhere to sit, meet or be” wait to hear back');
    expect(html).toContain('1 person stops waiting: they have been told about one of the themes already.');
    expect(html).toContain('Afterwards 1 person who raised either waits to hear back.');
    expect(html).toContain('There is no draft outcome about either.');
    expect(html).toContain('1 published outcome about either stays as it is');
    expect(html).toContain('>We filled nine shops</a>');
    const welsh = (await visitor.get(`${page}&lang=cy`)).html;
    expect(welsh).toContain('Bydd 1 person yn peidio ag aros');
    expect(welsh).toContain('>Llenwyd naw siop</a>');
  });

  test('that a colleague overtook is not done, and the page says by what', async () => {
    const { visitor, idOf, pageOf, now } = await town();
    const [key] = ['feels-unsafe'];
    const others = (await visitor.get(`${pageOf('nowhere-to-be')}/merge`)).html;
    const into =
      [...others.matchAll(/name="into" type="radio" value="([^"]+)"/g)].map(([, id = '']) => id)[0] ?? '';
    expect([key, into]).not.toContain('');
    await visitor.post(`${pageOf('nowhere-to-be')}/edit`, { ...words, version: '0' });
    const late = await visitor.post(`${pageOf('nowhere-to-be')}/merge`, { into, version: '0' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('A colleague has changed it meanwhile');
    expect(await now('nowhere-to-be')).toMatchObject({ state: 'active' });
    const retiredId = idOf('nowhere-to-be');
    await visitor.post(`/console/themes/${into}/retire`, { version: '1' });
    const gone = await visitor.post(`/console/themes/${retiredId}/merge`, { into, version: '2' });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain('That theme is out of use by now.');
  });
});

describe('splitting', () => {
  const parts = {
    'name1-en': 'There is nowhere to sit',
    'definition1-en': 'Seats',
    'name2-en': 'There are no toilets',
    'definition2-en': 'Toilets',
  };

  test('gives each response to what is ticked for it, and lets what is ticked nowhere be decided again', async () => {
    const { app, visitor, pageOf, now } = await town();
    const key = 'nowhere-to-be';
    const people = [];
    for (const [index, says] of ['Seats please', 'Toilets please', 'Both please', 'Neither'].entries())
      people.push(await hear(app.services, { phone: index + 1, says, themes: [{ key }] }));
    await hear(app.services, { phone: 8, says: 'Not for all eyes', held: true, themes: [{ key }] });
    const page = `${pageOf(key)}/split`;
    const { html } = await visitor.get(page);
    expect(html).toContain('Both please');
    expect(html).not.toContain('Not for all eyes');
    const [seats, toilets, both] = people.map(({ responseId }) => responseId);
    const ticks = { first: [seats ?? '', both ?? ''], second: [toilets ?? '', both ?? ''] };
    const sent = { ...parts, ...ticks, rest: 'again', version: '0' };
    const wrong = await visitor.post(page, { ...sent, 'name2-en': '' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('href="#name2-en">Second new theme: Enter a name');
    expect(wrong.html.match(/ checked/g)).toHaveLength(5);
    const done = await visitor.post(page, sent);
    expect([done.status, done.location]).toEqual([303, list]);
    const after = (await visitor.get(list)).html;
    expect(after).toContain('The theme has been split');
    expect(after.match(/2 responses accepted/g)).toHaveLength(2);
    expect(await now(key)).toMatchObject({ state: 'retired' });
    expect((await visitor.get(history)).html).toContain(
      'Split “There is nowhere to sit, meet or be” into “There is nowhere to sit”, “There are no toilets”',
    );
  });

  test('says of which of the two something is wrong, and gives an example in the language of each field', async () => {
    const { visitor, pageOf } = await town();
    const page = `${pageOf('nowhere-to-be')}/split`;
    const hints = (html: string) =>
      [
        ...html.matchAll(/id="name[12]-\w+-hint" class="govuk-hint">\s*([^<]*)<span lang="(\w+)">([^<]+)/g),
      ].map(([, before, lang, example]) => [before, lang, example]);
    const english = ['For example, “', 'en', 'The buses stop too early'];
    const welsh = ['For example, “', 'cy', 'Mae’r bysiau’n stopio’n rhy gynnar'];
    expect(hints((await visitor.get(page)).html)).toEqual([english, welsh, english, welsh]);
    const empty = { 'name1-en': '', 'definition1-en': '', 'name2-en': '', version: '0' };
    const both = await visitor.post(page, { ...empty, 'definition2-en': 'x'.repeat(501) });
    expect(both.html).toContain('href="#name1-en">First new theme: Enter a name');
    expect(both.html).toContain('href="#definition1-en">First new theme: ');
    expect(both.html).toContain('href="#definition2-en">Second new theme: ');
    const alike = { ...parts, 'name2-en': parts['name1-en'], version: '0' };
    const twice = await visitor.post(page, alike);
    expect(twice.html).toMatch(/href="#name[12]-en">(First|Second) new theme: Two of these would be called/);
    const cymraeg = await visitor.post(`${page}?lang=cy`, { ...parts, 'name1-en': '', version: '0' });
    expect(cymraeg.html).toContain('href="#name1-en">Y thema newydd gyntaf: ');
  });

  test('of more responses than a page holds, those that it does not show stay with one of the two', async () => {
    const { app, visitor, pageOf } = await town();
    const key = 'nowhere-to-be';
    for (let phone = 1; phone <= 203; phone += 1)
      await hear(app.services, { phone, says: `Answer ${phone}`, themes: [{ key }] });
    const page = `${pageOf(key)}/split`;
    const { html } = await visitor.get(page);
    expect(html).toContain('3 more responses are not shown here');
    expect(html.match(/name="second"/g)).toHaveLength(200);
    const second = [...html.matchAll(/name="second" type="checkbox" value="([^"]+)"/g)].map(
      ([, id]) => id ?? '',
    );
    await visitor.post(page, { ...parts, second: second.slice(0, 4), version: '0' });
    const after = (await visitor.get(list)).html;
    expect(after).toContain('199 responses accepted');
    expect(after).toContain('4 responses accepted');
  });
});

describe('taking a theme out of use', () => {
  test('says first who still waits to hear back, and can be taken back', async () => {
    const { app, visitor, pageOf, now } = await town();
    const key = 'nowhere-to-be';
    await hear(app.services, { phone: 1, says: 'Benches', themes: [{ key }] });
    const { html } = await visitor.get(`${pageOf(key)}/retire`);
    expect(html).toContain('1 person who raised it still waits to hear back');
    const done = await visitor.post(`${pageOf(key)}/retire`, { version: '0' });
    expect([done.status, done.location]).toEqual([303, pageOf(key)]);
    expect((await visitor.get(list)).html).toContain('Themes out of use');
    // What had no other theme is listed as having none.
    expect((await visitor.get(`/console/responses?theme=unthemed`)).html).toContain('Benches');
    await visitor.post(`${pageOf(key)}/restore`, { version: '1' }, pageOf(key));
    expect(await now(key)).toMatchObject({ state: 'active' });
    // Not beside another of its name: both ways back say which one that is.
    await visitor.post(`${pageOf(key)}/retire`, { version: '2' });
    const name = (await now(key))?.name ?? {};
    await newTheme(app.services, { consultationId: consultation, officerId: null, name });
    const back = await visitor.post(`${pageOf(key)}/restore`, { version: '4' }, pageOf(key));
    const history = '/console/themes/history';
    const undone = await visitor.post(
      `${history}/3/undo`,
      { consultation },
      `${history}?consultation=${consultation}`,
    );
    for (const { status, html } of [back, undone]) {
      expect(status).toBe(400);
      expect(html).toContain(`another theme in use is called “${name.en}”`);
    }
    expect(await now(key)).toMatchObject({ state: 'retired' });
  });

  test('leaves it on the form of a draft that names it', async () => {
    const { app, idOf, pageOf, visitor, officer } = await town();
    await officerOf(app, 'publisher');
    const draft = await draftOutcome(app.services.store, {
      consultationId: consultation,
      kind: 'did',
      youSaid: { en: 'You said' },
      weDid: { en: 'we did' },
      themeIds: [idOf('nowhere-to-be')],
      officerId: officer.id,
      now: app.clock.now(),
      newId: app.services.newId,
    });
    await visitor.post(`${pageOf('nowhere-to-be')}/retire`, { version: '0' });
    const publisher = await Visitor.signedIn(app, 'publisher');
    const { html } = await publisher.get(`/console/outcomes/${draft}/edit`);
    expect(html).toMatch(new RegExp(`value="${idOf('nowhere-to-be')}" checked`));
    const other = await publisher.get(`/console/outcomes/new?consultation=${consultation}`);
    expect(other.html).not.toContain(idOf('nowhere-to-be'));
  });
});

describe('the history', () => {
  test('has every change with who and when, and undoes what can be undone', async () => {
    const { visitor, pageOf, now } = await town();
    expect((await visitor.get(history)).html).toContain('Nobody has changed the themes');
    expect((await visitor.get(list)).html).toContain('History (nothing changed yet)');
    const page = pageOf('nowhere-to-be');
    await visitor.post(`${page}/edit`, { ...words, version: '0' });
    await visitor.post(`${page}/retire`, { version: '1' });
    const { html } = await visitor.get(history);
    expect(html.match(/Version \d/g)?.slice(0, 2)).toEqual(['Version 2', 'Version 2']);
    expect(html).toContain('/console/themes/history/2/undo');
    expect(html).not.toContain('/console/themes/history/1/undo');
    expect(html).toContain('The same themes were changed later. Undo the later changes first.');
    const early = await visitor.post('/console/themes/history/1/undo', { consultation }, history);
    expect(early.status).toBe(409);
    expect(early.html).toContain('Undo the later changes first.');
    for (const version of [2, 1]) {
      const undone = await visitor.post(`/console/themes/history/${version}/undo`, { consultation }, history);
      expect([undone.status, undone.location]).toEqual([303, history]);
    }
    expect(await now('nowhere-to-be')).toMatchObject({
      state: 'active',
      name: { en: 'There is nowhere to sit, meet or be' },
    });
    const again = await visitor.post('/console/themes/history/1/undo', { consultation }, history);
    expect(again.html).toContain('That has been undone already');
    expect((await visitor.get(history)).html).toContain('Undid version 1');
    expect((await visitor.get(list)).html).toContain('History (version 4)');
  });

  test('of a split that was undone: the themes are listed as before, and the page of a part says why', async () => {
    const { visitor, pageOf, app } = await town();
    const parts = { 'name1-en': 'Seats are few', 'definition1-en': 'Seats', 'name2-en': 'Toilets are shut' };
    const sent = { ...parts, 'definition2-en': 'Toilets', version: '0' };
    await visitor.post(`${pageOf('nowhere-to-be')}/split`, sent);
    expect((await visitor.get(list)).html).toContain('Seats are few');
    await visitor.post('/console/themes/history/1/undo', { consultation }, history);
    const { html } = await visitor.get(list);
    for (const gone of ['Seats are few', 'Toilets are shut', 'Themes out of use'])
      expect(html).not.toContain(gone);
    const csv = await visitor.get(`/console/themes/export.csv?consultation=${consultation}`);
    expect(csv.html).not.toContain('Seats are few');
    expect((await visitor.get(history)).html).toContain('into “Seats are few”, “Toilets are shut”');
    const all = await allThemesOf(app.services.store.read, consultation);
    const part = all.find(({ name }) => name.en === 'Seats are few');
    const page = await visitor.get(`/console/themes/${part?.id}`);
    expect(page.html).toContain('The change that made it was undone.');
  });

  test('is not found for a version or a consultation that there is not', async () => {
    const { visitor } = await town();
    for (const [version, id] of [
      ['9', consultation],
      ['x', consultation],
      ['1', 'nowhere'],
    ]) {
      const answer = await visitor.post(
        `/console/themes/history/${version}/undo`,
        { consultation: id ?? '' },
        list,
      );
      expect(answer.status).toBe(404);
    }
  });
});

describe('the codebook as a file', () => {
  test('is sent for spreadsheets and for a flow, and taken in again changes nothing', async () => {
    const { app, visitor } = await town();
    for (const [ending, type] of [
      ['csv', 'text/csv'],
      ['yaml', 'application/yaml'],
    ]) {
      const file = await visitor.get(`/console/themes/export.${ending}?consultation=${consultation}`);
      expect(file.headers.get('content-type')).toContain(type);
      expect(file.headers.get('content-disposition')).toContain(`high-street-themes.${ending}`);
      const looked = await upload(app, visitor, {}, { name: `a.${ending}`, content: file.html });
      expect([ending, looked.status]).toEqual([ending, 200]);
      expect(looked.html).toContain('Nothing would change');
    }
  });

  test('is looked at first, and then taken in whole', async () => {
    const { app, visitor, now } = await town();
    const content = 'key,name,state\r\nnowhere-to-be,"No ""seats"", it\'s bad",\r\n';
    const looked = await upload(app, visitor, {}, { name: 'Themes.CSV', content });
    expect(looked.html).toMatch(/Name \(en\)<\/strong>/);
    expect(looked.html).toContain('Before: <span lang="en">There is nowhere to sit, meet or be</span>');
    expect(looked.html).toContain('After: <span lang="en">No &quot;seats&quot;, it&#39;s bad</span>');
    expect(looked.html).toContain('9 themes are not in the file and stay as they are');
    expect((await now('nowhere-to-be'))?.name.en).toContain('There is nowhere');
    const done = await upload(app, visitor, hidden(looked.html));
    expect([done.status, done.location]).toEqual([303, list]);
    expect((await now('nowhere-to-be'))?.name).toMatchObject({ en: 'No "seats", it\'s bad' });
    expect((await visitor.get(history)).html).toContain('Took in a file: 0 themes added, 1 changed');
  });

  test('with anything wrong changes nothing, and says it by line', async () => {
    const { app, visitor, now } = await town();
    const content = 'key,name,definition\nnowhere-to-be,Seats are few,Yes\nBad Key,A,B\n,Nameless,\n';
    const looked = await upload(app, visitor, {}, { name: 'a.csv', content });
    expect(looked.status).toBe(400);
    expect(looked.html).toContain('2 things are wrong in the file. Nothing has been changed.');
    expect(looked.html).toContain('Line 3, key');
    expect(looked.html).toContain('Line 4, definition');
    expect(looked.html).not.toContain('name="content"');
    const forced = await upload(app, visitor, { content, format: 'csv', version: '0' });
    expect(forced.status).toBe(400);
    expect((await now('nowhere-to-be'))?.name.en).toContain('There is nowhere');
  });

  test('is looked at again where a colleague has changed the themes meanwhile', async () => {
    const { app, visitor, pageOf, now } = await town();
    const content = 'codebook:\n  - id: new-one\n    name: { en: It is new }\n    definition: { en: New }\n';
    const looked = await upload(app, visitor, {}, { name: 'a.yml', content });
    await visitor.post(`${pageOf('nowhere-to-be')}/retire`, { version: '0' });
    const late = await upload(app, visitor, hidden(looked.html));
    expect(late.status).toBe(409);
    expect(late.html).toContain('A colleague has changed it meanwhile');
    expect(await now('new-one')).toBeUndefined();
    expect((await upload(app, visitor, hidden(late.html))).status).toBe(303);
    expect(await now('new-one')).toMatchObject({ state: 'active', name: { en: 'It is new' } });
  });

  test('reads what a spreadsheet saves as Unicode text, and keeps it as it was for the second page', async () => {
    const { app, visitor } = await town();
    const lines = 'key\tname\tdefinition\nty-newydd\tThe tŷ is new\tAbout the house\n';
    const content = Buffer.from(`\ufeff${lines}`, 'utf16le');
    const looked = await upload(app, visitor, {}, { name: 'a.csv', content });
    expect(looked.status).toBe(200);
    expect(looked.html).toContain('The tŷ is new');
    expect(looked.html).not.toContain('\ufffd');
  });

  test.each([
    ['no file', undefined, 400, 'Choose a file'],
    ['a file of another kind', { name: 'a.xlsx', content: 'PK' }, 400, 'The file must be CSV or YAML'],
    [
      'a file of more themes than anybody can code with',
      { name: 'a.csv', content: `name,definition\n${'1,d\n'.repeat(5000)}` },
      400,
      'The file must hold 500 themes or fewer',
    ],
    ['NUL in it', { name: 'a.csv', content: 'key\0' }, 400, 'The file must be CSV or YAML'],
    ['another encoding', { name: 'a.csv', content: Buffer.from([0x6b, 0x0a, 0xe9]) }, 400, 'not UTF-8'],
    ['more than anybody writes', { name: 'a.csv', content: 'x'.repeat(300_000) }, 413, ''],
  ])('is refused with %s', async (_what, file, status, says) => {
    const { app, visitor } = await town();
    const answer = await upload(app, visitor, {}, file);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(says);
  });
});

test('where there are no themes, listening comes first, and the pages say so', async () => {
  const { app, visitor } = await town();
  await officerOf(app, 'publisher');
  await app.services.store.turn(({ db }) => db.deleteFrom('themes').execute());
  await hear(app.services, { phone: 1, says: 'What about the clock?' });
  const { html } = await visitor.get(list);
  expect(html).toContain('listen first, then name what you hear');
  const publisher = await Visitor.signedIn(app, 'publisher');
  for (const path of [list, history, importing, `/console/outcomes/new?consultation=${consultation}`])
    expect([path, (await publisher.get(path)).status]).toEqual([path, 200]);
  await app.services.themer.themePending();
  const yaml = await visitor.get(`/console/themes/export.yaml?consultation=${consultation}`);
  expect(yaml.html).toBe('codebook: []\n');
});
