import type { Locals } from 'express';
import type { Language } from '#domain/words.ts';
import { differing, type ThemePart, type ThemeWords, themeParts, wordsOf } from '#review/codebook/words.ts';
import type { ListedChange } from '#store/codebook-changes.ts';

export interface ChangeInWords {
  version: number;
  /** What was done, in a sentence. */
  did: string;
  officer: string;
  at: number;
  /** The words that an edit replaced, in each language. */
  parts: { part: ThemePart; language: string; before: string; after: string }[];
  undoneBy: number | null;
}

/** A change as people read it. */
export function inWords(change: ListedChange, { t, loc }: Pick<Locals, 't' | 'loc'>): ChangeInWords {
  const { version, at, undoneBy, officer, officerId, detail } = change;
  return {
    version,
    did: sentence(change, { t, loc }),
    officer: officer ?? (officerId === null ? t('codebook.commandLine') : ''),
    at,
    parts: detail.themes.length === 1 && change.kind === 'edit' ? partsOf(change) : [],
    undoneBy,
  };
}

function sentence({ kind, detail }: ListedChange, { t, loc }: Pick<Locals, 't' | 'loc'>): string {
  const names = detail.themes.map(({ before, after }) => loc((before ?? after).name));
  const [name = '', other = ''] = names;
  switch (kind) {
    case 'merge':
      return t('codebook.did.merge', { name, other });
    case 'split':
      return t('codebook.did.split', { name, parts: names.slice(1).map(quoted).join(', ') });
    case 'import': {
      const added = detail.themes.filter(({ before }) => before === null).length;
      return t('codebook.did.import', { added, changed: names.length - added });
    }
    case 'undo':
      return t('codebook.did.undo', { version: detail.undoes ?? 0 });
    default:
      return t(`codebook.did.${kind}`, { name });
  }
}

const quoted = (name: string) => `“${name}”`;

function partsOf({ detail }: ListedChange): ChangeInWords['parts'] {
  return detail.themes.flatMap(({ before, after }) => (before === null ? [] : partsBetween(before, after)));
}

/** What differs between a theme's words and those that come in their place, in each language. */
export function partsBetween(before: ThemeWords, after: ThemeWords): ChangeInWords['parts'] {
  const changed = differing(wordsOf(before), wordsOf(after));
  return themeParts
    .filter((part) => changed.includes(part))
    .flatMap((part) =>
      [...new Set([...Object.keys(before[part]), ...Object.keys(after[part])])].flatMap((language) => {
        const [was, is] = [before, after].map((then) => shown(then[part][language as Language]));
        return was === is ? [] : [{ part, language, before: was ?? '', after: is ?? '' }];
      }),
    );
}

function shown(words: string | string[] | undefined): string {
  return typeof words === 'string' ? words : (words ?? []).join('\n');
}
