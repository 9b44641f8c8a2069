import { type HandWay, handWays } from '#domain/by-hand.ts';
import { segmentsOf } from '#domain/segments.ts';
import type { ChannelName, Language, Organisation } from '#domain/words.ts';
import type { Audience, Person } from '#loop/audience.ts';
import { compose } from '#loop/compose.ts';
import type { OutcomeDetail } from '#loop/outcomes.ts';
import { languagesFor, SILENT_MS, told } from '#loop/recall.ts';
import { backAfterSilence, wordsAbout } from '#store/audience.ts';
import { flowByHash } from '#store/consultations.ts';
import type { Db } from '#store/db.ts';
import { redactionsOf } from '#store/redactions.ts';

/** A message as one person would get it. Neither the person nor their address is named. */
export interface Preview {
  channel: ChannelName;
  /** How they are told where somebody does it by hand; null where a channel does. */
  way: HandWay | null;
  /** What that person chose; null where they have not. */
  language: Language | null;
  text: string;
  /** What it is charged as; null where a channel does not charge by length. */
  segments: { count: number; length: number } | null;
}

/**
 * The message to the first person of each language, composed as it would be sent. What is read out and what is printed
 * have samples of their own beside those that are sent: they say the same in other words.
 */
export async function previewsOf(
  db: Db,
  outcome: OutcomeDetail,
  { people }: Audience,
  options: { organisation: Organisation; now: number },
): Promise<Preview[]> {
  const firsts = [...Map.groupBy(people, (person) => `${wayOf(person)} ${person.language}`).values()].flatMap(
    (group) => group.slice(0, 1),
  );
  return Promise.all(firsts.map((person) => previewOf(db, outcome, person, options)));
}

/** The message to one person. */
export async function previewOf(
  db: Db,
  { kind, weDid, themes, publishedAt }: OutcomeDetail,
  person: Person,
  { organisation, now }: { organisation: Organisation; now: number },
): Promise<Preview> {
  const { residentId, addressId, channel, language } = person;
  const themeIds = themes.map(({ id }) => id);
  const words = await wordsAbout(db, { themeIds, residentIds: [residentId], publishedAt });
  const flow = (await flowByHash(db, words[0]?.flowHash ?? ''))?.flow;
  const back = await backAfterSilence(db, [residentId], SILENT_MS);
  const decisions = await redactionsOf(db, words[0] === undefined ? [] : [words[0].id]);
  const text = compose({
    organisation,
    kind,
    weDid,
    languages: languagesFor(language, flow),
    told: told(words, flow, { ...person, now, backAt: back.get(addressId) ?? null }, decisions),
    byHand: channel === 'byHand',
  });
  const { count, length } = segmentsOf(text);
  return {
    channel,
    way: wayOf(person),
    language,
    text,
    segments: channel === 'sms' ? { count, length } : null,
  };
}

function wayOf({ channel, account }: Person): HandWay | null {
  return channel === 'byHand' ? (handWays.find((way) => way === account) ?? null) : null;
}
