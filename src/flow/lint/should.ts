import { buttons } from './buttons.ts';
import { codebook } from './codebook.ts';
import { double } from './double.ts';
import { easy } from './easy.ts';
import { honest } from './frame.ts';
import { jargon } from './jargon.ts';
import { speaking } from './languages.ts';
import { notice } from './notice.ts';
import { order } from './order.ts';
import { questions } from './questions.ts';
import { reading } from './reading.ts';
import type { Rule } from './rule.ts';
import { fitting } from './sms.ts';
import { typing } from './typed-words.ts';
import { whole } from './whole-words.ts';

/** The rules of good questions and honest notices: a flow that breaks them is used, and its writer is told. */
export const shouldRules: readonly Rule[] = [
  ...questions,
  ...double,
  ...jargon,
  ...reading,
  ...order,
  ...notice,
  ...honest,
  ...speaking,
  ...easy,
  ...typing,
  ...whole,
  ...fitting,
  ...buttons,
  ...codebook,
];
