import { isFunctionWord, isThing, isWordToo } from './names.ts';
import type { Word } from './wordsOf.ts';

const begins = /(?:^|[.!?\u2026\n])[\s"'\u2018\u201c(]*$/u;
const possessive = /['\u2019\u02bc]s$/iu;

const list = (some: string) => new Set(some.split(/\s+/));

/** What only people do. */
const acts = list(
  `said says told tells shouted shouts swore swears yelled yells screamed screams laughed laughs ignored ignores lied
  lies threatened threatens insulted insults spoke speaks talked talks sneered sneers mocked mocks bullied bullies
  pushed grabbed spat treated treats stared stares sighed sighs answered answers replied replies behaved behaves acted
  asked asks demanded demands accused accuses interrupted interrupts humiliated patronised slammed rolled hung who whos`,
);
/** What things do as well. */
const does = list(
  `was wasnt is isnt has hasnt had hadnt did didnt does doesnt would wouldnt could couldnt cant wont made makes kept
  keeps came comes went gave gives took takes left leaves called calls refused refuses dismissed sent sends put`,
);
/** What is said of people when one complains. */
const manners = list(
  `rude ruder rudest horrible nasty aggressive abusive unhelpful unkind unprofessional dismissive patronising
  condescending sarcastic racist sexist disrespectful impolite angry cruel arrogant ignorant offensive obnoxious
  impatient curt rough unpleasant disgusting vile spiteful shouting swearing laughing lying bullying sneering me us my
  our him her`,
);
const between = list(
  'never always just even also then still only actually constantly really again repeatedly',
);
const places = list(
  `desk reception office counter housing planning council library depot parking benefits phone hall switchboard centre`,
);
const others = list('the a another his her their my i me someone somebody');

interface Said {
  text: string;
  said: readonly Word[];
}

/**
 * Whether a word of a complaint, one that is this part of a name, is written as a name: with a capital. A sentence begins
 * with one whatever its first word is, so there a part that is a word too counts only before what somebody does: "Will
 * swore at me", not "Will you".
 */
export function isWrittenAsName(
  { text, said }: Said,
  at: number,
  part: string,
  isWord = isWordToo(part),
): boolean {
  const { start, end, form } = said[at] ?? { start: 0, end: 0, form: '' };
  const written = text.slice(start, end);
  if (!isCapital(written)) return false;
  const first = begins.test(text.slice(Math.max(0, start - 20), start));
  if (isFunctionWord(part))
    return !first && form === part && written.slice(1) === written.slice(1).toLowerCase();
  if (!first || !isWord) return true;
  return possessive.test(written) || isSubject({ text, said }, at + 1, isThing(part));
}

/** Whether somebody does what the words from here on say. Of a thing it takes more: parks are closed and bills are wrong. */
function isSubject({ text, said }: Said, from: number, thing: boolean): boolean {
  const after = said.slice(from, from + 8);
  while (between.has(after[0]?.form ?? '') || after[0]?.form.length === 1) after.shift();
  const [next, ...rest] = after.map(({ form }) => form);
  if (next === undefined) return false;
  if (acts.has(next)) return true;
  if (does.has(next)) return !thing || rest.slice(0, 4).some((form) => manners.has(form) || acts.has(form));
  if (next === 'and')
    return others.has(rest[0] ?? '') || isCapital(text.slice(after[1]?.start, after[1]?.end));
  return ['at', 'from', 'in', 'on'].includes(next) && rest.slice(0, 4).some((form) => places.has(form));
}

function isCapital(written: string): boolean {
  return written.charAt(0) !== written.charAt(0).toLowerCase();
}
