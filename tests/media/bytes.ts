import sharp from 'sharp';

/** Files as phones make them, and as nobody should, made here: none is somebody's. */

/** Half a second of nothing, as a phone records it. */
export const oggOpus = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(20),
  Buffer.from([1, 19]),
  Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1'),
]);
export const mp3 = Buffer.concat([
  Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0]),
  Buffer.alloc(500),
]);
export const m4a = ftyp('M4A ');
export const mp4 = ftyp('isom');
export const threeGp = ftyp('3gp5');
export const heic = ftyp('heic');
export const amr = Buffer.from('#!AMR\n\x3c\0\0\0', 'latin1');
export const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(40)]);
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const zip = Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1');
export const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
export const elf = Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(200)]);

function ftyp(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(12),
    Buffer.alloc(64),
  ]);
}

/** A green field, wider than high. */
export const field = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 20, g: 120, b: 60 } } });

/** As a phone takes it: turned on its side, with where, when and by whom. */
export function phonePhoto(): Promise<Buffer> {
  return field()
    .withExif({
      IFD0: { Artist: 'Sentinel Photographer', Make: 'Sentinel Phone', ImageDescription: 'SENTINEL-HOME' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 28/1 53/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '3/1 10/1 44/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>SENTINEL-XMP</note></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}
