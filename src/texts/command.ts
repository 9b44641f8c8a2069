/** What a whole message can ask for. */
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
  /** Joins another phone or app of theirs to this one. */
  'link',
] as const;
export type Command = (typeof commands)[number];

/** The phrases of one language, as `phrases` reads them. */
export type CommandPhrases = Record<Command, string>;
