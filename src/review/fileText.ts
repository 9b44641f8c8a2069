/** What spreadsheets begin a file with that they save as "Unicode text". */
const byteOrders: [mark: Buffer, encoding: string][] = [
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

/** The words of a file that somebody gives us, UTF-8 or UTF-16 with its mark, which is left out; null where it is neither. */
export function fileText(file: Buffer): string | null {
  const encoding = byteOrders.find(([mark]) => file.subarray(0, mark.length).equals(mark))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}
