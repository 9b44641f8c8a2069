import { expect, test } from 'vitest';
import { isDone } from '#texts/done.ts';

test.each([
  ...[
    "That's all",
    'that’s all, thanks',
    'Done',
    "I'm done.",
    'finished',
    'DONE ✅',
    'No, that’s it',
    'nothing else',
  ],
  ...['I have nothing more to add', "that's all from me", 'Nothing more to say', 'all done'],
  ...[
    "Dyna'r cyfan",
    'dynar cyfan',
    'dyna ni',
    'Wedi gorffen',
    'Dim byd arall, diolch',
    'dyna fo',
    'Dwi wedi gorffen',
  ],
  ...[
    'To wszystko',
    'Skończyłam',
    'Asta e tot',
    'Gata',
    'Am terminat',
    'শেষ',
    'আর কিছু না',
    'بس',
    'بس اتنا ہی',
  ],
])('finished: %s', (said) => expect(isDone(said)).toBe(true));

test.each([
  ...[
    'A lot has been done',
    "that's all wrong",
    'well done to the staff',
    'Dyna pam',
    'no',
    'end',
    '',
    'nothing',
  ],
  ...[
    'Nothing else matters',
    'Finished at the mill in 1998',
    'More needs to be done',
    'Dyna i gyd sydd ar ôl',
    'Dim byd',
  ],
])('not finished: %s', (said) => expect(isDone(said)).toBe(false));
