import type { Cost } from '#store/model-runs.ts';
import type { Usage } from './languageModel.ts';
import type { Question } from './prompt.ts';

/** Pence a million tokens, which is the same as millipence a thousand; null where nobody has said. */
export type Price = { in: number; out: number } | null;

/** How much one call sends, and about how many responses. */
export interface Size {
  /** UTF-8. */
  bytes: number;
  responses: number;
}

/** The shape of the answer is sent too: so much, and so much for each id in it. */
const SHAPE = 700;
const AN_ID = 10;
/** Around each response, with what was asked of it. */
const A_BLOCK = 150;

export function sizeOf({ prompt, responses, themes }: Question): Size {
  const written = Buffer.byteLength(prompt.system) + Buffer.byteLength(prompt.user);
  return {
    bytes: written + SHAPE + AN_ID * (responses.size + themes.size),
    responses: responses.size,
  };
}

/** The same before there is a question: from the size of one about no response at all, and how long the texts are. */
export function sizeWith(none: Size, texts: readonly number[]): Size {
  const bytes = texts.reduce((all, text) => all + text + A_BLOCK, none.bytes);
  return { bytes, responses: texts.length };
}

/** A token is about four letters of English and as few as two bytes of Bengali. */
const BYTES_A_TOKEN = 4;
const FEWEST_BYTES_A_TOKEN = 2;
/** What providers add around a prompt and its schema. */
const AROUND = 500;
/** What is written about one response, and at most; the rest is room for models that think first. */
const WRITTEN = 60;
const MOST_WRITTEN = 300;
const ROOM = 2000;

export function mostTokensOut(responses: number): number {
  return ROOM + MOST_WRITTEN * responses;
}

/** The most that one call can cost, with room to spare: what is held before it is made. */
export function mostOf({ bytes, responses }: Size, price: Price): Cost {
  const tokensIn = Math.ceil(bytes / FEWEST_BYTES_A_TOKEN) + AROUND;
  return costOf({ tokensIn, tokensOut: mostTokensOut(responses) }, price);
}

/** About what one call will cost. */
export function aboutOf({ bytes, responses }: Size, price: Price): Cost {
  const tokensIn = Math.ceil(bytes / BYTES_A_TOKEN);
  return costOf({ tokensIn, tokensOut: WRITTEN * responses }, price);
}

export function millipenceOf({ tokensIn, tokensOut }: Usage, price: Price): number {
  return price === null ? 0 : Math.ceil((tokensIn * price.in + tokensOut * price.out) / 1000);
}

function costOf(usage: Usage, price: Price): Cost {
  return { tokens: usage.tokensIn + usage.tokensOut, millipence: millipenceOf(usage, price) };
}

export function sum(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (all, { tokens, millipence }) => ({
      tokens: all.tokens + tokens,
      millipence: all.millipence + millipence,
    }),
    { tokens: 0, millipence: 0 },
  );
}
