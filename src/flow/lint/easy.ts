import { normalise } from '#domain/normalise.ts';
import { type Voice, voices } from '#domain/words.ts';
import { spoken, writtenIn } from '#flow/said.ts';
import type { Rule } from './rule.ts';

const easyVoices = voices.filter((voice) => spoken(voice).easy);

/** What is as short as this is easy already. */
const shortEnough = 8;

/** Whether easy read is what it says. */
export const easy: Rule[] = [
  {
    id: 'easy-read-with-gaps',
    level: 'warning',
    sentence: `Where one question has an easy-read text, all of over ${shortEnough} words have.`,
    fix: 'write it in easy words too',
    check: (flow) => {
      const asked = writtenIn(flow).filter(
        ({ role }) => role === 'ask' || role === 'probe' || role === 'text',
      );
      const lacking = (voice: Voice) => asked.filter(({ texts }) => texts[voice] === undefined);
      return easyVoices.flatMap((voice) => {
        const without = lacking(voice);
        if (without.length === asked.length) return [];
        const { language } = spoken(voice);
        const hard = without.filter(({ texts }) => (texts[language] ?? '').split(/\s+/).length > shortEnough);
        return hard.map(({ path }) => ({
          path,
          what: `there is no ${voice} text here, so somebody who asked for EASY READ gets the plain one`,
        }));
      });
    },
  },
  {
    id: 'easy-read-the-same',
    level: 'warning',
    sentence: 'An easy-read text is easier than the plain one.',
    fix: 'use shorter sentences and plainer words, or remove it: the plain text is sent where there is none',
    check: (flow) =>
      writtenIn(flow).flatMap(({ path, texts }) =>
        easyVoices.flatMap((voice) => {
          const words = texts[voice];
          if (words === undefined || normalise(words) !== normalise(texts[spoken(voice).language] ?? ''))
            return [];
          return [{ path: [...path, voice], what: 'the easy-read text is the plain text again' }];
        }),
      ),
  },
];
