/**
 * Words that never reach a flow as an answer or a keyword. Twilio's whole-message opt-out, opt-in and help words
 * (its default lists, with REVOKE and OPTOUT of 2025), and the commands that every conversation obeys in both
 * languages: texts/commands.ts, which a test holds against this list. YES is among them because it opts in
 * someone who had stopped. Normalised.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out'],
  ...['start', 'yes', 'unstop', 'help', 'info'],
  ...['privacy', 'person', 'human', 'english', 'welsh', 'cymraeg', 'saesneg'],
  ...[
    'later',
    'back',
    'skip',
    'status',
    'questions',
    'language',
    'who',
    'my data',
    'forget me',
    'wrong number',
  ],
  ...['not me', 'done', 'finished', 'scam', 'sgam'],
  ...['stopio', 'stopiwch', 'peidiwch', 'peidio', 'canslo', 'diwedd', 'datdanysgrifio', 'dad danysgrifio'],
  ...[
    'dechrau',
    'dechreuwch',
    'ailddechrau',
    'ail ddechrau',
    'ailddechreuwch',
    'cymorth',
    'helpu',
    'gwybodaeth',
  ],
  ...[
    'preifatrwydd',
    'siarad',
    'gymraeg',
    'wedyn',
    'yn ôl',
    'hepgor',
    'statws',
    'cwestiynau',
    'iaith',
    'pwy',
  ],
  ...['fy nata', 'anghofiwch fi', 'rhif anghywir', 'gorffen', 'wedi gorffen'],
]);
