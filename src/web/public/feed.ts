import { v5 } from 'uuid';
import type { ConsoleLanguage, Organisation } from '#domain/words.ts';
import type { PublishedOutcome } from '#loop/published.ts';
import { text } from '#texts/text.ts';
import { inLanguage } from './inLanguage.ts';

export interface FeedOptions {
  language: ConsoleLanguage;
  /** Of the service, without a slash at the end. */
  publicUrl: string;
  organisation: Organisation;
}

/** Before anything is published: RFC 4287 wants a time, and one that does not change is honest. */
const NEVER = new Date(0).toISOString();

/**
 * The published outcomes as an Atom feed (RFC 4287) in one language. An entry's id never changes; a published outcome
 * never does either, so `updated` is when it was published.
 */
export function atomFeed(outcomes: readonly PublishedOutcome[], options: FeedOptions): string {
  const { language, publicUrl, organisation } = options;
  const address = feedAddress(publicUrl, language);
  const newest = outcomes[0]?.publishedAt;
  const others: ConsoleLanguage[] = language === 'en' ? ['cy'] : ['en'];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>urn:uuid:${v5(address, v5.URL)}</id>
  <title>${xml(`${text(language, 'public.title')} – ${organisation[language]}`)}</title>
  <subtitle>${xml(text(language, 'public.intro', { organisation: organisation[language] }))}</subtitle>
  <updated>${newest === undefined ? NEVER : new Date(newest).toISOString()}</updated>
  <author><name>${xml(organisation[language])}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(address)}"/>
${others.map((other) => `  <link rel="alternate" type="application/atom+xml" hreflang="${other}" href="${xml(feedAddress(publicUrl, other))}"/>\n`).join('')}  <link rel="alternate" type="text/html" hreflang="${language}" href="${xml(pageAddress(publicUrl, language))}"/>
${outcomes.map((outcome) => entry(outcome, options)).join('')}</feed>
`;
}

function entry(outcome: PublishedOutcome, { language, publicUrl }: FeedOptions): string {
  const { id, kind, demo, publishedAt } = outcome;
  const about = outcome.themes.map((theme) => inLanguage(theme, language).text);
  const title = inLanguage(outcome.title, language).text;
  const kindOf = text(language, `public.${kind}`);
  const name = `${about.length > 0 ? about.join(', ') : title} – ${kindOf}`;
  const link = `${pageAddress(publicUrl, language)}#outcome-${id}`;
  const at = new Date(publishedAt).toISOString();
  const parts = [
    { heading: text(language, 'public.youSaid'), words: inLanguage(outcome.youSaid, language) },
    { heading: kindOf, words: inLanguage(outcome.weDid, language) },
  ];
  const content = parts.map(
    ({ heading, words }) =>
      `<h2>${xml(heading)}</h2>${paragraphs(words.text)
        .map((one) => `<p xml:lang="${words.lang}">${xml(one)}</p>`)
        .join('')}`,
  );
  return `  <entry>
    <id>urn:uuid:${language === 'en' ? id : v5(language, id)}</id>
    <title>${xml(demo ? `[${text(language, 'public.demo')}] ${name}` : name)}</title>
    <updated>${at}</updated>
    <published>${at}</published>
    <link rel="alternate" type="text/html" hreflang="${language}" href="${xml(link)}"/>
    <category term="${xml(outcome.consultationId)}" label="${xml(title)}"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${content.join('')}</div></content>
  </entry>
`;
}

function paragraphs(words: string): string[] {
  return words.split(/\s*\n\s*/u).filter((one) => one !== '');
}

function pageAddress(publicUrl: string, language: ConsoleLanguage): string {
  return `${publicUrl}/you-said-we-did?lang=${language}`;
}

function feedAddress(publicUrl: string, language: ConsoleLanguage): string {
  const address = `${publicUrl}/you-said-we-did/feed.atom`;
  return language === 'en' ? address : `${address}?lang=${language}`;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attributes. What XML 1.0 cannot hold at all, such as NUL, is left out. */
function xml(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
