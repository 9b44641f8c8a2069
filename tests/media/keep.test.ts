import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { redraw } from '#media/picture.ts';
import { sniff } from '#media/sniff.ts';
import * as made from './bytes.ts';

const utf16 = Buffer.from('\ufeffNid oes golau', 'utf16le');

describe('what a file is, by its bytes alone', () => {
  test.each([
    ['a voice note', made.oggOpus, 'audio/ogg'],
    ['MP3', made.mp3, 'audio/mpeg'],
    ['M4A', made.m4a, 'audio/mp4'],
    ['AMR', made.amr, 'audio/amr'],
    ['WAV', made.wav, 'audio/wav'],
    ['MP4', made.mp4, 'video/mp4'],
    ['3GP', made.threeGp, 'video/3gpp'],
    ['PDF', made.pdf, 'application/pdf'],
    ['words', Buffer.from('Nid oes golau ar y stryd.\r\n🚌 5 < 6 & so on'), 'text/plain'],
    ['nothing', Buffer.alloc(0), null],
    ['HEIC', made.heic, null],
    ['an archive', made.zip, null],
    ['a program for Windows', made.exe, null],
    ['a program for Linux', made.elf, null],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), null],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
    ['HTML after a greeting', Buffer.from('Hello <img src=x onerror=alert(1)>'), null],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ['XML', Buffer.from('<?xml version="1.0"?><svg/>'), null],
    ['words that are no UTF-8', Buffer.from([0x48, 0x69, 0xe9, 0x21]), null],
    ['UTF-16', utf16, null],
    ['words with NUL', Buffer.from('a\0b'), null],
    ['words with escapes', Buffer.from('a\x1b[2Jb'), null],
  ])('%s', async (_, bytes, expected) => {
    expect(await sniff(bytes)).toBe(expected);
  });

  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('%s', async (format) => {
    expect(await sniff(await made.field()[format]().toBuffer())).toBe(`image/${format}`);
  });
});

describe('pictures are drawn anew', () => {
  test('where, when and by whom they were taken is gone, and they are the right way up', async () => {
    const taken = await made.phonePhoto();
    const before = await sharp(taken).metadata();
    expect([before.exif !== undefined, before.xmp !== undefined, before.orientation]).toEqual([
      true,
      true,
      6,
    ]);
    expect(taken.includes('SENTINEL-HOME')).toBe(true);

    const picture = await redraw(taken, 'image/jpeg');
    const after = await sharp(picture?.bytes).metadata();
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(picture).toMatchObject({ contentType: 'image/jpeg', width: 40, height: 60 });
    expect([after.width, after.height]).toEqual([40, 60]);
    for (const secret of ['SENTINEL', 'Sentinel', 'GPS', 'Exif', 'xmp'])
      expect(picture?.bytes.includes(secret)).toBe(false);
  });

  test('what was hidden behind the picture is gone', async () => {
    const both = Buffer.concat([
      await made.field().jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
      made.zip,
    ]);
    const picture = await redraw(both, 'image/jpeg');
    expect(picture?.bytes.includes('<script>')).toBe(false);
    expect(picture?.bytes.includes('PK\x03\x04')).toBe(false);
  });

  test('of a GIF the first frame is kept, as a PNG', async () => {
    const frames = await sharp(
      [await made.field().png().toBuffer(), await made.field().negate().png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .gif()
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);
    const picture = await redraw(frames, 'image/gif');
    expect(picture).toMatchObject({ contentType: 'image/png', width: 60, height: 40 });
  });

  test.each([
    [
      'cut off',
      async () =>
        (await made.field().resize(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9000),
    ],
    ['a header and nothing else', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      'another thing than it was taken for',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    [
      'larger than any camera makes',
      () =>
        sharp({ create: { width: 8000, height: 8000, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
    ],
  ])('%s: nothing is kept', async (_, make) => {
    expect(await redraw(await make(), 'image/png')).toBeNull();
  });

  test('no side is longer than can be looked at', async () => {
    const wide = await sharp({ create: { width: 9000, height: 90, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await redraw(wide, 'image/png')).toMatchObject({ width: 4096, height: 41 });
  });
});
