import { assign, createActor, type SnapshotFrom, setup } from 'xstate';
import type { Contender, Message } from './contender.ts';
import { firstChoice, type Script, yes } from './conversation.ts';

/** The flow as a state machine: a state for each question, and what is said as an action of the way there. */
function machineOf(script: Script, say: (words: string) => void) {
  return setup({
    types: {
      context: {} as { answers: Record<string, string>; tries: number },
      events: {} as { type: 'message' } & Message,
    },
    actions: {
      say: (_, words: string) => say(words),
      keep: assign({
        answers: ({ context, event }, question: string) => ({ ...context.answers, [question]: event.id }),
        tries: 0,
      }),
      tryAgain: assign({ tries: ({ context }) => context.tries + 1 }),
    },
    guards: {
      says: ({ event }, expected: string) => event.text.toLowerCase() === expected,
      secondTry: ({ context }) => context.tries > 0,
    },
  }).createMachine({
    id: 'engine',
    initial: 'new',
    context: { answers: {}, tries: 0 },
    states: {
      new: {
        on: { message: { target: 'street', actions: { type: 'say', params: script.greeting } } },
      },
      street: {
        on: {
          message: {
            target: 'good',
            actions: [
              { type: 'keep', params: 'street' },
              { type: 'say', params: script.good },
            ],
          },
        },
      },
      good: {
        on: {
          message: {
            target: 'change',
            actions: [
              { type: 'keep', params: 'good' },
              { type: 'say', params: script.change },
            ],
          },
        },
      },
      change: {
        on: {
          message: {
            target: 'hearBack',
            actions: [
              { type: 'keep', params: 'change' },
              { type: 'say', params: script.hearBack },
            ],
          },
        },
      },
      hearBack: {
        on: {
          message: [
            {
              guard: { type: 'says', params: yes },
              target: 'live',
              actions: [
                { type: 'keep', params: 'hearBack' },
                { type: 'say', params: script.live },
              ],
            },
            { guard: 'secondTry', target: 'live', actions: { type: 'say', params: script.live } },
            { actions: ['tryAgain', { type: 'say', params: script.hearBackAgain }] },
          ],
        },
      },
      live: {
        on: {
          message: [
            {
              guard: { type: 'says', params: firstChoice },
              target: 'thanks',
              actions: [
                { type: 'keep', params: 'live' },
                { type: 'say', params: script.thanks },
              ],
            },
            { guard: 'secondTry', target: 'thanks', actions: { type: 'say', params: script.thanks } },
            { actions: ['tryAgain', { type: 'say', params: script.liveAgain }] },
          ],
        },
      },
      thanks: { type: 'final' },
    },
  });
}

/** An actor made from the resident's persisted snapshot for each step, and persisted again as JSON after it. */
export function xstate(script: Script): Contender {
  let reply = '';
  const machine = machineOf(script, (words) => {
    reply = words;
  });
  const saved = new Map<number, string>();
  return {
    name: 'xstate',
    hear(resident, message) {
      const before = saved.get(resident);
      const snapshot: SnapshotFrom<typeof machine> | undefined =
        before === undefined ? undefined : JSON.parse(before);
      const actor = createActor(machine, snapshot === undefined ? {} : { snapshot }).start();
      actor.send({ type: 'message', ...message });
      saved.set(resident, JSON.stringify(actor.getPersistedSnapshot()));
      return reply;
    },
  };
}

/** An actor a resident that lives as long as the process, and dies with it. */
export function xstateUnsaved(script: Script): Contender {
  let reply = '';
  const machine = machineOf(script, (words) => {
    reply = words;
  });
  const actors = new Map<number, ReturnType<typeof createActor<typeof machine>>>();
  return {
    name: 'xstate, nothing saved',
    hear(resident, message) {
      let actor = actors.get(resident);
      if (actor === undefined) {
        actor = createActor(machine).start();
        actors.set(resident, actor);
      }
      actor.send({ type: 'message', ...message });
      return reply;
    },
  };
}
