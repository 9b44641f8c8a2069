import { text as inLanguage } from '#texts/text.ts';
import { type Masked, mask } from './mask.ts';
import type { Hidden } from './redact.ts';

/** A text as a language model may read it: "Ring me on [phone number]". In English, whatever it is written in. */
export function maskedText(text: string, hidden: readonly Hidden[]): Masked {
  return mask(text, hidden, (kind) => inLanguage('en', `redaction.kind.${kind}`));
}
