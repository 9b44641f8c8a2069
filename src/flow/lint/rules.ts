import { type FileRule, fileRules } from './file-rules.ts';
import { mustRules } from './must.ts';
import type { RuleInWords } from './rule.ts';
import { shouldRules } from './should.ts';
import { idleWaiver } from './waivers.ts';

/** Every rule in words: what may be used, then what is good. */
export const rules: readonly RuleInWords[] = [
  ...(Object.keys(fileRules) as FileRule[]).map((id) => ({ id, level: 'error' as const, ...fileRules[id] })),
  ...mustRules,
  ...shouldRules,
  idleWaiver,
].map(({ id, level, sentence, fix }) => ({ id, level, sentence, fix }));
