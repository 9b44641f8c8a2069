import type { Localised } from '#domain/words.ts';

/** As a flow file would call it: "Litter & bins" is litter-bins, and litter-bins-2 where there is one. */
export function keyFor(name: Localised, taken: readonly string[]): string {
  const plain = (name.en ?? name.cy ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 34)
    .replace(/-+$/, '');
  const base = plain === '' ? 'theme' : plain;
  const free = (number: number): string => {
    const key = number === 1 ? base : `${base}-${number}`;
    return taken.includes(key) ? free(number + 1) : key;
  };
  return free(1);
}

/** After all there are: positions are never given twice either. */
export function lastPlace(themes: readonly { position: number }[]): number {
  return themes.reduce((last, { position }) => Math.max(last, position + 1), 0);
}
