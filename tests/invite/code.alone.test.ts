import qrcode from 'qrcode';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { codeOf } from '#invite/code.ts';

const links = [
  'sms:+447700900123?&body=STRYD%20FAWR',
  'https://wa.me/447700900123?text=%D8%B3%DA%91%DA%A9',
  'https://t.me/example_bot?start=high-street',
  `https://listen.example.org/${'chat/'.repeat(40)}`,
];

test.each(links)(
  'drawn and looked at, the code of %s has each of its modules, and white around them',
  async (link) => {
    const code = codeOf(link);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${code.size * 3}" height="${code.size * 3}" viewBox="0 0 ${code.size} ${code.size}"><rect width="100%" height="100%" fill="#fff"/><path d="${code.path}" shape-rendering="crispEdges"/></svg>`;
    const { data, info } = await sharp(Buffer.from(svg))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = (row: number, column: number) =>
      (data[((row * 3 + 1) * info.width + column * 3 + 1) * info.channels] ?? 255) < 128;
    // What another reader of the standard makes of the link, at the level at which a quarter may be lost.
    const { modules } = qrcode.create(link, { errorCorrectionLevel: 'Q' });
    expect(code.size).toBe(modules.size + 8);
    const seen = Array.from({ length: code.size }, (_, row) =>
      Array.from({ length: code.size }, (_, column) => (dark(row, column) ? '#' : '.')).join(''),
    );
    const wanted = Array.from({ length: code.size }, (_, row) =>
      Array.from({ length: code.size }, (_, column) => {
        const [y, x] = [row - 4, column - 4];
        const inside = y >= 0 && x >= 0 && y < modules.size && x < modules.size;
        return inside && modules.get(y, x) === 1 ? '#' : '.';
      }).join(''),
    );
    expect(seen).toEqual(wanted);
  },
);
