import type { Span } from '#theming/evidence.ts';
import type { Hidden, HiddenKind } from '#theming/redact/redact.ts';

interface Part {
  text: string;
  /** What is hidden there; `maybe` a name, which is not quoted until somebody decides. */
  kind: HiddenKind | 'maybe' | null;
}

/** A response cut where something hidden, or a possible name, begins and ends. Joined again it is the whole text. */
export function inParts(
  text: string,
  hidden: readonly Hidden[],
  possibleNames: readonly Span[] = [],
): Part[] {
  const parts: Part[] = [];
  const maybe = possibleNames.map(({ start, end }) => ({ start, end, kind: 'maybe' as const }));
  let at = 0;
  for (const { start, end, kind } of [...hidden, ...maybe].sort((one, other) => one.start - other.start)) {
    parts.push({ text: text.slice(at, start), kind: null }, { text: text.slice(start, end), kind });
    at = end;
  }
  return [...parts, { text: text.slice(at), kind: null }].filter((part) => part.text !== '');
}
