import { createHash } from 'node:crypto';
import type { Flow, FlowVersion } from '#flow/schema.ts';
import { text } from '#texts/text.ts';

/** The step under which what people say to a follow-up is kept. */
const followUpStep = 'follow-up';

/**
 * The conversation that a reply to a follow-up opens, as a flow like any other: the question was the follow-up
 * itself, and the engine listens, obeys STOP and is replayed just as it is everywhere else.
 */
export function followUpThread({ flow }: FlowVersion): FlowVersion {
  const both = (key: 'resident.followUpAsk' | 'resident.followUpThanks') =>
    Object.fromEntries(flow.languages.map((language) => [language, text(language, key)]));
  const thread: Flow = {
    ...flow,
    codebook: [],
    steps: [
      { kind: 'open', id: followUpStep, ask: both('resident.followUpAsk'), topic: flow.title },
      { kind: 'end', id: 'thanks', text: both('resident.followUpThanks') },
    ],
  };
  const hash = createHash('sha256').update(JSON.stringify(thread)).digest('hex').slice(0, 16);
  return { hash, flow: thread };
}
