import { type Language, type Localised, type Voice, voices } from '#domain/words.ts';
import type { Flow, Step } from './schema.ts';

/** What a text is for. */
export type Role =
  | 'title'
  | 'frame'
  | 'cover'
  | 'signpost'
  | 'privacy'
  | 'ask'
  | 'probe'
  | 'why'
  | 'text'
  | 'label'
  | 'topic'
  | 'theme';

/** One text of a flow in all its languages, and where it stands. */
export interface Written {
  path: readonly PropertyKey[];
  role: Role;
  texts: Localised;
  /** The step that it belongs to. */
  step: Step | null;
}

/** One text in one language. */
export interface Said extends Omit<Written, 'texts'> {
  voice: Voice;
  language: Language;
  easy: boolean;
  words: string;
}

/** Every text that a flow holds. */
export function writtenIn(flow: Flow): Written[] {
  const top = (role: Role, texts: Localised, ...path: PropertyKey[]) => ({ path, role, texts, step: null });
  const { frame } = flow;
  return [
    top('title', flow.title, 'title'),
    ...(['canChange', 'cannotChange', 'whoDecides', 'whenDecided'] as const).map((key) =>
      top('frame', frame[key], 'frame', key),
    ),
    top('cover', flow.cover, 'cover'),
    ...flow.signposts.map(({ line }, i) => top('signpost', line, 'signposts', i, 'line')),
    top('privacy', flow.privacy, 'privacy'),
    ...flow.steps.flatMap(ofStep),
    ...flow.codebook.flatMap(({ name, definition, includes, excludes }, i) =>
      Object.entries({ name, definition, includes, excludes }).flatMap(([part, texts]) =>
        texts === undefined ? [] : [top('theme', texts, 'codebook', i, part)],
      ),
    ),
  ];
}

function ofStep(step: Step, i: number): Written[] {
  const own = (role: Role, texts: Localised, ...path: PropertyKey[]) => ({
    path: ['steps', i, ...path],
    role,
    texts,
    step,
  });
  const written: Written[] = [];
  if ('text' in step) written.push(own('text', step.text, 'text'));
  if ('why' in step) written.push(own('why', step.why, 'why'));
  if ('ask' in step) written.push(own('ask', step.ask, 'ask'));
  if ('topic' in step) written.push(own('topic', step.topic, 'topic'));
  if ('probe' in step && step.probe !== undefined) written.push(own('probe', step.probe.ask, 'probe', 'ask'));
  if ('choices' in step)
    written.push(...step.choices.map(({ label }, c) => own('label', label, 'choices', c, 'label')));
  return written;
}

/** The same, one entry a language. */
export function saidIn(flow: Flow): Said[] {
  return writtenIn(flow).flatMap(({ path, role, texts, step }) =>
    voices.flatMap((voice): Said[] => {
      const words = texts[voice];
      if (words === undefined) return [];
      return [{ path: [...path, voice], role, step, words, voice, ...spoken(voice) }];
    }),
  );
}

/** "cy-easy" is Welsh, in its easy-read variant. */
export function spoken(voice: Voice): { language: Language; easy: boolean } {
  const [language, easy] = voice.split('-');
  return { language: language as Language, easy: easy !== undefined };
}

/** Roles that a resident reads in a message, rather than an officer on a screen. */
export const toResidents: ReadonlySet<Role> = new Set([
  'frame',
  'cover',
  'signpost',
  'privacy',
  'ask',
  'probe',
  'why',
  'text',
  'label',
]);
