import { botbuilder } from './botbuilder.ts';
import type { Contender } from './contender.ts';
import { messagesOf, readFlow, scriptOf } from './conversation.ts';
import { hearback, hearbackUnsaved } from './hearback.ts';
import { xstate, xstateUnsaved } from './xstate.ts';

/**
 * Steps a second of the engine beside what a conversation might be written with instead: one process, in memory, the
 * same flow and the same messages. A step is one message handled up to where its reply is known and that resident's
 * state is put away in a form that would outlive the process. The residents take turns, as they do in life. Each
 * contender gets short rounds in turn with the others, and the median counts, so that a busy machine hits all alike.
 */
const RESIDENTS = 200;
const ROUNDS = 15;
const ROUND_MS = 200;
const WARM_UP_MS = 800;

type Open = () => Contender;

export async function run(args: string[]): Promise<void> {
  const version = await readFlow();
  const ours = () => hearback(version);
  const script = scriptOf(version, await repliesToFirst(ours()));
  const peers = [() => botbuilder(script), () => xstate(script)];
  const unsaved = [() => hearbackUnsaved(version), () => xstateUnsaved(script)];
  const json = args.includes('--json');

  const figures = await race(json ? [ours, ...peers] : [ours, ...peers, ...unsaved]);
  if (json) {
    const [own, ...others] = figures;
    console.log(JSON.stringify({ stepsPerSecond: own?.stepsPerSecond, peers: others }));
  } else {
    for (const { name, stepsPerSecond } of figures)
      console.log(`${name.padEnd(30)}${stepsPerSecond.toLocaleString('en-GB').padStart(10)} steps/s`);
  }
}

async function race(contenders: Open[]) {
  await mustAgree(contenders);
  for (const open of contenders) await speedOf(open, WARM_UP_MS);
  const speeds = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    // There and back, so that nobody always clears away after the same neighbour.
    const order = [...contenders.entries()];
    for (const [index, open] of round % 2 === 0 ? order : order.reverse())
      speeds[index]?.push(await speedOf(open, ROUND_MS));
  }
  return contenders.map((open, index) => ({
    name: open().name,
    stepsPerSecond: Math.round(median(speeds[index] ?? [])),
  }));
}

const crowd = Array.from({ length: RESIDENTS }, (_, resident) => messagesOf(resident));

/** Whole conversations of everyone, again and again, until the time is up. Only the conversations are timed. */
async function speedOf(open: Open, forMs: number): Promise<number> {
  let steps = 0;
  let spent = 0;
  while (spent < forMs) {
    const contender = open();
    const started = performance.now();
    steps += (await converse(contender)).length;
    spent += performance.now() - started;
  }
  return steps / (spent / 1000);
}

/** Everyone says their first message, then everyone their second; the replies in that order. */
async function converse(contender: Contender): Promise<string[]> {
  const replies: string[] = [];
  for (let turn = 0; turn < messagesOf(0).length; turn += 1) {
    for (const [resident, messages] of crowd.entries()) {
      const message = messages[turn];
      if (message === undefined) continue;
      const reply = contender.hear(resident, message);
      replies.push(typeof reply === 'string' ? reply : await reply);
    }
  }
  return replies;
}

/** A contender that says anything else would be measured on another conversation. */
async function mustAgree([first, ...others]: Open[]): Promise<void> {
  if (first === undefined) return;
  const expected = await repliesToFirst(first());
  if (expected.some((reply) => reply === '')) throw new Error('A message got no reply.');
  for (const open of others) {
    const contender = open();
    const replies = await repliesToFirst(contender);
    const differs = replies.findIndex((reply, turn) => reply !== expected[turn]);
    if (differs === -1) continue;
    throw new Error(
      `${contender.name} says "${replies[differs]}" where we say "${expected[differs]}" (message ${differs + 1}).`,
    );
  }
}

async function repliesToFirst(contender: Contender): Promise<string[]> {
  const replies = await converse(contender);
  return replies.filter((_, index) => index % RESIDENTS === 0);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
