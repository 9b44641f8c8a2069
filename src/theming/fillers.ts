import { wordsOf } from './words.ts';

const en = `the and about again but also are was were been being has had have having this that these those there here then
than they them their theirs you your yours she her hers him his its our ours who whom whose what which when where why how
for from with into onto over under out off all any both each few more most other some such only own same too very can could
will would shall should may might must just because while until after before between during through above below once now
did does doing done get gets got go goes going come comes came like really quite even still ever always one two way thing
things lot bit much many well yes yeah okay please thanks thank asking ask sorry know think say said says make makes made`;

const cy = `mae maen mai nad nid ond hefyd eto felly wedi bod oedd oes yna yma dyna hwn hon hyn hynny fel gan gyda heb dan dros
drwy trwy rhwng cyn wrth yng nghyfer ein eich eu fy dy chi nhw hi fo fe ni dwi dach rwy rwyf ydy ydi yw bydd byddai gallu
eisiau help iawn jyst dim pob pan beth pwy pam sut ble diolch ofyn gofyn gwneud mynd dod cael rhoi un dau peth pethau`;

/** Words that hold a sentence together and name nothing, in the form in which words are compared: no group is about them. */
export const fillers: ReadonlySet<string> = new Set(wordsOf(`${en} ${cy}`).map(({ form }) => form));

/** One or two letters of Latin hold a sentence together; in other scripts two are often a word: the Urdu for bus. */
export const shortLatin = /^\p{Script=Latin}{1,2}$/u;
