import type { ConsoleLanguage } from '#domain/words.ts';
import { carersCy } from './carers.cy.ts';
import { carersEn } from './carers.en.ts';
import { highStreetCy } from './high-street.cy.ts';
import { highStreetEn } from './high-street.en.ts';

/**
 * What people say, by the question (its step in the flow) and by the themes of the codebook that it is truly about:
 * several keys with a space between, '' for none.
 */
export type Words = Record<string, Record<string, readonly string[]>>;

/** One thing that somebody might say to one question. */
export interface Saying {
  words: string;
  /** Keys of themes. */
  themes: readonly string[];
}

const written: Record<string, Record<ConsoleLanguage, Words>> = {
  'high-street': { en: highStreetEn, cy: highStreetCy },
  carers: { en: carersEn, cy: carersCy },
};

/** The flows that the demo has words for, the busier one first. */
export const demoFlows = Object.keys(written);

/** Every saying of one language for one flow, by step. */
export function sayings(flowId: string, language: ConsoleLanguage): Map<string, Saying[]> {
  return new Map(
    Object.entries(written[flowId]?.[language] ?? {}).map(([step, byThemes]) => [
      step,
      Object.entries(byThemes).flatMap(([themes, said]) =>
        said.map((words) => ({ words, themes: themes === '' ? [] : themes.split(' ') })),
      ),
    ]),
  );
}
