import qrcode from 'qrcode';

/** Light modules around a code, without which scanners do not find it (ISO/IEC 18004). */
export const QUIET = 4;

/** A QR code: dark modules on a square of `size`, quiet zone included, as an SVG path. */
export interface Code {
  link: string;
  size: number;
  path: string;
}

/** Error correction Q: a quarter of it may be torn, scrawled on or in the shade. */
export function codeOf(link: string): Code {
  const { modules } = qrcode.create(link, { errorCorrectionLevel: 'Q' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && modules.get(row, column) === 1) column += 1;
      if (column > from) path += `M${from + QUIET} ${row + QUIET}h${column - from}v1h${from - column}z`;
    }
  }
  return { link, size: size + 2 * QUIET, path };
}
