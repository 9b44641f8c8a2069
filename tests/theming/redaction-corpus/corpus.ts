import { readFileSync } from 'node:fs';
import { type HiddenKind, hiddenKinds } from '#theming/redact/redact.ts';

type Half = 'tuning' | 'heldOut';

interface Mark {
  start: number;
  end: number;
  kind: HiddenKind;
}

export interface MarkedMessage {
  half: Half;
  language: string;
  text: string;
  /** What must be hidden in it; a name need only be suggested. */
  marks: Mark[];
}

const files: Record<Half, string> = { tuning: 'tuning.txt', heldOut: 'held-out.txt' };
const marked = /<([a-zA-Z]+):([^<>]*)>/g;

/**
 * The marked messages that redaction is measured by: a line each, `\n` for a line break, `<phone:07700 900123>` for what
 * is personal. `## en` begins a language, and `#` a remark.
 */
export function corpus(): MarkedMessage[] {
  return (['tuning', 'heldOut'] as const).flatMap((half) => {
    const lines = readFileSync(new URL(files[half], import.meta.url), 'utf8').split('\n');
    let language = '';
    return lines.flatMap((line) => {
      if (line.startsWith('## ')) language = line.slice(3);
      return line === '' || line.startsWith('#') ? [] : [{ half, language, ...read(line) }];
    });
  });
}

function read(line: string): { text: string; marks: Mark[] } {
  const raw = line.replaceAll('\\n', '\n');
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const { 0: whole, 1: kind = '', 2: words = '', index } of raw.matchAll(marked)) {
    text += raw.slice(at, index);
    marks.push({ start: text.length, end: text.length + words.length, kind: kindOf(kind) });
    text += words;
    at = index + whole.length;
  }
  return { text: text + raw.slice(at), marks };
}

function kindOf(name: string): HiddenKind {
  const kind = hiddenKinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`The corpus marks something as ${name}, which is no kind.`);
  return kind;
}
