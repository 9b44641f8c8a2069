import { asCompared, phrases } from './as-compared.ts';

/** What a message begins with when it goes on from the one before. The last four languages as nobody has read them. */
const openings = phrases(`
  and | also | but | or | because | cos | coz | cuz | plus | oh and | oh also | oh yes and | oh yeah and | ah and | as well
  as well as | and also | another thing | one more thing | and another | one other thing | oh one more
  forgot to say | i forgot to say | forgot to add | i forgot to add | forgot to mention | i forgot to mention
  i should have said | should have said | i should add | i also | i'd also | we also | sorry i meant | i meant | meant to say
  i meant to say | sorry meant | sorry that should | that should say | that should be | correction | ps | p s | pps
  to add to that | just to add | adding to that | on top of that | which | who also | although | though
  even though | so that | especially | except | apart from that | not to mention | let alone | in addition
  additionally | furthermore | then again | mind you | on the other hand | like i said | as i said | as i was saying
  where was i | sorry pressed send | sorry sent too soon | sent too soon | pressed send too soon | hit send too soon
  continued | cont | part 2 | part two | 2 of 2 | 2 2

  hefyd | a hefyd | ac hefyd | ac | ond | neu | achos | oherwydd | gan fod | o a | o ac | o ia a | o ie a
  yn ogystal | yn ogystal â | peth arall | un peth arall | un peth bach arall | a pheth arall | anghofiais ddweud
  anghofiais i ddweud | wnes i anghofio dweud | mi anghofiais | anghofies i ddweud | sori meddwl | meddwl dweud
  a mae | a bod | a does | a dydy | a dyw | a dwi | a pan | a phan | roeddwn i'n meddwl dweud | cywiriad | ar ben hynny | hynny yw | er enghraifft | yn enwedig
  heblaw | i ychwanegu | fel dywedais i | fel dudish i

  i jeszcze | a także | ale | oraz | ponieważ | bo | też | jeszcze jedno
  și | și mai | dar | sau | pentru că | de asemenea | încă ceva
  এবং | আর | কিন্তু | অথবা | কারণ | আরেকটা কথা
  اور | لیکن | یا | کیونکہ | ایک اور بات`);

/** Half a sentence: only after a small letter, for a new answer is likelier to begin "Then" than "then". */
const halves = phrases(`
  so i | so we | so it | so the | so they | so people | then i | then we | then the | than | nor | whereas | etc
  felly mae | felly dwi | felly does | wedyn mae | yn lle | na'r`);

const begins = (list: readonly string[]) =>
  new RegExp(`^(?:${[...list].sort((a, b) => b.length - a.length).join('|')})(?= |$)`, 'u');
const opens = begins(openings);
const isHalf = begins(halves);

/** A word alone goes nowhere: "Also" and "And" wait for more. */
const alone = new Set(
  phrases(
    'and | or | but | also | plus | ac | ond | neu | hefyd | because | achos | ale | dar | sau | আর | اور',
  ),
);

/**
 * Whether a message plainly goes on from the one before instead of answering something new: "and the lights", "forgot
 * to say", "...because of the kerbs", "a hefyd". Conservative: where it could be an answer of its own it is one.
 */
export function plainlyContinues(text: string): boolean {
  const trimmed = text.trim();
  const said = asCompared(trimmed.slice(0, 200));
  if (said === '') return false;
  if (/^(?:\.\.+|\u2026|[,;)\]]|\*\S)/u.test(trimmed)) return true;
  if (/^a['\u2019]r /iu.test(trimmed)) return true;
  if (opens.test(said)) return !alone.has(said);
  return /^\p{Ll}/u.test(trimmed) && said.includes(' ') && isHalf.test(said);
}
