import { saidIn, toResidents } from '#flow/said.ts';
import type { Rule } from './rule.ts';

const address = /https?:|www\.|\b[\w-]+\.(?:com|org|net|uk|wales|cymru|gov|info)\b/i;

/** Whether a text can be sent as it stands. */
export const mustBeWhole: Rule[] = [
  {
    id: 'unknown-placeholder',
    level: 'error',
    sentence: 'No text holds a placeholder, because a flow has none that would be filled in.',
    fix: 'write the words that residents should read',
    check: (flow) =>
      saidIn(flow)
        .filter(({ words }) => /[{}]|%s|<\w+>|\[\w+\]/.test(words))
        .map(({ path, words }) => ({
          path,
          what: /[{}]/.test(words)
            ? 'curly brackets would be sent as they stand'
            : 'a placeholder would be sent as it stands',
        })),
  },
  {
    id: 'unfinished-text',
    level: 'error',
    sentence: 'No text is a note to finish it later.',
    fix: 'write the text',
    check: (flow) =>
      saidIn(flow)
        .filter(({ words }) => /\b(?:TBC|TBD|TODO|FIXME|XXX|[Ll]orem ipsum)\b|_{3}|\?{3}/.test(words))
        .map(({ path }) => ({ path, what: 'this is not finished' })),
  },
  {
    id: 'link-in-first-text',
    level: 'error',
    sentence: 'The first text has no link, because a first text with a link reads as a scam.',
    fix: 'remove it: PRIVACY tells people more, and they can find your website themselves',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, step, words }) => role === 'ask' && step === flow.steps[0] && address.test(words))
        .map(({ path }) => ({ path, what: 'there is a link in the first text' })),
  },
];

export const whole: Rule[] = [
  {
    id: 'link-in-text',
    level: 'warning',
    sentence: 'No question or thanks has a link: people are warned not to follow links in texts.',
    fix: 'say it in words, or say what to look for on your website',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, words }) => toResidents.has(role) && role !== 'privacy' && address.test(words))
        .filter(({ role, step }) => role !== 'ask' || step !== flow.steps[0])
        .map(({ path }) => ({ path, what: 'there is a link in this text' })),
  },
];
