import { normalise } from '#domain/normalise.ts';

const yes = [
  ...[
    '1',
    'one',
    'yes',
    'y',
    'yeah',
    'yea',
    'yeh',
    'yep',
    'yup',
    'ye',
    'aye',
    'ok',
    'okay',
    'sure',
    'of course',
  ],
  ...[
    'fine',
    "that's fine",
    'thats fine',
    "that's ok",
    'thats ok',
    'happy to',
    'go ahead',
    'please do',
    'definitely',
  ],
  ...['absolutely', 'i do', 'i would', 'i would like that', "i'd like that", 'you can', 'you may', 'i agree'],
  ...[
    'un',
    'iawn',
    'ie',
    'ia',
    'ydw',
    'ydy',
    'ydyn',
    'oes',
    'hoffwn',
    'hoffwn i',
    'byddwn',
    'baswn',
    'gallwch',
  ],
  ...[
    'cewch',
    'wrth gwrs',
    'siŵr',
    'siwr',
    'ocê',
    'oce',
    'popeth yn iawn',
    'mae hynny yn iawn',
    "mae'n iawn",
    'iep',
  ],
];
const no = [
  ...[
    '2',
    'two',
    'no',
    'n',
    'nope',
    'nah',
    'no way',
    'not really',
    'no thanks',
    'no thank you',
    "i don't",
    'i dont',
  ],
  ...['i do not', "don't", 'do not', 'never', "i'd rather not", 'i would rather not', 'rather not', 'not me'],
  ...[
    "i don't think so",
    "don't think so",
    "i don't want to",
    "i don't want that",
    'i would not',
    "i wouldn't",
  ],
  ...['please dont', "please don't", "you can't", 'you may not'],
  ...[
    'dau',
    'na',
    'nac ydw',
    'nac ydy',
    'nac oes',
    'nage',
    'naddo',
    'dim',
    'dim diolch',
    'ddim',
    'ddim diolch',
  ],
  ...[
    'na hoffwn',
    'na fyddwn',
    'na chewch',
    'na allwch',
    'dim o gwbl',
    'well gen i beidio',
    'byth',
    'peidio',
  ],
];
const courtesies = ['please', 'pls', 'thanks', 'thank you', 'diolch', 'plis', 'plîs', 'os gwelwch yn dda'];

const only = (phrases: readonly string[]) => {
  const said = `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`;
  const courtesy = `(?:${courtesies.join('|')})`;
  return new RegExp(`^(?:${courtesy} )*${said}(?: (?:${said}|${courtesy}))*$`, 'u');
};
const onlyYes = only(yes);
const onlyNo = only(no);

const thumbs = new Map<string, 'yes' | 'no'>([
  ['👍', 'yes'],
  ['👌', 'yes'],
  ['✅', 'yes'],
  ['👎', 'no'],
  ['❌', 'no'],
]);

/** A clear yes or no in either language, by number, word or thumb; null where it is not clear. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  if (text.length > 100) return null;
  const said = normalise(text);
  if (said === '')
    return thumbs.get(text.replace(/\s|\p{Emoji_Modifier}|\p{Variation_Selector}/gu, '')) ?? null;
  if (onlyYes.test(said)) return 'yes';
  return onlyNo.test(said) ? 'no' : null;
}
