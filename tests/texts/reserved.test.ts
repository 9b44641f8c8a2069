import { expect, test } from 'vitest';
import { normalise } from '#domain/normalise.ts';
import { languages } from '#domain/words.ts';
import { reservedWords } from '#flow/reserved.ts';
import { asCompared } from '#texts/as-compared.ts';
import { commandOf, commands, languageWords, phrasesByLanguage } from '#texts/commands.ts';

test.each(languages)(
  'every command of one or two words in %s is reserved, as spelt and as typed',
  (language) => {
    const spelt = commands.flatMap((command) => phrasesByLanguage[language][command].split(/[|\n]/));
    const short = spelt.filter((word) => normalise(word) !== '' && normalise(word).split(' ').length <= 2);
    const both = short.flatMap((word) => [normalise(word), asCompared(word)]);
    expect(both.filter((word) => !reservedWords.has(word))).toEqual([]);
  },
);

test.each(languages)('so is what chooses %s', (language) => {
  expect(reservedWords.has(normalise(languageWords[language]))).toBe(true);
});

/** Twilio's, which it acts on before we see them. */
const optOut = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'];

test.each(optOut)('the provider takes %s for STOP, and so do we', (word) => {
  expect(reservedWords.has(word)).toBe(true);
  expect(commandOf(word)).toBe('stop');
});

test.each([
  ['start', 'start'],
  ['unstop', 'start'],
  ['help', 'help'],
  ['info', 'help'],
])('and %s for %s', (word, command) => {
  expect(reservedWords.has(word)).toBe(true);
  expect(commandOf(word)).toBe(command);
});

test('YES is reserved and no command: it opts in only someone who had stopped', () => {
  expect(reservedWords.has('yes')).toBe(true);
  expect(commandOf('YES')).toBeNull();
});
