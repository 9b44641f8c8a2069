/** Shows how far something has come. `share` is from 0 to 1. */
export type Progress = (share: number, words: string) => void;

const WIDTH = 30;

/** A bar that redraws itself on a screen; elsewhere a plain line now and then. */
export function progressOn(output: NodeJS.WritableStream & { isTTY?: boolean }): {
  show: Progress;
  done(): void;
} {
  let shown = '';
  let tenth = -1;
  return {
    show: (share, words) => {
      const tenths = Math.floor(share * 10);
      const full = Math.round(share * WIDTH);
      const bar = `[${'='.repeat(full)}${' '.repeat(WIDTH - full)}] ${Math.floor(share * 100)}%`;
      const line = output.isTTY === true ? `\r${bar} ${words}\x1b[K` : `${tenths * 10}% ${words}\n`;
      if (output.isTTY === true ? line === shown : tenths === tenth) return;
      output.write(line);
      shown = line;
      tenth = tenths;
    },
    done: () => {
      if (output.isTTY === true && shown !== '') output.write('\n');
    },
  };
}
