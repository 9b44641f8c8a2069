import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, commandOf, isDone } from '#texts/commands.ts';

const commands: Record<Command, string[]> = {
  stop: [
    ...[
      'STOP',
      'stop',
      'Stop.',
      ' stop ',
      '"STOP"',
      '‘Stop’',
      'STOP!!!',
      'stop 🛑',
      'ＳＴＯＰ',
      'st\u200bop',
      'STOPALL',
    ],
    ...[
      'Stop all',
      'UNSUBSCRIBE',
      'cancel',
      'End',
      'QUIT',
      'revoke',
      'OPTOUT',
      'opt out',
      'Opt-out',
      'Un-subscribe',
    ],
    ...[
      'Stop. Thank you',
      'please stop',
      'STOP please',
      'stop, thanks',
      'Stop now',
      'stop it',
      'Please STOP texting me',
    ],
    ...[
      'please stop texting me',
      'can you stop texting me please',
      'Stop messaging me!',
      'stop sending me texts',
    ],
    ...[
      'Stop sending these messages',
      'stop the texts',
      'Stop these messages please',
      'stop contacting me now',
    ],
    ...[
      "Don't text me again",
      'dont text me',
      'Do not contact me any more',
      'Please don’t message me anymore',
    ],
    ...[
      'no more texts',
      'No more messages please',
      'take me off your list',
      'Please take me off your mailing list.',
    ],
    ...[
      'remove me from this list',
      'Remove my number from your system',
      'unsubscribe me',
      'opt me out of this',
    ],
    ...[
      'I want to unsubscribe',
      "I'd like to opt out",
      'I want you to stop',
      'I want to opt out of this',
      'leave me alone',
      'stop asking me',
      'Please stop asking me questions',
    ],
    ...[
      "I don't want any more texts",
      "I don't want to get these messages",
      'I no longer want to receive your texts',
    ],
    ...[
      'STOPIO',
      'Stopiwch',
      'PEIDIWCH',
      'Canslo',
      'diwedd',
      'Dad-danysgrifio',
      'Stopiwch, os gwelwch yn dda',
    ],
    ...[
      'Stop. Diolch',
      'Peidiwch â thecstio fi',
      'peidiwch a tecstio fi eto',
      'Peidiwch ag anfon negeseuon ata i',
    ],
    ...[
      'Peidiwch anfon mwy o negeseuon',
      'Peidiwch â chysylltu â mi eto',
      'stopiwch decstio fi',
      'paid a tecstio fi',
    ],
    ...[
      'Stopiwch anfon negeseuon ataf',
      'Rhowch y gorau i anfon negeseuon',
      'Dim mwy o negeseuon',
      'dim rhagor o decsts',
    ],
    ...['Tynnwch fi oddi ar eich rhestr', "tynnwch fy rhif o'ch rhestr", 'Dwi ddim eisiau mwy o negeseuon'],
    ...['Gadewch lonydd i mi'],
  ],
  start: ['START', 'start please', 'Unstop', 'DECHRAU', 'dechreuwch', 'AILDDECHRAU', 'ail-ddechrau'],
  help: [
    'HELP',
    'help!',
    'Info',
    'CYMORTH',
    'Helpu',
    'help please',
    'Helpwch fi',
    'WHO',
    'Who is this?',
    'Is this a scam?',
    'are you a bot',
    'Pwy ydych chi?',
    'Ai sgam yw hwn?',
  ],
  privacy: ['PRIVACY', 'privacy?', 'Preifatrwydd', 'PREIFATRWYDD.'],
  person: [
    'PERSON',
    'person please',
    'Can I speak to a person?',
    'talk to someone',
    'Siarad',
    'siarad â pherson',
  ],
  english: ['ENGLISH', 'english please', 'Saesneg', 'in English'],
  cymraeg: ['CYMRAEG', 'Cymraeg os gwelwch yn dda', 'welsh', 'Yn Gymraeg'],
};

const answers = [
  'The bus stop is filthy',
  'stop the parking outside school',
  "I can't stop thinking about it",
  'Stop the cars racing at night',
  'Stop closing shops',
  'Stop asking us for money to park',
  'Who are you going to ask next?',
  'Who is this bench for?',
  'stop sending lorries down our road',
  'Stop texting at the wheel should be on a sign',
  'People need to stop dropping litter',
  'I want to stop and sit down but there are no benches',
  'The end of the high street',
  'Cancel the one way system',
  'quit smoking help would be good',
  'They should end free parking',
  'Bus stop',
  'The 42 does not stop here any more',
  'No more betting shops',
  'No more empty shops',
  "Don't text people at midnight, was my first thought",
  'take the bins off our street',
  'Remove me from the housing list? They did, without asking',
  'I need help getting to the shops',
  'Help for carers is hard to find',
  'A person at the desk would help',
  'talk to someone who knows dementia',
  'More privacy in the changing rooms',
  'English and Welsh signs please',
  'Welsh lessons in the library',
  'start a market again',
  'When does it start?',
  'Yes',
  'Thank you',
  'please',
  'Diolch',
  '',
  '👍',
  'Mae angen stopio parcio tu allan i’r ysgol',
  'Stopiwch yrru yn gyflym',
  'Stopiwch y traffig',
  "Mae'r safle bws yn fudr",
  'Dim mwy o siopau betio',
  'Peidiwch cau y llyfrgell',
  'Peidiwch â chael gwared ar y coed',
  'Peidiwch ag anfon lorïau drwy’r dref',
  'Cymorth i ofalwyr',
  'Dechrau marchnad eto',
  'Mwy o Gymraeg ar yr arwyddion',
  'Dwi ddim eisiau mwy o geir',
];

describe('a whole message that is a command is obeyed', () => {
  for (const command of Object.keys(commands) as Command[])
    test.each(commands[command])(`${command}: %s`, (said) => expect(commandOf(said)).toBe(command));
});

describe('anything else is listened to', () => {
  test.each(answers)('%s', (said) => expect(commandOf(said)).toBeNull());
});

test('a long answer that only ends in a command word is an answer', () => {
  expect(commandOf(`${'The road is loud. '.repeat(30)} please stop`)).toBeNull();
});

test('no text makes it fail or wait', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 450 }), (said) => {
      commandOf(said);
      isDone(said);
    }),
  );
  const hostile = `please ${'stop sending me these texts to me '.repeat(11)}`;
  expect(commandOf(hostile)).toBeNull();
});

test.each([
  "That's all",
  'that’s all, thanks',
  'Done',
  "I'm done.",
  'finished',
  "Dyna'r cyfan",
  'dyna ni',
  'Wedi gorffen',
])('finished: %s', (said) => expect(isDone(said)).toBe(true));

test.each(['A lot has been done', "that's all wrong", 'well done to the staff', 'Dyna pam', 'no', 'end', ''])(
  'not finished: %s',
  (said) => expect(isDone(said)).toBe(false),
);
