// Nobody who speaks Polish, Romanian, Bengali or Urdu has read this through yet.
import type { Command } from './command.ts';

/** LATER with a time, in the other languages; all else is in their lists. */
export const unreadSentences: Partial<Record<Command, readonly string[]>> = {
  later: [
    'później (?:za )?(?:\\d{1,2} )?(?:dni|dzień|tydzień|tygodnie|tygodni|miesiąc|miesiące)',
    'mai târziu (?:peste )?(?:o |\\d{1,2} (?:de )?)?(?:zi|zile|săptămână|săptămâni|lună|luni)',
    'পরে \\d{1,2} (?:দিন|সপ্তাহ|মাস)',
    '\\d{1,2} (?:দিন|সপ্তাহ|মাস) পরে',
    'بعد میں \\d{1,2} (?:دن|ہفتے|ہفتہ|مہینے|ماہ)',
    '\\d{1,2} (?:دن|ہفتے|ہفتہ|مہینے|ماہ) بعد',
  ],
};
