import { fillers, shortLatin } from './fillers.ts';
import { wordsOf } from './words.ts';

/** What people thank, chase and ask to be called with, in English and Welsh: it is about nothing by itself. */
const courtesy = `someone somebody anyone anybody person human real call ring phone contact email text write reply
hear heard back still yet again soon listen listening care take appreciate appreciated grateful nice kind
lovely opportunity chance helps help helpful bye hello love best wishes regards cheers not much nothing anything depends
rhywun ffonio ffoniwch cysylltu ebost siarad clywed eto gofal cymerwch fawr gwerthfawrogi cyfle neis
gobeithio byd dod meddwl syniad onest hwyl bore prynhawn da iawn`;

const words: ReadonlySet<string> = new Set(wordsOf(courtesy).map(({ form }) => form));
/** "GP" and "TV" are words, however short. */
const capitals = /^\p{Lu}{2}$/u;

/**
 * Whether a text is about anything: "Thank you, take care" and "Can someone call me?" are not, "Can someone call me about
 * the mould?" is. In languages that these lists do not know, everything is.
 */
export function isAbout(text: string): boolean {
  return wordsOf(text).some(({ form, start, end }) => {
    if (shortLatin.test(form)) return capitals.test(text.slice(start, end));
    return !fillers.has(form) && !words.has(form);
  });
}
