/** What spreadsheets begin a file with that they save as "Unicode text". */
const byteOrders: [mark: Buffer, encoding: string][] = [
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

/** Where UTF-16 has no mark, every other byte of plain letters is NUL; UTF-8 has hardly any. */
const MOST_NULS = 0.3;
/** Enough bytes to tell by. */
const SAMPLE = 4096;

/** The words of a file that somebody gives us, UTF-8 or UTF-16 with its mark, which is left out; null where it is neither. */
export function fileText(file: Buffer): string | null {
  const encoding = byteOrders.find(([mark]) => file.subarray(0, mark.length).equals(mark))?.[1];
  if (encoding === undefined && isFullOfNuls(file.subarray(0, SAMPLE))) return null;
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

function isFullOfNuls(bytes: Buffer): boolean {
  return bytes.filter((byte) => byte === 0).length > bytes.length * MOST_NULS;
}
