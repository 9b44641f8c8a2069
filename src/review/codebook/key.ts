import type { Localised } from '#domain/words.ts';

/** As a flow file would call it: "Litter & bins" is litter-bins, and litter-bins-2 where there is one. */
export function keyFor(name: Localised, taken: readonly string[]): string {
  return keysBeside(taken)(name);
}

/** A key for each of many names: none that is taken, and none twice. */
export function keysBeside(taken: readonly string[]): (name: Localised) => string {
  const used = new Set(taken);
  // Up to here all of a base are used: each next one would count from the start again.
  const reached = new Map<string, number>();
  return (name) => {
    const base = baseOf(name);
    let number = reached.get(base) ?? 1;
    const key = () => (number === 1 ? base : `${base}-${number}`);
    while (used.has(key())) number += 1;
    reached.set(base, number);
    used.add(key());
    return key();
  };
}

function baseOf(name: Localised): string {
  const plain = (name.en ?? name.cy ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 34)
    .replace(/-+$/, '');
  return plain === '' ? 'theme' : plain;
}

/** After all there are: positions are never given twice either. */
export function lastPlace(themes: readonly { position: number }[]): number {
  return themes.reduce((last, { position }) => Math.max(last, position + 1), 0);
}
