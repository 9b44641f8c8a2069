import { type Command, languageOfCommand, languageWords } from '#texts/commands.ts';
import { askAgain } from './ask.ts';
import { say, type Turn } from './turn.ts';
import { system } from './voice.ts';

/** What to text for each language that the flow speaks. */
export function listLanguages(turn: Turn): void {
  const list = turn.flow.languages.map((language) => languageWords[language]).join(', ');
  say(
    turn,
    system(turn, 'resident.languages', () => ({ list })),
  );
}

/** From now on in the language that a command names, where the flow speaks it. */
export function chooseLanguage(turn: Turn, command: Command): void {
  const language = languageOfCommand(command);
  if (language === null) return;
  if (!turn.flow.languages.includes(language)) {
    say(turn, system(turn, 'resident.notInThatLanguage'));
    return listLanguages(turn);
  }
  turn.session.language = language;
  speak(turn, 'resident.languageSet');
}

/** From now on in easy words, or in plain ones again. */
export function speakEasy(turn: Turn, easy: boolean): void {
  turn.session.easy = easy;
  speak(turn, easy ? 'resident.easySet' : 'resident.easyOff');
}

/** From now on in that language, or in those words: the open question first. */
function speak(turn: Turn, said: 'resident.languageSet' | 'resident.easySet' | 'resident.easyOff'): void {
  const { session } = turn;
  turn.events.push({ kind: 'languageChosen', language: session.language, easy: session.easy });
  say(turn, system(turn, said));
  if (session.status === 'active') askAgain(turn);
}
