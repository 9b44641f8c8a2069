import { saidIn, toResidents } from '#flow/said.ts';
import type { Rule } from './rule.ts';

export const mustHold: Rule[] = [
  {
    id: 'closes-before-it-opens',
    level: 'error',
    sentence: 'A flow closes after it has opened.',
    fix: 'write a later date',
    check: ({ frame: { opens, closes } }) =>
      opens < closes
        ? []
        : [
            {
              path: ['frame', 'closes'],
              what: 'it closes before it has opened',
              fix: `write a date after ${opens}`,
            },
          ],
  },
  {
    id: 'hold-backwards',
    level: 'error',
    sentence: 'A hold ends after it has begun.',
    fix: 'put the earlier date first',
    check: ({ frame }) =>
      frame.holds.flatMap(({ from, until }, i) =>
        from <= until
          ? []
          : [{ path: ['frame', 'holds', i, 'until'], what: 'this hold ends before it begins' }],
      ),
  },
];

/** Whether a flow promises only what will be kept. */
export const honest: Rule[] = [
  {
    id: 'promise-of-secrecy',
    level: 'warning',
    sentence: 'No text promises secrecy: somebody who is in danger may have to be helped.',
    fix: 'say who reads it, and that names and numbers are not shown',
    check: (flow) =>
      saidIn(flow).flatMap(({ path, role, words }) => {
        const [promise] =
          words.match(
            /\b(?:confidential(?:ly)?|in (?:strict )?confidence|secret|anonymous(?:ly)?|nobody will (?:ever )?(?:know|see)|cyfrinachol|ddienw|dienw)\b/i,
          ) ?? [];
        if (promise === undefined || !toResidents.has(role)) return [];
        return [{ path, what: `"${promise}" promises what may have to be broken` }];
      }),
  },
  {
    id: 'hasty-reminder',
    level: 'warning',
    sentence: 'The first reminder comes after three days or more.',
    fix: 'give people time to think: 7 is a good first reminder',
    check: ({ reminders }) =>
      (reminders[0] ?? 3) >= 3
        ? []
        : [{ path: ['reminders', 0], what: 'this reminds people before they had time to think' }],
  },
  {
    id: 'young-consent',
    level: 'warning',
    sentence:
      'Someone under 13 cannot give consent alone, so it is not the lawful basis for them (Data Protection Act 2018, section 9).',
    fix: 'ask whoever looks after data protection, or begin at 13',
    check: ({ ages, frame }) =>
      ages.from >= 13 || frame.lawfulBasis !== 'consent'
        ? []
        : [
            {
              path: ['ages', 'from'],
              what: `people of ${ages.from} are asked for consent that they cannot give`,
            },
          ],
  },
];
