import type { Localised } from '#domain/words.ts';

/** Words that a name has which says something about its subject, and a bare subject has not. */
const saying: Partial<Record<string, RegExp>> = {
  en: /n['’]t$|^(it|there|they|we|you|nobody)['’](s|re|ve|ll)$|^(is|are|was|were|be|has|have|had|do|does|did|needs?|wants?|comes?|goes|feels?|makes?|gets?|takes?|costs|closes?|closed|opens?|stops?|works?|keeps?|lets?|looks?|lacks?|missing|can|cannot|could|should|would|will|must|may|too|not|no|never|nobody|nothing|nowhere|none|more|less|fewer|better|worse|enough|only|helps?|hard|unsafe|dirty|broken|afraid)$/u,
  cy: /^(mae|maen|maent|nid|nad|does|oes|dim|heb|gormod|rhy|angen|mwy|llai|gwell|gwaeth|digon|eisiau|dylai|dylid|yw|ydy|ydyn|sydd|sy|neb|unman|unlle|methu|bod|yn|roedd|gall|allwn|rhaid)$/u,
};

/** A sentence is hardly ever shorter, and a subject hardly ever as long. */
const sentence = 4;

/**
 * Whether the name of a theme takes a stance ("Buses come too rarely") and is no bare subject ("Buses"): by its words
 * alone, so it is a hint and never a rule. A language whose words are not known here counts as saying something.
 */
export function takesStance(name: Localised): boolean {
  return Object.entries(name).every(([voice, text = '']) => {
    const known = saying[voice];
    const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
    if (known === undefined || words.length === 0 || words.length >= sentence) return true;
    // "Mae’r" is "mae" and "it’s" is a word of its own; only "n’t" says something at the end.
    return words.some((word) => [word, ...word.split(/['’]/u, 1)].some((part) => known.test(part)));
  });
}
