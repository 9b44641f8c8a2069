import type { z } from 'zod';
import type { FileRule } from './lint/file-rules.ts';
import { type Finding, named } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** A zod issue in words for someone who writes flows and has never heard of zod. */
export function explain(issue: Issue, file: unknown): Finding[] {
  return inWords(issue, file).map((said) => ({ level: 'error', rule: ruleOf(issue, file), ...said }));
}

function ruleOf(issue: Issue, file: unknown): FileRule {
  const { path, code } = issue;
  if (code === 'unrecognized_keys') return 'unknown-part';
  const [top] = path;
  if (valueAt(file, path) === undefined) {
    if (top === 'privacy') return 'notice-missing';
    if (top === 'cover') return 'cover-missing';
    if (top === 'frame') return 'frame-missing';
    return top === 'codebook' && path[2] === 'definition' ? 'theme-without-definition' : 'missing-part';
  }
  return code === 'too_small' && issue.origin === 'string' ? 'empty-text' : 'wrong-value';
}

function inWords(issue: Issue, file: unknown): Pick<Finding, 'path' | 'what' | 'fix'>[] {
  const { path } = issue;
  const name = path.length === 0 ? 'the file' : named(path);
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(file, path) === undefined)
        return [{ path, what: `${name} is missing`, fix: `add ${String(path.at(-1))}` }];
      return [
        {
          path,
          what: `${name} is not ${article(issue.expected)}`,
          fix: `write ${article(issue.expected)} here`,
        },
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        what: `${path.length === 0 ? '' : `${named(path)}: `}"${key}" is not known here`,
        fix: 'check its spelling and its indentation, or remove it',
      }));
    case 'invalid_union':
      return [
        {
          path,
          what: `${name} is not a kind of step`,
          fix: 'write say, open, whoElse, choice, consent, equality, branch or end',
        },
      ];
    case 'invalid_value':
      if (valueAt(file, path) === undefined)
        return [{ path, what: `${name} is missing`, fix: `write ${listed(issue.values)}` }];
      return [{ path, what: `${name} is not one that is known`, fix: `write ${listed(issue.values)}` }];
    case 'too_small':
      if (issue.origin === 'string') return [{ path, what: `${name} is empty`, fix: 'write the text' }];
      return [{ path, what: `${name} has too few or is too small`, fix: `give at least ${issue.minimum}` }];
    case 'too_big':
      return [{ path, what: `${name} has too many or is too large`, fix: `give at most ${issue.maximum}` }];
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({
        path,
        what: `${name} is not a usable name`,
        fix: message,
      }));
    default:
      return [{ path, what: `${name} is not as it should be`, fix: issue.message }];
  }
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    object: 'a group of named lines',
    record: 'a group of named lines',
    array: 'a list, each line starting with "- "',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return words[expected] ?? expected;
}

function listed(values: readonly unknown[]): string {
  return values.map(String).join(' or ');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}
