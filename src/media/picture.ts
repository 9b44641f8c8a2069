import type { SharpOptions } from 'sharp';

/** A camera of 50 million pixels; what claims to be larger is made to fill the memory. */
const maxPixels = 50_000_000;

/** Pixels a side: enough to read a notice in a photo of a street. */
const maxSide = 4096;

const options: SharpOptions = { failOn: 'error', limitInputPixels: maxPixels, pages: 1 };

export interface Picture {
  bytes: Buffer;
  contentType: string;
  width: number;
  height: number;
}

/**
 * The picture drawn anew: turned the right way up, and without where, when and with what it was taken, or anything
 * else that the file held. Null where it is broken or too large to be drawn.
 */
export async function redraw(bytes: Buffer, contentType: string): Promise<Picture | null> {
  const sharp = await quietSharp();
  try {
    const drawn = sharp(bytes, options)
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 30 });
    const encoded =
      contentType === 'image/jpeg'
        ? drawn.jpeg({ quality: 85 })
        : contentType === 'image/webp'
          ? drawn.webp({ quality: 85 })
          : drawn.png();
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType: `image/${info.format}`, width: info.width, height: info.height };
  } catch {
    return null;
  }
}

let ready: ReturnType<typeof load> | undefined;

function quietSharp() {
  ready ??= load();
  return ready;
}

/** Reading four formats and no other: the library knows many more, some of which fetch or run things. */
async function load() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
