import { asCompared, bare } from './as-compared.ts';
import { withoutCourtesies } from './courtesies.ts';

const number = {
  en: '(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few|several)',
  cy: '(?:\\d{1,2}|un|d?dau|d?dwy|[td]ri|[td]air|[pb]edwar|[pb]edair|[pb]um|[pb]ump|chwe|chwech|saith|wyth|naw|d?deg|ychydig|[cg]wpl o)',
};
const weekday = {
  en: '(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)',
  cy: '(?:(?:d?dydd|nos) )?(?:l?lun|mawrth|fawrth|mercher|fercher|iau|g?wener|sadwrn|sul)',
};
const partOfDay = { en: '(?:morning|afternoon|evening|night)', cy: '(?:bore|prynhawn|pnawn|nos)' };

/** Patterns of a time to come back at, over what is compared. `laterDays` says how far away it is. */
export const when = {
  en: `(?:${[
    `(?:after|when i've had|when i have had) (?:work|tea|lunch|dinner|school|christmas|easter|the holidays|half term|the weekend|${weekday.en})`,
    "(?:when|once) (?:i'm|i am|it's|it is) (?:home|at home|free|back|better|quieter|not busy|less busy|off work|not at work)",
    `in (?:a (?:little |wee )?(?:bit|while|minute|sec|second)|${number.en} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|fortnights?)(?: time)?)`,
    `${number.en} (?:days?|weeks?|wks?|months?|fortnights?)(?: (?:time|later|from now))?`,
    `(?:(?:on|in|at|until|by|the|this|next|about|around|maybe|end of|after|sometime|some time) )*(?:(?:day after )?(?:tomorrow|tmrw|tmw|tomoz)(?: ${partOfDay.en})?|tonight|${partOfDay.en}|weekend|(?:this|next|the) (?:week|month)|${weekday.en}(?: ${partOfDay.en})?|\\d{1,2}(?: \\d\\d)? ?(?:am|pm))`,
  ].join('|')})`,
  cy: `(?:${[
    `(?:ar ôl|wedi) (?:gwaith|y gwaith|ysgol|yr ysgol|cinio|swper|te|nadolig|y nadolig|y penwythnos|${weekday.cy})`,
    '(?:pan|unwaith) (?:fydda i|dwi|dw i|rydw i) (?:adre|gartref|yn rhydd|nôl|yn ôl|ddim yn brysur)',
    `(?:(?:mewn|ymhen|am|ar ôl|o fewn) )?(?:${number.cy} )?(?:munud|funud|awr|diwrnod|ddiwrnod|niwrnod|dydd|ddydd|wythnos|pythefnos|bythefnos|mis|fis|tridiau|deuddydd|ddeuddydd)(?: arall)?`,
    `(?:(?:ar|yn|tua|tan|erbyn|y|yr|rywbryd|rhywbryd|${partOfDay.cy}) )*(?:yfory|fory|heno|drennydd|${partOfDay.cy}|wythnos nesaf?|mis nesaf?|penwythnos|benwythnos|${weekday.cy}(?: nesaf?)?)`,
  ].join('|')})`,
};

const thinksAgain =
  '(?:(?:no|nope|sorry|i mean|i meant|maybe|actually|make it|make that|ok|how about|or|try|say|na|falle|efallai|beth am) )*';
const onlyWhen = new RegExp(`^(?:${bare(`${thinksAgain}(?:${when.en}|${when.cy})`)})$`, 'u');

/** Whether a whole message is a time to come back at: "next week", "no, I mean Sunday". To most questions that is an answer. */
export function saysWhen(text: string): boolean {
  return text.length <= 100 && onlyWhen.test(withoutCourtesies(asCompared(text)));
}
