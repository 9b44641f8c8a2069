import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#config.ts';
import { type Edition, editionsOf, isRead } from '#invite/editions.ts';
import { drawn, fileNameOf, posterOf } from '#invite/poster.ts';
import { type Mark, type PaperSize, paperSizes, type Sheet } from '#invite/sheet.ts';
import { shape } from '#invite/typefaces.ts';
import { waysIn } from '#waysIn.ts';
import { highStreet, highStreetInSix } from './high-street.ts';

const flow = highStreetInSix();
const everywhere = {
  INVITE_SMS: '+447700900123',
  INVITE_WHATSAPP: '+447700900456',
  TELEGRAM_BOT_NAME: 'example_bot',
  WEBCHAT_URL: 'https://listen.example.org/chat',
};

function poster(
  edition: Edition,
  size: PaperSize,
  env: Record<string, string> = everywhere,
  of = flow,
): Sheet {
  const config = readConfig(env);
  const sheet = posterOf(of, edition, size, {
    organisation: config.organisation,
    contact: config.invite.contact,
    ways: waysIn(config).open,
    firstFlow: of.id,
    colour: config.brandColour,
  });
  if (sheet === null) throw new Error('There is no poster.');
  return sheet;
}

const marksOf = (sheet: Sheet): Mark[] => sheet.parts.flatMap(({ marks }) => marks);
const runsOf = (sheet: Sheet) => marksOf(sheet).filter((mark) => mark.kind === 'run');
/** What somebody reads, from the top. */
const wordsOf = (sheet: Sheet) =>
  sheet.parts.flatMap(({ words }) => (words === null ? [] : [words.replaceAll('\u00a0', ' ')])).join('\n');

const all = editionsOf(flow).flatMap((edition) => paperSizes.map((size) => [edition, size] as const));

describe.each(all)('the poster in %s on %s', (edition, size) => {
  const sheet = poster(edition, size);

  test('keeps everything on its page and within its margins', () => {
    const margin = size === 'A4' ? 39 : 25;
    for (const mark of marksOf(sheet)) {
      if (mark.kind === 'run') {
        const right = mark.x + (shape(mark.run, mark.weight).width * mark.size) / 1000;
        expect([mark.run.text, mark.x >= margin, right <= sheet.width - margin]).toEqual([
          mark.run.text,
          true,
          true,
        ]);
        expect(mark.baseline).toBeLessThanOrEqual(sheet.height - margin);
      }
      if (mark.kind === 'code') expect(mark.y + mark.size).toBeLessThanOrEqual(sheet.height - margin);
    }
  });

  test('has a glyph for every letter', () => {
    for (const { run, weight } of runsOf(sheet))
      expect([run.text, shape(run, weight).glyphs.filter(({ id }) => id === 0)]).toEqual([run.text, []]);
  });

  test('is large enough: 14 points on a wall, 9 in the hand, and codes of an inch', () => {
    expect(Math.min(...runsOf(sheet).map((run) => run.size))).toBeGreaterThanOrEqual(size === 'A4' ? 14 : 9);
    for (const mark of marksOf(sheet)) if (mark.kind === 'code') expect(mark.size).toBeGreaterThan(70);
  });

  test('is one page of PDF of that size, tagged, in its language, with its fonts in it', async () => {
    const pdf = (await drawn(sheet, 'pdf', 0)).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toContain(size === 'A4' ? '/MediaBox [0 0 595.28 841.89]' : '/MediaBox [0 0 419.53 595.28]');
    expect(pdf).toContain(`/Lang (${edition === 'both' ? 'cy' : edition})`);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toMatch(/\/S \/H1/);
    expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThan(1);
  });

  test('is an SVG that draws, with letters as shapes and no text that needs a font', async () => {
    const svg = await drawn(sheet, 'svg', 0);
    expect(svg.toString()).not.toContain('<text');
    const { width, height } = await sharp(svg).metadata();
    expect((height ?? 0) / (width ?? 1)).toBeCloseTo(Math.SQRT2, 1);
  });
});

test('says who asks, what about, how to answer, what it costs, until when, and whom to turn to', () => {
  const words = wordsOf(poster('en', 'A4'));
  expect(words).toBe(
    [
      'Your council',
      'Your high street',
      'Tell us about your high street. What is it like for you to be there?',
      'Text HIGHSTREET to 07700 900123',
      'Or scan with your phone:',
      'Open until 31 December 2027.',
      'Replies are automatic. Staff read every answer.',
      'A text costs your network’s usual price.',
      'To talk to a person, send PERSON.',
      'PRIVACY: how we use what you say. STOP: we stop.',
      'To check that this is us, or to tell us another way, ring the number on our website.',
    ].join('\n'),
  );
});

test('names the contact that was set, and asks no price where nobody texts', () => {
  const words = wordsOf(
    poster('en', 'A4', { TELEGRAM_BOT_NAME: 'example_bot', INVITE_CONTACT: '01632 960001' }),
  );
  expect(words).toContain('Write HIGHSTREET to @example_bot on Telegram');
  expect(words).toContain('Questions, or another way to tell us: 01632 960001');
  expect(words).not.toContain('usual price');
});

test('is Welsh first where it is in both languages, each with its own keyword and code', () => {
  const sheet = poster('both', 'A4');
  expect(sheet.title).toBe('Eich stryd fawr / Your high street');
  const words = wordsOf(sheet);
  expect(words.indexOf('Tecstiwch STRYD FAWR i 07700 900123')).toBeGreaterThan(0);
  expect(words.indexOf('Text HIGHSTREET to')).toBeGreaterThan(words.indexOf('Tecstiwch'));
  const links = marksOf(sheet).flatMap((mark) => (mark.kind === 'code' ? [mark.code.link] : []));
  expect(links).toContain('sms:+447700900123?&body=STRYD%20FAWR');
  expect(links).toContain('sms:+447700900123?&body=HIGHSTREET');
});

test('leaves the simulator out where people have a real way in, and leads to it where they have none', () => {
  const linksIn = (env: Record<string, string>) =>
    marksOf(poster('en', 'A4', env)).flatMap((mark) => (mark.kind === 'code' ? [mark.code.link] : []));
  expect(linksIn({})).toEqual(['http://localhost:3000/simulator/begin?words=HIGHSTREET']);
  expect(linksIn({ INVITE_SMS: '+447700900123' })).toEqual(['sms:+447700900123?&body=HIGHSTREET']);
});

test('shrinks and wraps however long the words are', () => {
  const long =
    'Gwasanaethau cymdeithasol ac addysg yn Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  const wordy = highStreet({ title: { en: `${long}. ${long}.`, cy: `${long}. ${long}.` } });
  for (const size of paperSizes) {
    const sheet = poster('both', size, everywhere, wordy);
    for (const mark of runsOf(sheet)) {
      expect(mark.x + (shape(mark.run, mark.weight).width * mark.size) / 1000).toBeLessThan(sheet.width - 20);
      expect(mark.baseline).toBeLessThan(sheet.height - 20);
    }
  }
});

test('there is none for a flow that nobody could begin, or that leads nowhere', () => {
  const config = readConfig({ PUBLIC_URL: 'https://listen.example.org' });
  const inviting = {
    organisation: config.organisation,
    contact: null,
    firstFlow: 'another',
    colour: '#00625a',
  };
  expect(posterOf(flow, 'en', 'A4', { ...inviting, ways: waysIn(config).open })).toBeNull();
  const ways = waysIn(readConfig(everywhere)).open;
  expect(posterOf(highStreet({ keywords: {} }), 'en', 'A4', { ...inviting, ways })).toBeNull();
  expect(posterOf(highStreet(), 'en', 'A4', { ...inviting, ways })).not.toBeNull();
});

test('a line of Urdu runs from the right, with the number and the Latin words in it as they are typed', () => {
  const seen = runsOf(poster('ur', 'A4'));
  const how = seen.filter(({ run }) => run.text.includes('07700'))[0];
  const after = seen.find(({ run, baseline }) => baseline === how?.baseline && run.rightToLeft);
  expect(how?.run.text.replaceAll('\u00a0', ' ')).toBe('07700 900123');
  expect(after?.x).toBeLessThan(how?.x ?? 0);
  expect(seen.some(({ run }) => run.text === 'High Street')).toBe(true);
});

test('files have plain names, and a language that nobody has read through is known', () => {
  expect(fileNameOf(flow, 'both', 'A4', 'pdf')).toBe('high-street-cy-en-a4.pdf');
  expect(fileNameOf(flow, 'ur', 'A5', 'svg')).toBe('high-street-ur-a5.svg');
  expect(editionsOf(flow).filter((edition) => !isRead(flow, edition))).toEqual(['pl', 'ro', 'bn', 'ur']);
});
