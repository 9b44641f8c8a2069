import { formsOf, isTitle, isWordToo, type NameForms } from './names.ts';
import { type Word, wordsOf } from './wordsOf.ts';
import { isWrittenAsName } from './writtenAsName.ts';

interface Named {
  id: string;
  forms: NameForms;
}

/**
 * How much of a name it takes. `whole`: first and last name side by side. `remark`: both of them anywhere, or the last
 * after a title, are enough. `unread`, of what may be a complaint: either alone. `complaint`: also each half of a
 * double-barrelled one, and any part, even where it is short or a word as well, if it is written as a name. Each takes
 * what those before it take.
 */
export type Naming = 'whole' | 'remark' | 'unread' | 'complaint';

/** Officers by the words that may name them: made once for many texts. */
export type Names = ReadonlyMap<string, readonly Named[]>;

export function namesOf(officers: readonly { id: string; name: string }[]): Names {
  const names = new Map<string, Named[]>();
  for (const { id, name } of officers) {
    const forms = formsOf(name);
    for (const key of new Set(forms.all)) names.set(key, [...(names.get(key) ?? []), { id, forms }]);
  }
  return names;
}

/**
 * The officers whom a text may be about, by their names as whole words. In doubt somebody is named, because then an admin
 * looks and they do not.
 */
export function officersNamed(text: string, names: Names, naming: Naming): string[] {
  if (names.size === 0) return [];
  const said = wordsOf(text);
  const maybe = new Map<string, Named>();
  for (const { form } of said) {
    for (const one of names.get(form) ?? []) maybe.set(one.id, one);
    if (form.endsWith('s')) for (const one of names.get(form.slice(0, -1)) ?? []) maybe.set(one.id, one);
  }
  return [...maybe.values()]
    .filter(({ forms }) => isNamed({ text, said }, forms, naming))
    .map(({ id }) => id)
    .sort();
}

function isNamed(of: { text: string; said: readonly Word[] }, forms: NameForms, naming: Naming): boolean {
  const { said } = of;
  if (isWhole(said, forms.all)) return true;
  if (naming === 'whole') return false;
  const { alone } = forms;
  const saidAs = (part: string) => said.filter(({ form }) => isName(form, part));
  const plain = alone.filter((part) => !isWordToo(part));
  if (alone.length > 1 && plain.length > 1 && alone.every((part) => saidAs(part).length > 0)) return true;
  const last = forms.all.at(-1) ?? '';
  if (said.some(({ form }, at) => isName(form, last) && isTitle(said[at - 1]?.form ?? ''))) return true;
  if (naming === 'remark') return false;
  if (plain.some((part) => saidAs(part).length > 0)) return true;
  if (naming === 'unread') return false;
  return (
    forms.barrels.some((part) => !isWordToo(part) && saidAs(part).length > 0) ||
    forms.all.some((part) => said.some(({ form }, at) => isName(form, part) && isWrittenAsName(of, at, part)))
  );
}

/** First and last name side by side; what else the name has may stand between them. */
function isWhole(said: readonly Word[], all: readonly string[]): boolean {
  const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
  if (all.length < 2) return false;
  return said.some(({ form }, at) => {
    if (!isName(form, last)) return false;
    let from = at - 1;
    while (all.slice(1, -1).includes(said[from]?.form ?? '')) from -= 1;
    return said[from]?.form === first;
  });
}

/** "Hargreaves" and "Hargreaves's". */
function isName(word: string, name: string): boolean {
  return name !== '' && (word === name || word === `${name}s`);
}
