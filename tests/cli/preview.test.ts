import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preview, voicesOf } from '#cli/preview/preview.ts';
import { printed } from '#cli/preview/print.ts';
import type { Language } from '#domain/words.ts';
import type { Event } from '#engine/event.ts';
import { loadFlows, parseFlow } from '#flow/load.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { exemplary } from '#tests/flow/exemplary-flow.ts';
import { EnginePhone } from '#tests/support/phone.ts';

const organisation = { en: 'Your council', cy: 'Eich cyngor' };
const shipped = await loadFlows(fileURLToPath(new URL('../../flows', import.meta.url)));
const noon = ({ flow }: FlowVersion) => Date.parse(`${flow.frame.opens}T12:00:00Z`);
const version = (change: (source: string) => string): FlowVersion => {
  const parsed = parseFlow(change(exemplary), 'flows/x.yaml');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { flow: parsed.flow, hash: '0123456789abcdef' };
};
const aboutIn = (one: FlowVersion, voice: Parameters<typeof preview>[1] = 'en') =>
  preview(one, voice, organisation, 4);

/** What a phone gets by SMS from somebody who answers everything, the first way at every choice. */
function onAPhone(one: FlowVersion, language: Language | null): string[] {
  const phone = new EnginePhone(one, { now: noon(one) });
  const heard: Event[] = phone.put({
    kind: 'start',
    text: '',
    messageId: 'begins',
    keyword: true,
    language,
    easy: false,
    asked: false,
  });
  while (phone.session?.status === 'active') {
    const at = one.flow.steps.find(({ id }) => id === phone.session?.at);
    phone.wait(3_600_000);
    const long = 'All of it is good and I would keep it as it is. '.repeat(3);
    heard.push(...phone.text(at?.kind === 'open' || at?.kind === 'whoElse' ? long : '1'));
    heard.push(...phone.wait(3_600_000));
  }
  return heard.flatMap((event) =>
    event.kind === 'said'
      ? [[event.text, ...event.choices.map(({ label }, i) => `${i + 1} ${label}`)].join('\n')]
      : [],
  );
}

describe.each(shipped)('a preview of $flow.id', (one) => {
  test.each(['en', 'cy', null] as const)('in %s is what a phone gets, word for word', (language) => {
    const { messages } = aboutIn(one, language ?? 'both');
    expect(messages.map(({ text }) => text)).toEqual(onAPhone(one, language));
  });

  test('shows every text of the flow', () => {
    const { messages, otherwise, besides } = aboutIn(one);
    const all = [...messages, ...otherwise.flatMap((way) => way.messages), ...besides];
    const said = all.map(({ text }) => text).join('\n');
    for (const step of one.flow.steps) {
      if ('ask' in step) expect(said).toContain(step.ask.en);
      if ('text' in step) expect(said).toContain(step.text.en);
      if ('probe' in step && step.probe !== undefined) expect(said).toContain(step.probe.ask.en);
    }
    expect(said).toContain(one.flow.privacy.en);
    expect(all.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['signpost: abuse', 'to a child', 'expired', 'stop']),
    );
  });

  test('counts and adds up', () => {
    const { messages, total } = aboutIn(one);
    expect(total.messages).toBe(messages.length);
    expect(total.segments).toBe(messages.reduce((sum, { segments }) => sum + segments, 0));
    expect(total.pence).toBe(total.segments * 4);
    expect(messages[0]).toMatchObject({ about: 'first text', encoding: 'GSM-7', segments: 2, pence: 8 });
  });
});

test('a flow is shown in each of its languages, in easy read where it has that, and to whoever has not chosen', () => {
  const [highStreet, carers] = shipped;
  expect(highStreet && voicesOf(highStreet.flow)).toEqual(['both', 'en', 'en-easy', 'cy', 'cy-easy']);
  expect(carers && voicesOf(carers.flow)).toEqual(['both', 'en', 'cy']);
  expect(voicesOf(version((source) => source.replace('wales', 'england')).flow)).toEqual(['en', 'cy']);
});

test('who chooses otherwise is shown what differs, and nothing twice', () => {
  const { messages, otherwise } = aboutIn(version((source) => source));
  expect(messages.map(({ about }) => about)).toContain('bus');
  expect(otherwise).toEqual([]);
  const other = aboutIn(version((source) => source.replace('{ ride: bus }', '{ walk: bus }')));
  expect(other.messages.map(({ about }) => about)).not.toContain('bus');
  expect(other.otherwise).toMatchObject([{ step: 'how', choice: 'walk', messages: [{ about: 'bus' }] }]);
});

test('a flow that may go round is shown once', () => {
  const round = aboutIn(version((source) => source.replace('# bus goes on', 'next: how')));
  expect(round.messages.filter(({ about }) => about === 'bus')).toHaveLength(1);
});

test('choices are buttons where there are enough of them, and numbers by SMS', () => {
  const [highStreet] = shipped;
  const messages = highStreet === undefined ? [] : aboutIn(highStreet).messages;
  const of = (about: string) => messages.find((message) => message.about === about);
  expect(of('quote')).toMatchObject({
    choices: ['Yes', 'No'],
    buttonsOn: ['whatsapp', 'telegram', 'teams', 'webchat'],
  });
  expect(of('quote')?.text).toMatch(/\n1 Yes\n2 No$/);
  expect(of('travel')).toMatchObject({ buttonsOn: ['whatsapp', 'telegram', 'teams', 'webchat'] });
});

test('on paper it names the character that costs, and keeps Urdu from turning its line round', () => {
  const urdu = version((source) =>
    source
      .replace('languages: [en, cy]', 'languages: [en, cy, ur]')
      .replaceAll(/^( +)(en: .*)$/gm, '$1$2\n$1ur: سوال')
      .replaceAll(/\{ en: (?!\[)/g, (_, place) => `{ ur: سوال ${place}, en: `)
      .replace(/ {2}ur: سوال\n(?= {4}We use)/, '')
      .replace(/cover: \{ ur: سوال \d+, /, 'cover: { ')
      .replaceAll(/(ask|why): \{ ur: سوال \d+, (en: (?:Shall|May|So that|How old))/g, '$1: { $2')
      .replaceAll(/label: \{ ur: سوال \d+, (en: (?:Under|50))/g, 'label: { $1'),
  );
  const paper = printed(aboutIn(urdu, 'ur'));
  expect(paper).toContain('park in ur (nobody has reviewed this language)');
  expect(paper).toContain('  | \u2067سوال\u2069');
  expect(paper).toContain('UCS-2, because of س');
  // The notice comes in a language that somebody has reviewed.
  expect(paper).toContain('We use what you tell us to look after the park.');
});
