import type { TemplateWords } from '#domain/choices.ts';
import { type Language, nameIn } from '#domain/words.ts';
import { ended } from '#texts/ended.ts';
import { text } from '#texts/text.ts';
import { type FollowUpText, topicIntro } from './compose.ts';
import { lengthWithin, quoteFrom, withDots } from './quote.ts';

/** Meta takes 1,024 characters in all, and the words around the variables are the council's own. */
const longestQuote = 160;
const longestDone = 600;

/**
 * The same news as what fills a template: for a channel that lets nothing else through weeks later. In the languages
 * that it is written in, the resident's own first, then in English for where no other template is approved.
 */
export function templatesOf(followUp: FollowUpText): TemplateWords[] {
  const { organisation, weDid } = followUp;
  const wanted = [...new Set<Language>([...followUp.languages, 'en'])];
  return wanted
    .filter((language) => weDid[language])
    .map((language) => ({
      name: 'followUp',
      language,
      variables: [nameIn(organisation, language), toldIn(followUp, language), doneIn(followUp, language)],
    }));
}

function toldIn({ told }: FollowUpText, language: Language): string {
  const { words } = told;
  const quote = words === null ? null : quoteFrom(words.text, words, longestQuote, words.hidden);
  return quote === null
    ? topicIntro(told, language)
    : text(language, 'resident.quoteIntro', { quote: withDots(quote) });
}

function doneIn({ kind, weDid }: FollowUpText, language: Language): string {
  const done = ended(weDid[language] ?? '');
  const shown = lengthWithin(done, longestDone);
  return text(language, `resident.${kind}`, {
    text: shown < done.length ? `${done.slice(0, shown)}...` : done,
  });
}
