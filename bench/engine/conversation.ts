import path from 'node:path';
import { loadFlows } from '#flow/load.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { dateInWords, text } from '#texts/text.ts';
import type { Message } from './contender.ts';

/** What every resident says, in this order. The first consent is unclear on purpose, so that it is asked again. */
const said = [
  'benchmark',
  'The pavement outside our house is broken and the puddles stay for days after rain.',
  'The trees. They were planted when my daughter was born and the whole street is cooler in summer.',
  'A crossing by the school. Cars come round the corner fast and the children cannot see them.',
  'Not sure what you mean',
  'Yes please',
  'I live there',
] as const;

export const organisation = 'Your council';
/** The two ways that this conversation says yes and names its first choice; the engine knows many more. */
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

/** The same words for the peers, written out once beforehand: they have no texts of their own to put together. */
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

export function scriptOf({ flow }: FlowVersion): Script {
  const words = (id: string): string => {
    const step = flow.steps.find((one) => one.id === id);
    if (step === undefined || step.kind === 'branch') throw new Error(`The flow says nothing at ${id}.`);
    return ('ask' in step ? step.ask.en : step.text.en) ?? '';
  };
  const closes = dateInWords('en', new Date(`${flow.frame.closes}T12:00:00Z`));
  const again = (id: string) => `${text('en', 'resident.choiceHelp')}\n\n${words(id)}`;
  return {
    greeting: text('en', 'resident.first', { organisation, question: words('street'), closes }),
    good: words('good'),
    change: words('change'),
    hearBack: words('hear-back'),
    hearBackAgain: again('hear-back'),
    live: words('live'),
    liveAgain: again('live'),
    thanks: words('thanks'),
  };
}
