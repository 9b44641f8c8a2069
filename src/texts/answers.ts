import { asCompared, phrases } from './as-compared.ts';
import { withoutCourtesies } from './courtesies.ts';

// Nobody who speaks Polish, Romanian, Bengali or Urdu has read those lines yet: few words, each of them clear.

/** "Yes, but not my name" is a yes: names and numbers are never shown. Without the yes it is clear to nobody. */
const withoutName = ['yes', 'yeah', 'ok', 'iawn', 'ie', 'cewch', 'gallwch']
  .flatMap((agreed) =>
    [
      ...[
        "but don't use my name",
        'but do not use my name',
        "but don't show my name",
        'but not my name',
        'but no names',
      ],
      ...[
        'but no name',
        'without my name',
        'but without my name',
        'but anonymously',
        'anonymously',
        "if it's anonymous",
      ],
      ...[
        "as long as it's anonymous",
        "as long as you don't use my name",
        'but keep my name out of it',
        'no names',
      ],
      ...['ond dim enw', 'ond nid fy enw', 'ond heb fy enw', 'heb fy enw', 'yn ddienw', 'ond yn ddienw'],
    ].map((limit) => `${agreed} ${limit}`),
  )
  .join(' | ');

const yes = phrases(`
  1 | one | yes | y | yeah | yea | yeh | yep | yup | ye | yes i do | yes you can | yes you may | yes i would | aye | yah
  ok | okay | okey | k | sure | sure thing | of course | certainly | fine | fine by me | fine with me | that's fine
  that is fine | it's fine | i'm fine with that | i am fine with that | that's ok | that's okay | it's ok | i'm ok with that
  ok with me | ok by me | no problem with that | happy to | happy for you to | i'm happy to | i'm happy with that
  i'd be happy to | go ahead | go for it | please do | definitely | absolutely | i do | i would | i would like that
  i'd like that | i'd love to | yes i'd like that | you can | you may | i agree | agreed | i consent
  by all means | why not | feel free | that would be good | that would be great | that would be nice | would be nice
  that would be lovely | ok then | yes then | go on then | go on | yess | yesss | yes pls

  un | iawn | ie | ia | ydw | ydw i | ydy | ydi | ydyn | ydyn ni | oes | hoffwn | hoffwn i | hoffwn wir | byddwn
  byddwn i | bydda | byddaf | baswn | baswn i | gallwch | gallwch chi | gewch chi | cewch | cewch chi | cewch siŵr
  wrth gwrs | wrth gwrs hynny | siŵr | siŵr iawn | ocê | ôce | popeth yn iawn | mae hynny yn iawn | mae hynny'n iawn
  mae'n iawn | iawn gen i | iawn gyda fi | iawn efo fi | iep | do | gwnewch | â chroeso | croeso i chi | pam lai
  pam ddim | yn bendant | yn sicr | cytuno | dwi'n cytuno | dw i'n cytuno | rwy'n cytuno | rydw i'n cytuno | dim problem
  mi gewch chi | fe gewch chi | mi faswn i

  ${withoutName}

  tak | zgoda | zgadzam się | dobrze | jasne | oczywiście | pewnie | jeden
  da | sigur | desigur | bine | de acord | sunt de acord | bineînțeles | unu
  হ্যাঁ | হাঁ | হ্যা | জি | জ্বি | জি হ্যাঁ | ঠিক আছে | আচ্ছা | অবশ্যই | রাজি | আমি রাজি | এক
  ہاں | جی | جی ہاں | ٹھیک ہے | ٹھیک | بالکل | ضرور | منظور | ایک | haan | ji haan | haan ji`);

const no = phrases(`
  2 | two | no | n | nope | nah | naw | no way | not really | no thanks | no thank you | no ta
  i don't | i do not | don't | do not | never | i'd rather not | i would rather not | rather not | i'd prefer not
  i'd prefer not to | i prefer not to | prefer not to | prefer not | i'd rather you didn't | i would rather you didn't
  i'd prefer you didn't | i'd prefer you not to | not me | not mine | i don't think so | don't think so | i don't want to
  i don't want that | i don't want you to | i would not | i wouldn't | i wouldn't like that | please don't | you can't
  you cannot | you may not | you can not | no you can't | no you may not | no you cannot | i do not agree | i don't agree
  i don't consent | i do not consent | no consent | absolutely not | definitely not | certainly not | of course not
  not happy with that | i'm not happy with that | no need | there's no need | that's not ok | it's not ok
  no i'm good | no thanks i'm good | nah i'm good | i do mind

  dau | na | nac ydw | nag ydw | nac ydw i | nac ydy | nac ydi | nac oes | nag oes | nage | naddo | na ddo | dim
  dim diolch | na dim diolch | ddim | ddim diolch | dim o gwbl | ddim o gwbl | ddim wir
  na hoffwn | na hoffwn i | hoffwn i ddim | na fyddwn | na fydda | na faswn | faswn i ddim | na chewch | na chewch chi
  chewch chi ddim | cewch chi ddim | na allwch | allwch chi ddim | na chei | well gen i beidio | well i chi beidio
  byddai'n well gen i beidio | mae'n well gen i beidio | byth | byth bythoedd | peidio | peidiwch da chi
  dwi ddim eisiau | dw i ddim eisiau | dwi ddim isio | dwi ddim moyn | sa i moyn | sai moyn | dwi ddim am
  dwi ddim yn cytuno | dw i ddim yn cytuno | dim caniatâd | dim angen | does dim angen | yn bendant ddim | dim ffiars

  nie | nie dziękuję | nie zgadzam się | nie chcę | wolę nie | raczej nie | dwa
  nu | nu mulțumesc | nu sunt de acord | nu vreau | mai bine nu | doi
  না | না ধন্যবাদ | আমি রাজি নই | রাজি নই | চাই না | আমি চাই না | দুই
  نہیں | جی نہیں | نہیں شکریہ | میں نہیں چاہتا | میں نہیں چاہتی | نہیں چاہتا | نہیں چاہتی | دو | nahin | nahi | ji nahin`);

const only = (said: readonly string[]) => {
  const phrase = `(?:${[...said].sort((a, b) => b.length - a.length).join('|')})`;
  return new RegExp(`^${phrase}(?: ${phrase}){0,5}$`, 'u');
};
const onlyYes = only(yes);
const onlyNo = only(no);

const thumbs = new Map<string, 'yes' | 'no'>([
  ['👍', 'yes'],
  ['👌', 'yes'],
  ['✅', 'yes'],
  ['✔', 'yes'],
  ['🆗', 'yes'],
  ['👎', 'no'],
  ['❌', 'no'],
  ['🙅', 'no'],
]);

/** A clear yes or no in any language, by number, word or thumb; null where it is not clear. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  if (text.length > 100) return null;
  const said = withoutCourtesies(asCompared(text));
  if (said === '')
    return thumbs.get(text.replace(/\s|\p{Emoji_Modifier}|\p{Variation_Selector}/gu, '')) ?? null;
  if (onlyYes.test(said)) return 'yes';
  return onlyNo.test(said) ? 'no' : null;
}
