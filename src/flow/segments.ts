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
  let septets = 0;
  for (const character of text) {
    if (basic.has(character)) septets += 1;
    else if (extended.has(character)) septets += 2;
    else return counted('UCS-2', text.length, character);
  }
  return counted('GSM-7', septets, null);
}

function counted(encoding: Segments['encoding'], length: number, forcedBy: string | null): Segments {
  const [alone, joined] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
  return { encoding, length, forcedBy, count: length <= alone ? 1 : Math.ceil(length / joined) };
}
