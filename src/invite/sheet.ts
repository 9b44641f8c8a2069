import type { Language } from '#domain/words.ts';
import type { Code } from './code.ts';

export type Script = 'latin' | 'bengali' | 'arabic';
export type Weight = 'regular' | 'bold';

/** Words in one script and one direction, which a font can shape by itself. */
export interface Run {
  text: string;
  script: Script;
  rightToLeft: boolean;
}

/** Something drawn, in points from the top left corner. */
export type Mark =
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'run'; x: number; baseline: number; size: number; weight: Weight; colour: string; run: Run }
  | { kind: 'code'; x: number; y: number; size: number; code: Code };

/** What belongs together for somebody who hears the page read out. */
export interface Part {
  role: 'heading' | 'paragraph' | 'figure' | 'decoration';
  language: Language;
  /** What its runs say together, in the order in which it is read; null where it is no text. */
  words: string | null;
  /** What a figure shows. */
  alt: string | null;
  marks: Mark[];
}

/** One printed page, before anybody has drawn it. The parts are in reading order. */
export interface Sheet {
  width: number;
  height: number;
  title: string;
  author: string;
  language: Language;
  parts: Part[];
}

export const paperSizes = ['A4', 'A5'] as const;
export type PaperSize = (typeof paperSizes)[number];
