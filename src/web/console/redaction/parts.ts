import type { Hidden, HiddenKind } from '#theming/redact/redact.ts';

/** A response cut where something hidden begins and ends. Joined again it is the whole text. */
export function inParts(
  text: string,
  hidden: readonly Hidden[],
): { text: string; kind: HiddenKind | null }[] {
  const parts: { text: string; kind: HiddenKind | null }[] = [];
  let at = 0;
  for (const { start, end, kind } of hidden) {
    parts.push({ text: text.slice(at, start), kind: null }, { text: text.slice(start, end), kind });
    at = end;
  }
  return [...parts, { text: text.slice(at), kind: null }].filter((part) => part.text !== '');
}
