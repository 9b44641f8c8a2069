import type { RuleInWords } from './rule.ts';

/** What must be right before a flow can be read at all; found where the file is parsed, and in a folder as a whole. */
export const fileRules = {
  'not-yaml': {
    sentence: 'The file is YAML 1.2: one document of at most 256 KB.',
    fix: 'check the indentation, and put quotes around text that holds ": " or " #"',
  },
  'missing-part': { sentence: 'Nothing that a flow needs is missing.', fix: 'add it' },
  'unknown-part': {
    sentence: 'Every line is one that Hearback knows.',
    fix: 'check its spelling and its indentation, or remove it',
  },
  'wrong-value': {
    sentence: 'Every value is of the kind that belongs there.',
    fix: 'write it as docs/writing-flows.md says',
  },
  'empty-text': { sentence: 'No text is empty.', fix: 'write the text' },
  'notice-missing': {
    sentence: 'A flow has a privacy notice.',
    fix: 'add privacy, with what you do with what people tell you',
  },
  'cover-missing': {
    sentence: 'A flow says when a person reads what may be urgent: without cover hours none goes live.',
    fix: 'add cover, with days and hours',
  },
  'frame-missing': {
    sentence:
      'A flow says honestly when it opens and closes, what can change, what cannot, who decides and when.',
    fix: 'add it to frame',
  },
  'theme-without-definition': {
    sentence: 'A theme has a definition.',
    fix: 'say what belongs in it, so that two people would decide alike',
  },
  'same-flow-id': { sentence: 'No two flows of a folder have the same id.', fix: 'choose another' },
  'same-keyword': {
    sentence: 'No two flows of a folder begin with the same keyword.',
    fix: 'choose another',
  },
  'no-flow': { sentence: 'There is a flow in the folder.', fix: 'add a .yaml file with a flow' },
} as const satisfies Record<string, Omit<RuleInWords, 'id' | 'level'>>;

export type FileRule = keyof typeof fileRules;
