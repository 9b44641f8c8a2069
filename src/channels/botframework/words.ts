import { storable } from '#domain/storable.ts';
import type { Activity } from './activity.ts';

/** What somebody wrote, without the bot's own name that Teams puts into it, and without Teams' markup. */
export function wordsOf({ text, textFormat, entities, recipient }: Activity): string {
  let words = text ?? '';
  for (const { type, text: name, mentioned } of entities)
    if (type === 'mention' && name && mentioned?.id === recipient?.id) words = words.replaceAll(name, '');
  return storable(textFormat === 'xml' ? withoutMarkup(words) : words).trim();
}

const marks: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

function withoutMarkup(text: string): string {
  return (
    text
      .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      // In one go: what an ampersand leaves behind is somebody's own words, and no mark.
      .replace(/&(?:(lt|gt|quot|apos|nbsp|amp)|#(\d{1,7}));/g, (whole, name?: string, code?: string) =>
        name === undefined ? (character(Number(code)) ?? whole) : (marks[name] ?? whole),
      )
  );
}

function character(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
