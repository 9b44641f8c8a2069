import { normalise } from '#domain/normalise.ts';
import type { Language } from '#domain/words.ts';
import { isStopSentence } from './stop-sentences.ts';

export const commands = [
  'stop',
  'start',
  'help',
  'privacy',
  'person',
  /** Who are you, is this a scam, are you a bot. */
  'who',
  /** Not me: stop, unlink, show nothing earlier. */
  'wrongNumber',
  /** Ask me another day. */
  'later',
  /** All the questions beforehand. */
  'questions',
  'skip',
  'back',
  /** What has happened to what I said. */
  'status',
  'myData',
  'forgetMe',
  /** Which languages there are. */
  'language',
  'english',
  'cymraeg',
  'polski',
  'romana',
  'bangla',
  'urdu',
  'easyRead',
  /** Ends easy read. */
  'plain',
  /** Takes back what was agreed to. */
  'noQuote',
  'noHearBack',
] as const;
export type Command = (typeof commands)[number];

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

/**
 * The words that a whole message may be. Both languages always: someone who writes Welsh may still text STOP.
 * The English stop, start and help words are also the SMS provider's own, which it acts on before we see them.
 */
const words: Record<Command, readonly string[]> = {
  stop: [
    ...[
      'stop',
      'stopall',
      'stop all',
      'unsubscribe',
      'unsubscribe me',
      'un subscribe',
      'cancel',
      'end',
      'quit',
    ],
    ...['revoke', 'optout', 'opt out', 'opt me out'],
    ...['stopio', 'stopiwch', 'peidiwch', 'peidio', 'canslo', 'diwedd', 'dad danysgrifio', 'datdanysgrifio'],
  ],
  start: ['start', 'unstop', 'dechrau', 'dechreuwch', 'ailddechrau', 'ail ddechrau', 'ailddechreuwch'],
  help: ['help', 'info', 'cymorth', 'helpu', 'help me', 'helpwch fi', 'gwybodaeth'],
  // Whoever wonders whether we are real is told at once.
  who: [
    ...[
      'who',
      'who is this',
      "who's this",
      'whos this',
      'who is it',
      'who are you',
      'who r u',
      'what is this',
    ],
    ...['is this a scam', 'is it a scam', 'is this spam', 'is this real', 'is this genuine', 'are you real'],
    ...['are you a bot', 'are you a robot', 'is this a bot', 'are you a person', 'are you human', 'scam'],
    ...['pwy', 'pwy yw hwn', 'pwy ydy hwn', 'pwy sy yna', "pwy sy'na", 'pwy ydych chi', 'pwy dach chi'],
    ...['beth yw hwn', 'beth ydy hwn', 'ai sgam yw hwn', 'ydy hwn yn sgam', 'sgam', 'ai robot ydych chi'],
  ],
  privacy: ['privacy', 'privacy notice', 'preifatrwydd', 'hysbysiad preifatrwydd'],
  person: [
    ...['person', 'human', 'a person', 'real person', 'a real person'],
    ...['talk to a person', 'speak to a person', 'talk to someone', 'speak to someone', 'talk to a human'],
    ...[
      'can i talk to a person',
      'can i speak to a person',
      'can i talk to someone',
      'can i speak to someone',
    ],
    ...['i want to talk to a person', 'i want to speak to a person', 'i want to speak to someone'],
    ...['siarad', 'siarad â pherson', 'siarad a pherson', 'siarad gyda pherson', 'siarad efo person'],
    ...['siarad â rhywun', 'siarad a rhywun', 'siarad gyda rhywun', 'siarad efo rhywun'],
    ...[
      'ga i siarad â rhywun',
      'ga i siarad gyda rhywun',
      'ga i siarad efo rhywun',
      'dwi eisiau siarad â rhywun',
    ],
  ],
  english: ['english', 'in english', 'english only', 'saesneg', 'yn saesneg'],
  cymraeg: ['cymraeg', 'gymraeg', 'yn gymraeg', 'cymraeg yn unig', 'welsh', 'in welsh', 'welsh only'],
  polski: ['polski', 'po polsku', 'polish'],
  romana: ['română', 'romana', 'româneşte', 'romanian'],
  bangla: ['বাংলা', 'bangla', 'bengali'],
  urdu: ['اردو', 'urdu'],
  language: ['language', 'languages', 'iaith', 'ieithoedd'],
  easyRead: ['easy read', 'easyread', 'hawdd', 'hawdd ei ddeall', 'darllen hawdd'],
  plain: ['plain', 'arferol'],
  wrongNumber: ['wrong number', 'rhif anghywir', 'not me', 'nid fi'],
  later: ['later', 'wedyn', 'not now', 'tomorrow', 'yfory'],
  questions: ['questions', 'cwestiynau'],
  skip: ['skip', 'hepgor'],
  back: ['back', 'yn ôl'],
  status: ['status', 'statws'],
  myData: ['my data', 'fy nata'],
  forgetMe: ['forget me', 'anghofiwch fi'],
  noQuote: ["don't quote me", 'dont quote me', 'peidiwch â fy nyfynnu'],
  noHearBack: ["don't tell me", 'no follow up'],
};

const commandByWords = new Map<string, Command>();
for (const command of Object.keys(words) as Command[])
  for (const said of words[command]) commandByWords.set(said, command);

/** Every word or phrase that is obeyed as a command, normalised: no keyword or choice label may be one. */
export const commandWords: ReadonlySet<string> = new Set(commandByWords.keys());

const courtesies =
  '(?:please|pls|plz|thanks|thank you|thankyou|ta|cheers|plis|plîs|diolch|os gwelwch yn dda)';
const courtesyBefore = new RegExp(`^${courtesies} (?=.)`, 'u');
const courtesyAfter = new RegExp(`(?<=.) ${courtesies}$`, 'u');

/** "Stop. Thank you" and "please stop" are STOP: being polite must not keep anyone in. */
function withoutCourtesies(normalised: string): string {
  let said = normalised;
  for (let before = ''; before !== said; ) {
    before = said;
    said = said.replace(courtesyBefore, '').replace(courtesyAfter, '');
  }
  return said;
}

/** The command that the whole message is, in either language, or null where it is something to listen to. */
export function commandOf(text: string): Command | null {
  // No command is longer; a long answer that ends in "please stop" is an answer.
  if (text.length > 400) return null;
  const said = withoutCourtesies(normalise(text));
  return commandByWords.get(said) ?? (isStopSentence(said) ? 'stop' : null);
}

const doneWords = new Set([
  ...['done', "i'm done", 'im done', 'i am done', 'all done', 'finished', "i'm finished", 'im finished'],
  ...[
    "i've finished",
    'ive finished',
    'i have finished',
    "that's all",
    'thats all',
    'that is all',
    "that's it",
  ],
  ...['thats it', 'that is it', "that's everything", 'thats everything', 'nothing else', 'nothing more'],
  ...[
    "and that's all",
    "no that's all",
    'no thats all',
    "no that's it",
    "that's all from me",
    'thats all from me',
  ],
  ...["that's all for now", 'thats all for now', "that's me done", 'thats me done', "that's the lot"],
  ...["dyna'r cyfan", 'dynar cyfan', 'dyna r cyfan', "dyna'r cwbl", 'dynar cwbl', 'dyna i gyd', 'dyna ni'],
  ...['wedi gorffen', 'dwi wedi gorffen', 'dw i wedi gorffen', "rwy'n gorffen", 'rydw i wedi gorffen'],
  ...['gorffen', 'dim byd arall', 'dim mwy', 'dim rhagor', 'dyna fo', 'dyna fe', "dyna'r cwbwl"],
]);

/** Whether the whole message says that the answer is finished. Such a message is no part of the answer. */
export function isDone(text: string): boolean {
  return text.length <= 100 && doneWords.has(withoutCourtesies(normalise(text)));
}
