import { type Hidden, hiddenKinds, type Redaction, redact } from '#theming/redact/redact.ts';
import { corpus, type MarkedMessage } from './corpus.ts';

/** How well redaction does on the messages that were written for it, all together and on the half nobody tuned on. */
export function measureRedaction(read: (text: string) => Redaction = redact) {
  const judged = corpus().map((message) => judge(message, read(message.text)));
  return { ...figuresOf(judged), heldOut: figuresOf(judged.filter(({ half }) => half === 'heldOut')) };
}

/** Names are only suggested, so they are counted apart. */
function judge(message: MarkedMessage, { hidden, possibleNames }: Redaction) {
  const names: Hidden[] = possibleNames.map((span) => ({ ...span, kind: 'name' }));
  return { ...message, hidden, found: [...hidden, ...names] };
}
type Judged = ReturnType<typeof judge>;

function figuresOf(messages: Judged[]) {
  const kinds = hiddenKinds.filter((kind) => kind !== 'other');
  const personal = kinds.filter((kind) => kind !== 'name');
  const traps = messages.filter(({ text, marks }) => marks.length === 0 && /\p{Nd}/u.test(text));
  return {
    messages: messages.length,
    ...shares(messages, personal),
    traps: traps.length,
    trapsLeftAlone: traps.filter(({ hidden }) => hidden.length === 0).length,
    byKind: Object.fromEntries(kinds.map((kind) => [kind, shares(messages, [kind])])),
  };
}

/**
 * What is marked is found where no letter of it is left; what is found is right where at least half of it is marked, as
 * any of the kinds in question.
 */
function shares(messages: Judged[], kinds: readonly string[]) {
  let [spans, covered, found, right] = [0, 0, 0, 0];
  for (const message of messages) {
    const marks = message.marks.filter(({ kind }) => kinds.includes(kind));
    const ours = message.found.filter(({ kind }) => kinds.includes(kind));
    spans += marks.length;
    found += ours.length;
    covered += marks.filter((mark) => within(mark, message.found) === mark.end - mark.start).length;
    right += ours.filter((one) => within(one, marks) * 2 >= one.end - one.start).length;
  }
  return { spans, precision: share(right, found), recall: share(covered, spans) };
}

function within({ start, end }: { start: number; end: number }, spans: { start: number; end: number }[]) {
  return spans.reduce(
    (sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)),
    0,
  );
}

/** To three places, downwards: no figure looks better than it is. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 1000;
}
