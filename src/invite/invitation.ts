import { noonOf } from '#domain/day.ts';
import { type Language, nameIn, type Organisation } from '#domain/words.ts';
import { firstStep } from '#flow/find.ts';
import type { Flow } from '#flow/schema.ts';
import { dateInWords, text } from '#texts/text.ts';
import { beginsIn } from './beginning.ts';
import type { WayIn } from './wayIn.ts';

/** Where a flow is begun in one language. */
export interface Door {
  channel: WayIn['channel'];
  /** "WhatsApp", in the language of the poster. */
  label: string;
  at: string;
  link: string;
}

/** Everything that a poster says in one language. */
export interface Invitation {
  language: Language;
  organisation: string;
  title: string;
  /** The flow's own first question. */
  question: string;
  /** What to write, and where, in one sentence. */
  how: string;
  scan: string;
  doors: Door[];
  closes: string;
  facts: string[];
  contact: string;
}

export interface Inviting {
  organisation: Organisation;
  /** Whom to ask in person. */
  contact: string | null;
  ways: readonly WayIn[];
  /** The id of the flow for whoever writes without a keyword. */
  firstFlow: string;
}

/** Null where nobody can begin this flow in writing, or there is nowhere to write to. */
export function invitationIn(flow: Flow, language: Language, inviting: Inviting): Invitation | null {
  const begins = beginsIn(flow, language, inviting.firstFlow === flow.id);
  const doors = begins === null ? [] : doorsOf(inviting.ways, language, begins);
  const [first] = doors;
  if (begins === null || first === undefined) return null;
  const said = (key: Parameters<typeof text>[1], params = {}) => text(language, key, params);
  const { contact } = inviting;
  const begin = firstStep(flow);
  const day = (at: string) => dateInWords(language, new Date(noonOf(at)));
  return {
    language,
    organisation: nameIn(inviting.organisation, language),
    title: wordsIn(flow, flow.title, language),
    question: begin !== undefined && 'ask' in begin ? wordsIn(flow, begin.ask, language) : '',
    how: howTo(first, begins.word, language),
    scan: said('poster.scan'),
    doors,
    closes: said('poster.closes', { closes: day(flow.frame.closes) }),
    facts: [
      said('poster.automatic'),
      ...(doors.some(({ channel }) => channel === 'sms') ? [said('poster.cost')] : []),
      said('poster.person'),
      said('poster.privacy'),
    ],
    contact: contact === null ? said('poster.website') : said('poster.contact', { contact }),
  };
}

function doorsOf(ways: readonly WayIn[], language: Language, begins: Parameters<WayIn['link']>[0]): Door[] {
  return ways.map(({ channel, at, link }) => ({
    channel,
    label: text(language, `poster.scan.${channel}`),
    at,
    link: link(begins),
  }));
}

/** The first door in words, for who has no camera or would rather type. */
function howTo({ channel, at }: Door, word: string | null, language: Language): string {
  // The simulator is a page, too.
  const kind = channel === 'simulator' ? 'webchat' : channel;
  if (word === null) return text(language, `poster.${kind}.any`, { at });
  return text(language, `poster.${kind}`, { at, word: word.replaceAll(' ', '\u00a0') });
}

function wordsIn(flow: Flow, texts: Flow['title'], language: Language): string {
  const written = [language, ...flow.languages].find((one) => texts[one] !== undefined);
  return (written === undefined ? undefined : texts[written]) ?? flow.id;
}
