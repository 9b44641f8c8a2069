import path from 'node:path';
import { loadFlows } from '#flow/load.ts';
import type { FlowVersion } from '#flow/schema.ts';
import type { Message } from './contender.ts';

const unclear = 'Not sure what you mean';

/** What every resident says, in this order. The first consent is unclear on purpose, so that it is asked again. */
const said = [
  'benchmark',
  'The pavement outside our house is broken and the puddles stay for days after rain.',
  'The trees. They were planted when my daughter was born and the whole street is cooler in summer.',
  'A crossing by the school. Cars come round the corner fast and the children cannot see them.',
  unclear,
  'Yes please',
  'I live there',
];

export const organisation = 'Your council';
/** The one way to say yes and the one to name the first choice that the peers know; the engine knows many. */
export const yes = 'yes please';
export const firstChoice = 'i live there';

export async function readFlow(): Promise<FlowVersion> {
  const [version] = await loadFlows(path.join(import.meta.dirname, 'flows'));
  if (version === undefined) throw new Error('There is no flow for the benchmark.');
  return version;
}

export function messagesOf(resident: number): Message[] {
  return said.map((words, index) => ({ id: `message-${resident}-${index}`, text: words }));
}

/** What a peer says. It has no texts of its own to put together: each is written out once beforehand. */
export interface Script {
  greeting: string;
  good: string;
  change: string;
  hearBack: string;
  hearBackAgain: string;
  live: string;
  liveAgain: string;
  thanks: string;
}

/** The flow's words from the flow; how the product greets and asks again is taken from one rehearsal. */
export function scriptOf({ flow }: FlowVersion, rehearsal: string[]): Script {
  const words = (id: string): string => {
    const step = flow.steps.find((one) => one.id === id);
    if (step === undefined || step.kind === 'branch') throw new Error(`The flow says nothing at ${id}.`);
    return ('ask' in step ? step.ask.en : step.text.en) ?? '';
  };
  const [greeting = ''] = rehearsal;
  const again = rehearsal[said.indexOf(unclear)] ?? '';
  return {
    greeting,
    good: words('good'),
    change: words('change'),
    hearBack: words('hear-back'),
    hearBackAgain: again,
    live: words('live'),
    liveAgain: again.replace(words('hear-back'), words('live')),
    thanks: words('thanks'),
  };
}
