import { createInterface } from 'node:readline/promises';

/** Only a word typed by a person counts: not an empty line, and not the end of a file. */
export async function typedWord(
  word: string,
  output: NodeJS.WritableStream = process.stdout,
): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output });
  try {
    const closed = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
    const said = await Promise.race([reader.question(`Type ${word} to go on: `), closed]);
    return said.trim() === word;
  } finally {
    reader.close();
  }
}
