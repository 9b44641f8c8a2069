import PDFDocument from 'pdfkit';
import type { Mark, Part, Sheet } from './sheet.ts';
import { fontFiles } from './typefaces.ts';

const tags = { heading: 'H1', paragraph: 'P', figure: 'Figure' } as const;

/** A sheet as one page of PDF: its words can be searched, copied and read out, and its fonts are in it. */
export async function pdfOf(sheet: Sheet, now: number): Promise<Buffer> {
  const document = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: sheet.language,
    tagged: true,
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.author, CreationDate: new Date(now) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const whole = document.struct('Document');
  document.addStructure(whole);
  for (const part of sheet.parts) drawPart(document, whole, part);
  whole.end();
  document.end();
  return done;
}

function drawPart(document: PDFKit.PDFDocument, whole: PDFKit.PDFStructureElement, part: Part): void {
  const draw = () => {
    for (const mark of part.marks) drawMark(document, mark);
  };
  if (part.role === 'decoration') {
    document.markContent('Artifact', { type: 'Layout' });
    draw();
    document.endMarkedContent();
    return;
  }
  // Joined letters do not tell which letters they were, and a line of Urdu is drawn from its end.
  const joined = part.marks.some((mark) => mark.kind === 'run' && mark.run.script !== 'latin');
  const about = {
    lang: part.language,
    ...(part.alt === null ? {} : { alt: part.alt }),
    ...(joined && part.words !== null ? { actual: part.words } : {}),
  };
  whole.add(document.struct(tags[part.role], about, draw));
}

function drawMark(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === 'box') {
    document.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.fill);
  } else if (mark.kind === 'code') {
    document.save().translate(mark.x, mark.y);
    document
      .scale(mark.size / mark.code.size)
      .path(mark.code.path)
      .fill('#000000')
      .restore();
  } else {
    const { run, weight, size, colour, x, baseline } = mark;
    document.font(fontFiles[run.script][weight]).fontSize(size).fillColor(colour);
    // A list of features, though an empty one, has the run shaped whole: word by word Urdu would come in the wrong order.
    const how = { lineBreak: false, baseline: 'alphabetic', features: [] } as const;
    const words = run.text.replaceAll('\u00a0', ' ');
    // Whoever copies Bangla gets its letters; readers that know no Urdu would turn its words round once more.
    const spelt = run.script === 'bengali';
    if (spelt) document.markContent('Span', { actual: words });
    document.text(words, x, baseline, { ...how, features: [...how.features] });
    if (spelt) document.endMarkedContent();
  }
}
