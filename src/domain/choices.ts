import type { Language } from './words.ts';

/** One thing a resident can pick: what comes back when they do, and what they read. */
export interface Choice {
  /** At most 40 bytes: Telegram allows 64 for all that a button carries. */
  value: string;
  label: string;
}

/** The kinds of template that a provider can be asked to approve; each kind has a fixed list of variables. */
export const templateNames = ['followUp', 'reminder'] as const;
export type TemplateName = (typeof templateNames)[number];

/** What fills a template, for when a channel lets nothing else through any more. */
export interface TemplateWords {
  name: TemplateName;
  language: Language;
  /** In order. followUp: our name, and a sentence each on what they told us and what was
   * done. reminder: our name, and what it is about. */
  variables: string[];
}

/** What a delivery says, final: where a channel has no buttons the choices are already in the text. */
export interface MessageBody {
  text: string;
  choices: Choice[];
  /** The same as templates, the language to be preferred first; absent for what is only ever a live reply. */
  templates?: TemplateWords[];
}
