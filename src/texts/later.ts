import { asCompared } from './as-compared.ts';

/** Each line is the words of one number. */
const numbers = `
  a an one un
  two couple dau ddau dwy ddwy cwpl gwpl dwa doua দুই دو
  three few tri dri tair dair ychydig trzy trei তিন تین
  four several pedwar bedwar pedair bedair
  five pump bump pum bum
  six chwech chwe
  seven saith
  eight wyth
  nine naw
  ten deg ddeg`;
const words = new Map(
  numbers
    .trim()
    .split('\n')
    .flatMap((line, index) =>
      line
        .trim()
        .split(' ')
        .map((word): [string, number] => [word, index + 1]),
    ),
);

/** How many days each unit is, by what it begins with, mutated or not. */
const units: [RegExp, number][] = [
  [/^(?:days?|diwrnod|ddiwrnod|niwrnod|dydd|ddydd|dni|dzien|zile|zi|দিন|دن)$/u, 1],
  [/^(?:weeks?|wks?|wythnos|tydzien|tygodnie|tygodni|saptamana|saptamani|সপ্তাহ|ہفتے|ہفتہ)$/u, 7],
  [/^(?:fortnights?|pythefnos|bythefnos)$/u, 14],
  [/^(?:months?|mis|fis|miesiac|miesiace|luna|luni|মাস|مہینے|مہینہ|ماہ)$/u, 30],
];
const whole: [RegExp, number][] = [
  [/\b(?:day after tomorrow|drennydd|deuddydd|ddeuddydd)\b/u, 2],
  [/\btridiau\b/u, 3],
];

/** Sunday is 0, as Date has it. */
const weekdays: RegExp[] = [
  /\b(?:sun|sunday|sul)\b/u,
  /\b(?:mon|monday|llun|lun)\b/u,
  /\b(?:tue|tues|tuesday|mawrth|fawrth)\b/u,
  /\b(?:wed|wednesday|mercher|fercher)\b/u,
  /\b(?:thu|thur|thurs|thursday|iau)\b/u,
  /\b(?:fri|friday|gwener|wener)\b/u,
  /\b(?:sat|saturday|weekend|sadwrn|penwythnos|benwythnos)\b/u,
];

/**
 * In how many days LATER comes back, by what was written with it: "later", "next week", "later 3 days", "ask me on
 * Friday", "wedyn 5 diwrnod". 1 to 60; 1 where it does not say, or says a time of day. `now` is ms since 1970, for
 * days of the week by the council's own clock; without it they count as tomorrow.
 */
export function laterDays(text: string, now?: number): number {
  const said = asCompared(text);
  const days = counted(said) ?? whole.find(([phrase]) => phrase.test(said))?.[1] ?? onWeekday(said, now) ?? 1;
  return Math.min(60, Math.max(1, days));
}

/** "3 days", "a week", "next month", "dwy wythnos", "later 3". */
function counted(said: string): number | null {
  const spoken = said.split(' ').filter((word) => word !== 'of' && word !== 'o' && word !== 'w');
  for (const [index, word] of spoken.entries()) {
    const unit = units.find(([name]) => name.test(word));
    if (unit === undefined) continue;
    const before = spoken[index - 1] ?? '';
    const count = /^\d{1,3}$/.test(before) ? Number(before) : words.get(before);
    // "dydd Llun", "another day": a day that is not counted is no length of time.
    if (count === undefined && unit[1] === 1) continue;
    if (count === undefined && /^(?:this|the|yr|y)$/.test(before)) return Math.ceil(unit[1] / 2);
    return (count ?? 1) * unit[1];
  }
  const [, alone] = /^(?:later|wedyn|pozniej|mai tarziu|পরে|بعد میں) (\d{1,2})$/u.exec(said) ?? [];
  return alone === undefined ? null : Number(alone);
}

const dayOfWeek = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Europe/London' });
const short = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function onWeekday(said: string, now: number | undefined): number | null {
  const named = weekdays.findIndex((day) => day.test(said));
  if (named === -1 || now === undefined) return null;
  const today = short.indexOf(dayOfWeek.format(now));
  return ((named - today + 6) % 7) + 1;
}
