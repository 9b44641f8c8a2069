import { isWordToo, partsOfName } from '#domain/names.ts';
import { wordsOf } from '#theming/words.ts';

interface Named {
  id: string;
  name: string;
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'cllr', 'councillor', 'officer', 'warden']);

const begins = /(?:^|[.!?\u2026\n])[\s"'\u2018\u201c(]*$/u;

/**
 * The officers whom a text may be about, by their names: first and last name, a last name after a title, and in a
 * complaint either of them alone. In doubt somebody is named, because then an admin looks and they do not.
 */
export function officersNamed(text: string, officers: readonly Named[], complains: boolean): string[] {
  const said = wordsOf(text).map(({ form, start, end }) => ({
    form,
    // A sentence begins with a capital whatever its first word is.
    asName: isUpper(text.slice(start, end)) && !begins.test(text.slice(0, start)),
  }));
  const names = (part: string) => said.filter(({ form }) => isName(form, formOf(part)));
  return officers
    .filter(({ name }) => {
      const parts = partsOfName(name);
      const [first, last] = [formOf(parts[0] ?? ''), formOf(parts.at(-1) ?? '')];
      const whole = said.some(({ form }, at) => isName(form, last) && said[at - 1]?.form === first);
      const both = parts.length > 1 && parts.every((part) => names(part).length > 0);
      if (both && (whole || !parts.some(isWordToo))) return true;
      if (said.some(({ form }, at) => isName(form, last) && titles.has(said[at - 1]?.form ?? '')))
        return true;
      return complains && parts.some((part) => names(part).some(({ asName }) => !isWordToo(part) || asName));
    })
    .map(({ id }) => id);
}

/** A name as the words of a text are compared. */
function formOf(part: string): string {
  return wordsOf(part)[0]?.form ?? '';
}

/** "Hargreaves" and "Hargreaves's". */
function isName(word: string, name: string): boolean {
  return name !== '' && (word === name || word === `${name}s`);
}

function isUpper(raw: string): boolean {
  return raw.charAt(0) !== raw.charAt(0).toLowerCase();
}
