/** GSM 03.38: the basic alphabet takes one septet a character, the extension table two. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€\f');

export interface Segments {
  encoding: 'GSM-7' | 'UCS-2';
  /** How many SMS this text is sent and charged as. */
  count: number;
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  length: number;
  /** The first character that GSM-7 lacks, which makes every character cost more than twice as much. */
  forcedBy: string | null;
}

/** What a text costs by SMS: 160 or 153 septets a segment in GSM-7, 70 or 67 units in UCS-2. */
export function segmentsOf(text: string): Segments {
  const costs: number[] = [];
  for (const character of text) {
    if (basic.has(character)) costs.push(1);
    else if (extended.has(character)) costs.push(2);
    else return inUcs2(text, character);
  }
  return counted('GSM-7', costs, null);
}

function inUcs2(text: string, forcedBy: string): Segments {
  return counted(
    'UCS-2',
    Array.from(text, (character) => character.length),
    forcedBy,
  );
}

function counted(encoding: Segments['encoding'], costs: number[], forcedBy: string | null): Segments {
  const [alone, joined] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
  const length = costs.reduce((sum, cost) => sum + cost, 0);
  return { encoding, length, forcedBy, count: length <= alone ? 1 : packed(costs, joined) };
}

/** Phones do not join halves: an escape pair or a surrogate pair that no longer fits begins the next segment. */
function packed(costs: number[], size: number): number {
  let count = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > size) {
      count += 1;
      used = 0;
    }
    used += cost;
  }
  return count;
}
