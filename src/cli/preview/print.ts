import { rightToLeft } from '#domain/words.ts';
import { spoken } from '#flow/said.ts';
import type { Billed } from './bill.ts';
import type { Preview } from './preview.ts';

/** A preview as people read it in a terminal. */
export function printed({ flow, language, reviewed, messages, otherwise, besides, total }: Preview): string {
  const isRtl = language !== 'both' && rightToLeft.has(spoken(language).language);
  const show = (list: readonly Billed[]) => list.map((message) => shown(message, isRtl)).join('\n\n');
  const heading = `${flow} in ${language}${reviewed ? '' : ' (nobody has reviewed this language)'}`;
  return [
    `${heading}\n${'='.repeat(heading.length)}`,
    show(messages),
    `A whole conversation: ${total.messages} messages, ${total.segments} SMS segments, ${money(total.pence)} by SMS; ${total.messages} messages on WhatsApp, Telegram, Teams or web chat.`,
    ...otherwise.map(
      ({ step, choice, messages: differs }) =>
        `--- at ${step}, whoever answers ${choice}\n\n${show(differs)}`,
    ),
    `--- only where it is needed\n\n${show(besides)}`,
  ].join('\n\n');
}

function shown(message: Billed, isRtl: boolean): string {
  const { about, text, characters, encoding, forcedBy, segments, pence, choices, buttonsOn } = message;
  const costlier = forcedBy === null ? '' : `, because of ${forcedBy}`;
  const cost = `${characters} characters, ${encoding}${costlier}, ${segments} SMS, ${money(pence)}`;
  const buttons =
    buttonsOn.length === 0
      ? []
      : [
          `  on ${buttonsOn.join(', ')}: ${choices.map((choice) => `[${isolated(choice, isRtl)}]`).join(' ')}`,
        ];
  const lines = text.split('\n').map((line) => `  | ${isolated(line, isRtl)}`);
  return [`${about} (${cost})`, ...lines, ...buttons].join('\n');
}

/** Between marks that keep a line of Urdu from turning round what stands beside it (Unicode: RLI ... PDI). */
function isolated(words: string, isRtl: boolean): string {
  return isRtl && words !== '' ? `\u2067${words}\u2069` : words;
}

function money(pence: number): string {
  return pence < 100 ? `${Number(pence.toFixed(2))}p` : `£${(pence / 100).toFixed(2)}`;
}
