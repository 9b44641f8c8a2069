import { type Segments, segmentsOf } from '#domain/segments.ts';
import { mostButtons } from '#flow/buttons.ts';
import type { Sent } from './traveller.ts';

const withButtons = ['whatsapp', 'telegram', 'teams', 'webchat'] as const;

/** One message as each kind of channel shows it, and what it costs by SMS. */
export interface Billed {
  about: string;
  /** Choices as numbers, as by SMS. */
  text: string;
  characters: number;
  encoding: Segments['encoding'];
  /** The first character that makes it the costlier encoding. */
  forcedBy: string | null;
  segments: number;
  pence: number;
  /** The choices. */
  choices: string[];
  /** Where the choices are buttons; elsewhere they are numbers. All of these take it as one message. */
  buttonsOn: (typeof withButtons)[number][];
}

export function bill({ about, text, choices }: Sent, pencePerSegment: number): Billed {
  const labels = choices.map(({ label }) => label);
  const numbered = [text, ...labels.map((label, i) => `${i + 1} ${label}`)].join('\n');
  const { length, encoding, forcedBy, count } = segmentsOf(numbered);
  const buttonsOn = withButtons.filter(
    (channel) => labels.length > 0 && labels.length <= mostButtons[channel],
  );
  return {
    about,
    text: numbered,
    characters: length,
    encoding,
    forcedBy,
    segments: count,
    pence: count * pencePerSegment,
    choices: labels,
    buttonsOn,
  };
}

export interface Total {
  messages: number;
  segments: number;
  pence: number;
}

export function totalOf(messages: readonly Billed[]): Total {
  const sum = (of: (one: Billed) => number) => messages.reduce((total, one) => total + of(one), 0);
  return {
    messages: messages.length,
    segments: sum(({ segments }) => segments),
    pence: sum(({ pence }) => pence),
  };
}
