import { distance } from 'fastest-levenshtein';
import type { Language } from '#domain/words.ts';
import { yesOrNo } from '#texts/answers.ts';
import { asCompared } from '#texts/as-compared.ts';
import { isGoodbye, withoutCourtesies } from '#texts/courtesies.ts';
import { isDone } from '#texts/done.ts';
import { numberSaid } from '#texts/numbers.ts';
import type { Flows } from './flows.ts';

/** A keyword that may be meant: which flow it begins, and in which language. */
export interface MaybeMeant {
  word: string;
  flowId: string;
  language: Language | null;
}

/** Words that come near to keywords and are none: they wait, whole, until their writer says what they mean. */
export interface NearMiss {
  keywords: MaybeMeant[];
  messageIds: string[];
  /** How often we have asked. */
  asked: number;
}

/** More words than this are something to listen to. */
const FEW_WORDS = 3;
/** More than this fits in no question. */
const MOST = 3;
/** A shorter one is near to every second word. */
const SHORTEST = 4;

/**
 * The keywords that a short message comes near to, the nearest of each flow: one slip in four letters, two letters that
 * changed places, or the keyword among a word or two. None where it is an answer to anything: a yes, a number, a goodbye.
 */
export function nearKeywords(flows: Pick<Flows, 'keywords'>, text: string): MaybeMeant[] {
  const said = withoutCourtesies(asCompared(text));
  const spoken = said.split(' ');
  if (said === '' || spoken.length > FEW_WORDS) return [];
  if (yesOrNo(text) !== null || numberSaid(text) !== null || isDone(text) || isGoodbye(text)) return [];
  const found = new Map<string, MaybeMeant & { off: number }>();
  for (const [word, { version, language }] of flows.keywords()) {
    const off = howFar(said, spoken, word);
    if (off === null) continue;
    const flowId = version.flow.id;
    if (off < (found.get(flowId)?.off ?? Number.POSITIVE_INFINITY))
      found.set(flowId, { word, flowId, language, off });
  }
  return [...found.values()]
    .sort((one, other) => one.off - other.off)
    .slice(0, MOST)
    .map(({ off: _, ...meant }) => meant);
}

/** 0 where it is named, else by how many slips it is missed; null where it is not near. */
function howFar(said: string, spoken: readonly string[], keyword: string): number | null {
  if (` ${said} `.includes(` ${keyword} `)) return 0;
  if (keyword.length < SHORTEST) return null;
  const slips = [said, ...spoken].map((words) => slipsBetween(words, keyword));
  const least = Math.min(...slips);
  return least <= Math.floor(keyword.length / SHORTEST) ? least : null;
}

function slipsBetween(said: string, keyword: string): number {
  return isSwapped(said, keyword) ? 1 : distance(said, keyword);
}

/** "prak": two letters beside each other have changed places. */
function isSwapped(said: string, keyword: string): boolean {
  if (said.length !== keyword.length || said === keyword) return false;
  const at = [...keyword].findIndex((letter, index) => letter !== said[index]);
  const swapped =
    keyword.slice(0, at) + (keyword[at + 1] ?? '') + (keyword[at] ?? '') + keyword.slice(at + 2);
  return swapped === said;
}
