import { createInterface } from 'node:readline';

export interface Streams {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean };
}

/** Lines in and lines out, where what is being typed stays whole while something else is printed. */
export interface Terminal {
  /** False where lines come from a file or a pipe: then nothing that is typed shows by itself. */
  interactive: boolean;
  /** Ends with the input, or at Ctrl-C. */
  lines: AsyncIterable<string>;
  print(line: string): void;
  prompt(): void;
  close(): void;
}

export function openTerminal({ input, output }: Streams, prompt: string): Terminal {
  const interactive = output.isTTY === true;
  const reader = createInterface({
    input,
    terminal: interactive,
    prompt,
    ...(interactive ? { output } : {}),
  });
  let open = true;
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    open = false;
  });
  const ask = () => {
    if (interactive && open) reader.prompt(true);
  };
  return {
    interactive,
    lines: reader,
    print: (line) => {
      // Back to the start of the line and empty it: the prompt, with what was typed, comes again below.
      output.write(interactive ? `\r\x1b[K${line}\n` : `${line}\n`);
      ask();
    },
    prompt: ask,
    close: () => {
      reader.close();
      // What follows, the shell's own prompt for example, begins on a line of its own.
      if (interactive) output.write('\n');
    },
  };
}
