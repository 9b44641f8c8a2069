import type { Language, Organisation } from '#domain/words.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { type Category, categories } from '#safeguarding/detect.ts';
import { type Sent, Traveller } from './traveller.ts';

/** What one flow says to people of one language. */
export interface Walk {
  /** To somebody who answers everything, the first way at every choice. */
  messages: Sent[];
  /** To those who choose otherwise, as far as it differs. */
  otherwise: { step: string; choice: string; messages: Sent[] }[];
  /** Only to whom it concerns. */
  besides: Sent[];
}

/** Walks through a flow. `language` null is somebody who has not chosen one. A walk stops where it would go round. */
export function walk(
  version: FlowVersion,
  voice: { language: Language | null; easy: boolean },
  organisation: Organisation,
): Walk {
  const start = Traveller.begin(version, organisation, voice);
  const seen = new Set<string>();
  const way = follow(start, 'first text', seen);
  const otherwise = way.travellers.flatMap((traveller) =>
    traveller.otherChoices().map((choice) => {
      const next = traveller.answers(choice);
      return { step: traveller.at ?? '', choice, messages: follow(next, next.at ?? 'end', seen).messages };
    }),
  );
  return {
    messages: way.messages,
    otherwise: otherwise.filter(({ messages }) => messages.length > 0),
    besides: besides(version, way.travellers, voice.language ?? version.flow.languages[0] ?? 'en'),
  };
}

/** From where somebody is to the end, or to a step that was seen before. */
function follow(
  from: Traveller,
  about: string,
  seen: Set<string>,
): { messages: Sent[]; travellers: Traveller[] } {
  const messages: Sent[] = [];
  const travellers: Traveller[] = [];
  let here = from;
  let what = about;
  // The end has no step: it is seen once, on the way of most.
  for (let at = here.at ?? 'end'; !seen.has(at); at = here.at ?? 'end') {
    seen.add(at);
    messages.push(...here.sent(what));
    if (here.at === null) break;
    travellers.push(here);
    here = here.answers();
    what = here.at ?? 'end';
  }
  return { messages, travellers };
}

function besides({ flow }: FlowVersion, way: readonly Traveller[], language: Language): Sent[] {
  const [start] = way;
  if (start === undefined) return [];
  const asks = (command: 'privacy' | 'help' | 'person' | 'questions') =>
    start.put({ kind: 'command', command, text: command, messageId: 'm' }).sent(command);
  const probes = way.flatMap((traveller) => {
    const step = flow.steps.find(({ id }) => id === traveller.at);
    return step?.kind === 'open' && step.probe !== undefined
      ? traveller.answers(undefined, 'word').sent(`probe of ${step.id}`)
      : [];
  });
  const young = `I am ${flow.ages.from - 1}`;
  return [
    ...probes,
    ...silences(start, flow.reminders.length),
    ...asks('questions'),
    ...asks('privacy'),
    ...asks('person'),
    ...asks('help'),
    ...categories.flatMap((category) =>
      start
        .put({ kind: 'distress', category, language, messageId: 'm', stops: false })
        .sent(`signpost: ${inWords[category]}`),
    ),
    ...start.put({ kind: 'text', text: young, messageId: 'm', sentAt: null }).sent('to a child'),
    ...start.put({ kind: 'command', command: 'stop', text: 'STOP', messageId: 'm' }).sent('stop'),
  ];
}

const inWords: Record<Category, string> = {
  immediateDanger: 'danger now',
  selfHarm: 'self-harm',
  abuse: 'abuse',
  crime: 'crime',
};

/** What comes to somebody who never answers. */
function silences(start: Traveller, reminders: number): Sent[] {
  const sent: Sent[] = [];
  let here = start;
  for (let i = 0; i <= reminders; i += 1) {
    here = here.waits();
    sent.push(...here.sent(i < reminders ? `reminder ${i + 1}` : 'expired'));
  }
  return sent;
}
