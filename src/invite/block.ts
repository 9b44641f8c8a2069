import type { Part } from './sheet.ts';

/** Black as GOV.UK prints it. */
export const ink = '#0b0c0c';

/** A stretch of a column: how high it is, and its parts once it is known where it stands. */
export interface Block {
  height: number;
  fits: boolean;
  draw(x: number, y: number): Part[];
}
