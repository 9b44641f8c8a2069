import { expect, test } from 'vitest';
import { commandOf } from '#texts/commands.ts';
import { laterDays } from '#texts/later.ts';
import { saysWhen } from '#texts/when.ts';

test.each([
  ['later', 1],
  ['LATER', 1],
  ['later 3 days', 3],
  ['Later 3', 3],
  ['later 2 weeks', 14],
  ['later in a week', 7],
  ['later, next week', 7],
  ['ask me later today', 1],
  ['ask me tomorrow', 1],
  ['Ask me again the day after tomorrow', 2],
  ['ask me in 3 days', 3],
  ['remind me in three days', 3],
  ['remind me in a couple of days', 2],
  ['text me again in a few days', 3],
  ['remind me next week', 7],
  ['Can you ask me next week please?', 7],
  ['ask me in a fortnight', 14],
  ['ask me in a month', 30],
  ['ask me next month', 30],
  ['remind me in 3 months', 60],
  ['ask me later this week', 4],
  ['ask me in 2 hours', 1],
  ['ask me after 5pm', 1],
  ['later 5pm', 1],
  ['later 0 days', 1],
  ['remind me in 90 days', 60],
  ['Not now, ask me tomorrow', 1],
  ['wedyn', 1],
  ['wedyn 5 diwrnod', 5],
  ['Wedyn, wythnos nesaf', 7],
  ['gofynnwch eto yfory', 1],
  ['gofynnwch eto mewn 3 diwrnod', 3],
  ['gofynnwch i mi ymhen pythefnos', 14],
  ['atgoffwch fi mewn dwy wythnos', 14],
  ['atgoffwch fi wythnos nesa', 7],
  ['gofynnwch ymhen tridiau', 3],
  ['gofynnwch eto mis nesaf', 30],
])('%s: LATER, in %i days', (said, days) => {
  expect(commandOf(said)).toBe('later');
  expect(laterDays(said)).toBe(days);
});

/** A Wednesday. */
const now = Date.UTC(2027, 0, 13, 12);

test.each([
  ['ask me on Friday', 2],
  ['ask me on Wednesday', 7],
  ['text me Monday', 5],
  ['ask me at the weekend', 3],
  ['gofynnwch ddydd Gwener', 2],
  ['gofynnwch eto ddydd Llun', 5],
])('%s, on a Wednesday: in %i days', (said, days) => {
  expect(commandOf(said)).toBe('later');
  expect(laterDays(said, now)).toBe(days);
  expect(laterDays(said)).toBe(1);
});

test.each([
  ['później 3 dni', 3],
  ['później za tydzień', 7],
  ['mai târziu 3 zile', 3],
  ['পরে ৩ দিন', 3],
  ['بعد میں ۳ دن', 3],
])('%s: LATER, in %i days', (said, days) => {
  expect(commandOf(said)).toBe('later');
  expect(laterDays(said)).toBe(days);
});

test.each([
  'tomorrow',
  'yfory',
  'next week',
  'in 3 days',
  'Maybe the weekend',
  'Later buses on Saturdays',
  'Friday',
])('a time alone is an answer: %s', (said) => expect(commandOf(said)).toBeNull());

test.each([
  ...[
    'next week',
    'in a few days',
    'No, I mean Sunday',
    'Tomorrow evening',
    'maybe tuesday please',
    'in the morning',
  ],
  ...['wythnos nesaf', 'falle dydd Sul', 'yfory, diolch'],
])('%s is a time to come back at', (said) => expect(saysWhen(said)).toBe(true));

test.each([
  '',
  '2',
  'later',
  'Monday is market day',
  'the night bus never comes',
  'not in the morning, it is too loud',
])('"%s" is no time to come back at', (said) => expect(saysWhen(said)).toBe(false));
