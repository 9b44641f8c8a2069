import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event } from '#engine/event.ts';
import type { LinkAnswer } from '#engine/input.ts';
import { loadFlows } from '#flow/load.ts';
import { EnginePhone } from '#tests/support/phone.ts';

/**
 * Golden conversations. A line that begins with > is typed by the resident, one with ~ lets seconds pass, one with #
 * is a comment, one with ! is something else that happens (see below), and "flow" and "at" set the scene; every other line is what Hearback does about it.
 * After a change that is meant: UPDATE_TRANSCRIPTS=1 npm test -- tests/engine/transcripts.test.ts, and read the diff.
 */
const folder = path.join(import.meta.dirname, '..', 'transcripts');
const shipped = await loadFlows(path.join(import.meta.dirname, '..', '..', 'flows'));
/** Flows that only a test needs. */
const own = await loadFlows(path.join(folder, 'flows'));
const flows = [...shipped, ...own];

describe('golden transcripts', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  it('are there', () => expect(files.length).toBeGreaterThan(5));

  it.each(files)('%s', (name) => {
    const file = path.join(folder, name);
    const golden = readFileSync(file, 'utf8');
    const played = play(golden);
    if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(file, played);
    else expect(played).toBe(golden);
  });
});

function play(golden: string): string {
  const script = golden.split('\n').filter((line) => /^(#|flow |at |> |~ |! )/.test(line));
  const setting = (word: string) =>
    script.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  const version = flows.find(({ flow }) => flow.id === setting('flow'));
  if (version === undefined) throw new Error(`No flow is called ${setting('flow')}.`);
  const phone = new EnginePhone(version, { now: Date.parse(setting('at') ?? '2026-11-20T12:00:00Z') });
  const out: string[] = [];
  for (const line of script) {
    out.push(line);
    if (line.startsWith('> ')) out.push(...show(phone.text(line.slice(2))));
    if (line.startsWith('! ')) out.push(...show(happen(phone, line.slice(2))));
    if (line.startsWith('~ ')) out.push(...show(phone.wait(seconds(line.slice(2)) * 1000)));
  }
  return `${out.join('\n')}\n`;
}

const marks = {
  reply: [],
  reminder: ['  * as a reminder, in waking hours'],
  service: ['  * by service, whatever they have said'],
};

/** "180" or "3 days". */
function seconds(wait: string): number {
  const [amount = '0', unit = 'seconds'] = wait.split(' ');
  return Number(amount) * (unit.startsWith('day') ? 86_400 : unit.startsWith('hour') ? 3600 : 1);
}

/** What is not typed: a photo, a button, a person, a late text, a provider that sends nothing. */
function happen(phone: EnginePhone, what: string): Event[] {
  const [verb = '', ...rest] = what.split(' ');
  const words = rest.join(' ');
  switch (verb) {
    case 'photo':
      return phone.put({ kind: 'media', text: words, messageId: 'photo', sentAt: null });
    case 'voice':
      return phone.put({
        kind: 'media',
        text: words,
        messageId: 'voice',
        sentAt: null,
        spoken: true,
      });
    case 'press':
      return phone.press(words);
    case 'fleeting':
      phone.fleeting = true;
      return [];
    case 'code':
      return phone.put({
        kind: 'command',
        command: 'link',
        text: 'LINK CDFH-3467',
        messageId: 'code',
        link: words as LinkAnswer,
      });
    case 'joined':
      return phone.put({ kind: 'joined' });
    case 'restart':
      return phone.put({ kind: 'resume' });
    case 'unsent':
      phone.unseen = words === 'yes';
      return [];
    case 'written':
      phone.wrote = words === '' ? null : phone.now - seconds(words) * 1000;
      return [];
    default:
      throw new Error(`Nothing is called "${verb}" in a transcript.`);
  }
}

function show(events: Event[]): string[] {
  return events.flatMap((event) => {
    switch (event.kind) {
      case 'said': {
        const buttons = [...event.choices, ...event.buttons].map(({ label }) => `[${label}]`).join(' ');
        const lines = event.text.split('\n').map((line) => (line === '' ? '<' : `< ${line}`));
        const mark = marks[event.purpose];
        return [...mark, ...lines, ...(buttons === '' ? [] : [`< ${buttons}`])];
      }
      case 'heard':
        return [
          `  * heard, as part of ${event.stepId}${event.late ? ', late' : ''}${event.held ? ', held' : ''}`,
        ];
      case 'answered':
        return ['  * that answer is whole'];
      case 'described':
        return [`  * of themselves, kept apart: ${event.choiceId ?? 'would rather not say'}`];
      case 'noticed':
        return [`  * was shown the ${event.notice === 'first' ? 'first notice' : 'privacy notice'}`];
      case 'unlinked':
        return ["  * the number is somebody else's: nothing earlier is theirs"];
      case 'forgotten':
        return ['  * is to be forgotten'];
      case 'recalled':
        return ['  * a reminder on its way is called back'];
      case 'chose':
        return [`  * chose ${event.choiceId}`];
      case 'consented':
        return [`  * ${event.granted ? 'agreed to' : 'did not agree to'} ${event.consent}`];
      case 'escalated':
        return [`  * opens a case: ${event.caseKind}${event.category === null ? '' : `, ${event.category}`}`];
      case 'languageChosen':
        return [`  * chose ${event.language ?? 'no language yet'}${event.easy ? ', easy read' : ''}`];
      case 'wakeAt':
        return [];
      case 'withdrew':
        return ['  * has stopped'];
      case 'returned':
        return ['  * has come back'];
      case 'paused':
        return ['  * the questions are paused'];
      case 'ended':
        return ['  * the end'];
      default:
        throw new Error('An event that no transcript shows.');
    }
  });
}
