import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type ControlCode,
  type ControlDetail,
  controlCodes,
  type Language,
  languages,
} from '#domain/words.ts';

const half = z.record(z.enum(languages), z.record(z.string(), z.array(z.string().min(1)).min(1)));
export const halves = ['tuning', 'heldOut'] as const;
type Half = (typeof halves)[number];

export interface Labelled {
  half: Half;
  language: Language;
  text: string;
  /** What a person says is in it; none where it is only about the area. */
  codes: ReadonlySet<ControlCode>;
  detail: ControlDetail | null;
}

const isCode = (name: string): name is ControlCode => controlCodes.some((code) => code === name);

/**
 * The labelled messages that the control codes are measured by; all of them were written for this project. Those of the
 * half that is held out were written first, and the phrases were never changed after looking at them.
 */
export function corpus(): Labelled[] {
  return halves.flatMap((name) => {
    const read = half.parse(parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')));
    return languages.flatMap((language) =>
      Object.entries(read[language] ?? {}).flatMap(([label, texts]) => {
        const named = label === 'none' ? [] : label.split('+').map((one) => one.split('.'));
        const codes = new Set(
          named.map(([code = '']) => {
            if (!isCode(code)) throw new Error(`"${label}" is no control code`);
            return code;
          }),
        );
        const detail = (named.find(([, sub]) => sub !== undefined)?.[1] ?? null) as ControlDetail | null;
        return texts.map((text) => ({ half: name, language, text, codes, detail }));
      }),
    );
  });
}
