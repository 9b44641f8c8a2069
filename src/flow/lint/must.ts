import { branches } from './branches.ts';
import { mustTell } from './codebook.ts';
import { mustHold } from './frame.ts';
import { mustSpeak } from './languages.ts';
import { names } from './names.ts';
import { mustCare } from './notice.ts';
import type { Rule } from './rule.ts';
import { mustFit } from './sms.ts';
import { mustType } from './typed-words.ts';
import { ways } from './ways.ts';
import { mustBeWhole } from './whole-words.ts';

/** The rules without which no flow is used. Apart from the others, which need lists of words and are not needed to start. */
export const mustRules: readonly Rule[] = [
  ...names,
  ...ways,
  ...branches,
  ...mustSpeak,
  ...mustBeWhole,
  ...mustType,
  ...mustFit,
  ...mustCare,
  ...mustHold,
  ...mustTell,
];
