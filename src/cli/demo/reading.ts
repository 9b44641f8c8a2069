import { type Language, languages } from '#domain/words.ts';
import type { Asking, Flow } from '#flow/schema.ts';

/** What a message asks, as its reader sees it; undefined where it asks nothing. */
export function askedIn(text: string, flow: Flow): Asking | undefined {
  return flow.steps
    .filter((step): step is Asking => 'ask' in step)
    .find(({ ask }) => Object.values(ask).some((words) => words !== undefined && text.includes(words)));
}

/** Whether a message is the last one of the flow. */
export function isEnd(text: string, flow: Flow): boolean {
  return flow.steps.some(
    (step) =>
      step.kind === 'end' &&
      Object.values(step.text).some((words) => words !== undefined && text.includes(words)),
  );
}

/** Whether a question is put in another language too, or only there. */
export function inOther(text: string, { ask }: Asking, own: Language): boolean {
  return languages.some((language) => language !== own && text.includes(ask[language] ?? '\0'));
}
