import { mostButtons } from '#flow/buttons.ts';
import { named } from '#flow/problems.ts';
import { saidIn } from '#flow/said.ts';
import type { Rule } from './rule.ts';

const longest = 40;

export const buttons: Rule[] = [
  {
    id: 'too-many-buttons',
    level: 'warning',
    sentence: `A choice has as many answers as every channel can show to be picked: Teams and web chat ${mostButtons.teams}, Telegram ${mostButtons.telegram}, WhatsApp ${mostButtons.whatsapp}, from the fourth on in a list. With more they become numbers.`,
    fix: 'leave out or join answers, or say in a comment that numbers are fine here',
    check: ({ steps }) =>
      steps.flatMap((step, i) => {
        if (!('choices' in step)) return [];
        const there = step.kind === 'equality' ? step.choices.length + 1 : step.choices.length;
        const over = Object.entries(mostButtons).filter(([, most]) => most > 0 && there > most);
        if (over.length === 0) return [];
        const withNot = step.kind === 'equality' ? ', with the one not to say,' : '';
        return [
          {
            path: ['steps', i, 'choices'],
            what: `${there} answers${withNot} are too many buttons for ${over.map(([channel]) => channel).join(', ')}`,
          },
        ];
      }),
  },
  {
    id: 'long-answer',
    level: 'warning',
    sentence: `The words of an answer are at most ${longest} characters, because buttons cut them.`,
    fix: `shorten it to ${longest}`,
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, words }) => role === 'label' && words.length > longest)
        .map(({ path, words }) => ({ path, what: `${named(path)} is ${words.length} characters` })),
  },
];
