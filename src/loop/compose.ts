import { segmentsOf } from '#domain/segments.ts';
import { type Language, type Localised, nameIn, type Organisation, type OutcomeKind } from '#domain/words.ts';
import { ended, endedBefore } from '#texts/ended.ts';
import { monthInWords, text } from '#texts/text.ts';
import type { Span } from '#theming/evidence.ts';
import { lengthWithin, quoteFrom, withDots } from './quote.ts';

/** What one resident told us, as a follow-up may recall it. */
export interface Told {
  /** Their own words, only where they may go back to them. */
  words: {
    text: string;
    startAt: number | null;
    endAt: number | null;
    /** What must not be quoted: see theming/redact. */
    hidden: readonly Span[];
  } | null;
  /** Completes "you told us about ...". */
  topic: Localised;
  at: number;
}

export interface FollowUpText {
  organisation: Organisation;
  kind: OutcomeKind;
  weDid: Localised;
  /** In which to write, in this order. */
  languages: readonly Language[];
  told: Told;
  /** Said by somebody on the telephone, or printed: nobody can reply to it or text STOP. */
  byHand?: boolean;
}

/** Twilio refuses more than 1,600 in one message: error 21617. */
const LONGEST = 1599;
const FEW_SEGMENTS = 3;
/** Lengths of a quote to try, until the whole costs little. */
const quoteLengths = [160, 120, 90, 60];
/** What officers should keep "we did" to, so that nothing needs to be cut in either language. */
export const weDidLimit = 480;

/** What one resident reads. Under 1,600 characters, and three SMS segments where the outcome's own words allow it. */
export function compose(followUp: FollowUpText): string {
  const written = followUp.languages.filter((language) => followUp.weDid[language]);
  const languages = written.length > 0 ? written : followUp.languages.slice(0, 1);
  const inAll = (intro: (language: Language, at: number) => string, longest: number) =>
    languages.map((language, at) => inOne(followUp, language, intro(language, at), longest)).join('\n\n');

  const { words } = followUp.told;
  if (words !== null) {
    const quoted = quoteLengths.flatMap((length) => {
      const quote = quoteFrom(words.text, words, length, words.hidden);
      if (quote === null) return [];
      // Their own words need no second language.
      const intro = (language: Language, at: number) =>
        at > 0
          ? topicIntro(followUp.told, language)
          : text(language, 'resident.quoteIntro', { quote: withDots(quote) });
      return [inAll(intro, LONGEST)];
    });
    const found = quoted.find(isCheap) ?? quoted.findLast((message) => message.length <= LONGEST);
    if (found !== undefined) return found;
  }
  const intro = (language: Language) => topicIntro(followUp.told, language);
  const whole = inAll(intro, LONGEST);
  if (whole.length <= LONGEST) return whole;
  const frame = inAll(intro, 0).length;
  return inAll(intro, Math.floor((LONGEST - frame) / languages.length) - 3);
}

function isCheap(message: string): boolean {
  return segmentsOf(message).count <= FEW_SEGMENTS;
}

function inOne(followUp: FollowUpText, language: Language, intro: string, longest: number): string {
  const { organisation, kind, weDid } = followUp;
  const done = ended(inLanguage(weDid, language));
  const shown = lengthWithin(done, Math.max(longest, 0));
  const sentence = text(language, `resident.${kind}`, {
    text: shown < done.length ? `${done.slice(0, shown)}...` : done,
  });
  if (followUp.byHand === true) return `${intro} ${sentence}`;
  const ask = text(language, 'resident.followUpAsk');
  return `${nameIn(organisation, language)}: ${intro} ${endedBefore(sentence, ask)}`;
}

/** What they told us about, where their own words do not go back to them. */
export function topicIntro({ topic, at }: Told, language: Language): string {
  return text(language, 'resident.topicIntro', {
    topic: inLanguage(topic, language),
    month: monthInWords(language, at),
  });
}

/** In this language, else in the one there is: a text in another language beats none. */
function inLanguage(texts: Localised, language: Language): string {
  return texts[language] || texts.en || texts.cy || '';
}
