import { expect, test } from 'vitest';
import { plainlyContinues } from '#texts/continues.ts';

test.each([
  ...[
    'and the lights',
    'And the lights are broken',
    'Also the kerbs',
    'but only at night',
    'But it is nice in summer',
  ],
  ...[
    'or a bench',
    'because of the kerbs',
    'cos its dark',
    'plus the bins',
    'Oh and the toilets',
    'Oh, and another thing',
  ],
  ...[
    'as well as the toilets',
    'Another thing, the bins',
    'forgot to say it floods',
    'I forgot to say it floods',
  ],
  ...[
    'sorry I meant the library',
    'I meant Tuesday',
    'which is why I walk',
    'PS the staff are lovely',
    'P.S. thank you',
  ],
  ...[
    '...and nobody came',
    '…the end of the street',
    '... at night',
    ', mostly on Fridays',
    ') and that was that',
  ],
  ...[
    'especially at night',
    'except on Sundays',
    'part 2: the bus never came',
    'than it used to be',
    'so I stopped going',
  ],
  ...['*library', 'to add to that, the bins', 'like I said, it is dark', 'Cont. the bus was late'],
  ...[
    'Hefyd y goleuadau',
    'a hefyd y biniau',
    'ac mae’n dywyll',
    'ond dim ond yn y nos',
    'neu fainc',
    'achos y palmant',
  ],
  ...[
    "A'r biniau",
    'a’r toiledau',
    'O, ac y biniau',
    'Peth arall, y biniau',
    'anghofiais ddweud',
    'a does neb yn poeni',
  ],
  ...['ale tylko w nocy', 'dar numai noaptea', 'কিন্তু শুধু রাতে', 'لیکن صرف رات کو'],
])('goes on: %s', (said) => expect(plainlyContinues(said)).toBe(true));

test.each([
  ...[
    '',
    '👍',
    'And',
    'also',
    'The lights are broken',
    'the lights are broken',
    'A bench by the river',
    'a bench',
    'An old tree',
  ],
  ...[
    'I think the park',
    'i think the park',
    'It is lovely',
    'More buses',
    'Yes',
    'no',
    'Nothing',
    'Andrew at the library',
    'Button on the crossing',
  ],
  ...[
    'Orchard Street',
    'Last thing at night I check on him',
    'I forgot my appointment',
    'So many cars',
    'so many cars',
  ],
  ...[
    'With more buses',
    'When the market came back',
    'when the market came back',
    'To add more benches',
    'Butchers and bakers',
  ],
  ...[
    'Plush new seats',
    'Acrobats in the square',
    'Y llyfrgell',
    'Mae angen mainc',
    'Achosion da',
    'Ar y stryd fawr',
    'Mwy o fysiau',
    'ar y stryd fawr',
  ],
  ...[
    'Who decides this?',
    'If I had time I would swim',
    'A lot',
    'Then and now',
    'Withdrawn services',
    'Partly',
    'আরও বাস',
  ],
])('begins anew: %s', (said) => expect(plainlyContinues(said)).toBe(false));

test.each(['- help from staff', 'instead of cuts, more staff', 'too many cars'])(
  'nor is a list or half a wish: %s',
  (said) => expect(plainlyContinues(said)).toBe(false),
);
