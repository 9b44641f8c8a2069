import type { Language } from '#domain/words.ts';
import { asCompared, bare, phrases } from './as-compared.ts';
import { type Command, type CommandPhrases, commands } from './command.ts';
import { bengaliCommands } from './commands.bn.ts';
import { welshCommands } from './commands.cy.ts';
import { englishCommands } from './commands.en.ts';
import { polishCommands } from './commands.pl.ts';
import { romanianCommands } from './commands.ro.ts';
import { urduCommands } from './commands.ur.ts';
import { withoutCourtesies } from './courtesies.ts';
import { welshSentences } from './sentences.cy.ts';
import { englishSentences } from './sentences.en.ts';
import { unreadSentences } from './sentences.unread.ts';
import { isStopSentence } from './stop-sentences.ts';

export type { Command } from './command.ts';
export { commands } from './command.ts';
export { isDone } from './done.ts';

const languageByCommand: Partial<Record<Command, Language>> = {
  english: 'en',
  cymraeg: 'cy',
  polski: 'pl',
  romana: 'ro',
  bangla: 'bn',
  urdu: 'ur',
};

/** The language that a command chooses; null where it chooses none. */
export function languageOfCommand(command: Command): Language | null {
  return languageByCommand[command] ?? null;
}

/** What to text to be written to in a language, in that language. */
export const languageWords: Record<Language, string> = {
  en: 'ENGLISH',
  cy: 'CYMRAEG',
  pl: 'POLSKI',
  ro: 'ROMÂNĂ',
  bn: 'বাংলা',
  ur: 'اردو',
};

/** Every language always: someone who writes Welsh may still text STOP, and at first nobody's language is known. */
export const phrasesByLanguage: Record<Language, CommandPhrases> = {
  en: englishCommands,
  cy: welshCommands,
  pl: polishCommands,
  ro: romanianCommands,
  bn: bengaliCommands,
  ur: urduCommands,
};

const commandByPhrase = new Map<string, Command>();
for (const lists of Object.values(phrasesByLanguage))
  for (const command of commands)
    for (const phrase of phrases(lists[command])) commandByPhrase.set(phrase, command);

/** Every phrase that is obeyed as a command, as compared: no keyword or choice label may be one. */
export const commandWords: ReadonlySet<string> = new Set(commandByPhrase.keys());

const sentences = commands.flatMap((command): [Command, RegExp][] => {
  const written = [englishSentences, welshSentences, unreadSentences].flatMap(
    (lists) => lists[command] ?? [],
  );
  return written.length === 0 ? [] : [[command, new RegExp(`^(?:${bare(written.join('|'))})$`, 'u')]];
});

const no = '(?:no thanks|no thank you|no ta|no way|no|nope|nah|naw|dim diolch|nage|na)';
const noBefore = new RegExp(`^(?:${no} )+`, 'u');
const noAfter = new RegExp(`(?: ${no})+$`, 'u');

/** "No. Stop.", "stop, no", "no thanks, stop texting me": a no on top of a STOP takes nothing from it. "No end" is no STOP. */
function isRefusal(said: string): boolean {
  const rest = withoutCourtesies(said.replace(noBefore, '').replace(noAfter, ''));
  if (rest === said || rest === 'end' || rest === 'diwedd') return false;
  return commandByPhrase.get(rest) === 'stop' || isStopSentence(rest);
}

const stopSign = '\u{1f6d1}';

/** The sign alone, or with a please. */
function isStopSign(text: string): boolean {
  if (!text.includes(stopSign)) return false;
  return /^stop(?: stop)*$/.test(withoutCourtesies(asCompared(text.replaceAll(stopSign, ' stop '))));
}

/** No command is longer; a long answer that ends in "please stop" is an answer. */
const longestSentence = 160;

/**
 * The command that the whole message is, in any language, or null where it is something to listen to. What could be
 * somebody's whole answer is left to be heard: "tomorrow" is no command, "ask me tomorrow" is.
 */
export function commandOf(text: string): Command | null {
  if (text.length > 400) return null;
  const whole = asCompared(text);
  const said = withoutCourtesies(whole);
  const found = commandByPhrase.get(said) ?? commandByPhrase.get(whole);
  if (found !== undefined) return found;
  if (said.length > longestSentence) return null;
  if (isStopSentence(said) || isRefusal(said)) return 'stop';
  if (isStopSign(text)) return 'stop';
  return sentences.find(([, sentence]) => sentence.test(said))?.[0] ?? null;
}

/** Whether a command is said in more than the one word that our texts ask for, a please or a thank you aside. */
export function isSentence(text: string): boolean {
  return withoutCourtesies(asCompared(text)).includes(' ');
}
