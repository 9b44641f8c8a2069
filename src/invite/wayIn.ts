import type { ChannelName } from '#domain/words.ts';

/** What begins a flow. */
export interface Beginning {
  flowId: string;
  /** The keyword, as it is printed; null where anything that somebody writes begins it. */
  word: string | null;
  /** Whether the language has to be said too, because people who have not chosen are met in another. */
  choosesLanguage: boolean;
}

/** One place where residents can write to us. */
export interface WayIn {
  channel: Extract<ChannelName, 'sms' | 'whatsapp' | 'telegram' | 'webchat' | 'simulator'>;
  /** The number, the bot or the page, as people read it. */
  at: string;
  /** Opens it, with what begins the flow filled in where that can be. */
  link(begin: Beginning): string;
}

/** The ways in that have no setting yet, by the setting that is missing. */
export type Unset = { channel: WayIn['channel']; setting: string };
