import { type Language, type Localised, nameIn } from '#domain/words.ts';
import { guardedTexts } from '#texts/guarded.ts';
import type { ResidentKey } from '#texts/resident.ts';
import { dateInWords, type Params, text } from '#texts/text.ts';
import type { Turn } from './turn.ts';

/** The languages to write in now: the chosen one, else in Wales both, Welsh first, else the flow's first. */
export function voices({ session, flow }: Turn): Language[] {
  if (session.language !== null) return [session.language];
  if (flow.nation === 'wales' && flow.languages.includes('cy') && flow.languages.includes('en'))
    return ['cy', 'en'];
  return flow.languages.slice(0, 1);
}

/** The languages for notice, consent and care: never one in which nobody has read them through. */
export function readVoices(turn: Turn): Language[] {
  const { reviewed, languages } = turn.flow;
  const fallback = languages.find((language) => reviewed.includes(language)) ?? 'en';
  const safe = voices(turn).map((language) => (reviewed.includes(language) ? language : fallback));
  return [...new Set(safe)];
}

/** Words of the flow in the languages of now, a blank line between two. */
export function words(turn: Turn, localised: Localised): string {
  return inEach(turn, voices(turn), (language) => ofFlow(turn, localised, language));
}

/** Words of the flow that are notice, consent or care. */
export function guardedWords(turn: Turn, localised: Localised): string {
  return inEach(turn, readVoices(turn), (language) => ofFlow(turn, localised, language));
}

/** One text of the flow in one language, in its easy-read variant for whoever asked for that. */
export function ofFlow({ session }: Turn, localised: Localised, language: Language): string {
  return (session.easy ? localised[`${language}-easy`] : undefined) ?? localised[language] ?? '';
}

/** One of the system's own texts in the languages of now. */
export function system(
  turn: Turn,
  key: ResidentKey,
  params: (language: Language) => Params = () => ({}),
): string {
  const order = guardedTexts.has(key) ? readVoices(turn) : voices(turn);
  return inEach(turn, order, (language) => ofSystem(turn, key, language, params(language)));
}

/** One of the system's own texts in one language. */
export function ofSystem(turn: Turn, key: ResidentKey, language: Language, params: Params = {}): string {
  const organisation = nameIn(turn.moment.organisation, language);
  return text(language, key, { organisation, ...params }, turn.session.easy);
}

/** Something short in every language of now, on one line: a button, a choice. */
export function label(order: Language[], write: (language: Language) => string): string {
  return order
    .map(write)
    .filter((one) => one !== '')
    .join(' / ');
}

function inEach(turn: Turn, order: Language[], write: (language: Language) => string): string {
  const { heardIn: first, flow } = turn;
  // Danger is answered in the language in which it was told, whatever language was chosen before.
  const ordered = first !== null && flow.reviewed.includes(first) ? [first, ...order] : order;
  return [...new Set(ordered)].map(write).join('\n\n');
}

const days = new Map<string, string>();

/** "31 December 2027" for a day of the frame; every greeting says the same one. */
export function dayInWords(language: Language, day: string): string {
  const key = `${language} ${day}`;
  let inWords = days.get(key);
  if (inWords === undefined) {
    inWords = dateInWords(language, new Date(`${day}T12:00:00Z`));
    days.set(key, inWords);
  }
  return inWords;
}
