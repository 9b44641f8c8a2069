import type { Span } from '#theming/evidence.ts';

/** What is hidden, and so what stands in its place. `other` is what an officer chose to hide. */
export const hiddenKinds = [
  'phone',
  'email',
  'postcode',
  'nhsNumber',
  'niNumber',
  'card',
  'link',
  'address',
  'name',
  'other',
] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** `text.slice(start, end)` (UTF-16 offsets) is not shown. */
export interface Hidden extends Span {
  kind: HiddenKind;
}

export interface Redaction {
  /** In order, and none overlaps another. */
  hidden: Hidden[];
  /** What may be a person's name, for a person to confirm: not hidden by itself. */
  possibleNames: Span[];
}

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Finds personal data in what a resident wrote. The text itself stays as it is. */
export function redact(text: string): Redaction {
  const hidden = [...text.matchAll(email)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    kind: 'email' as const,
  }));
  return { hidden, possibleNames: [] };
}
