import { normalise } from '#domain/normalise.ts';
import type { Flow, Step } from '#flow/schema.ts';
import type { Found, Rule } from './rule.ts';

const mostQuestions = 10;
const listens = ({ kind }: Step) => kind === 'open' || kind === 'whoElse';

/** Whether questions come in an order that keeps people with us. By place in the file, which is the way most people go. */
export const order: Rule[] = [
  {
    id: 'never-asks-to-hear-back',
    level: 'warning',
    sentence: 'A flow asks whether people want to hear what was done: nobody is told who was not asked.',
    fix: 'add a step with kind: consent and consent: hearBack after the first question',
    check: ({ steps }) =>
      steps.some((step) => step.kind === 'consent' && step.consent === 'hearBack')
        ? []
        : [{ path: ['steps'], what: 'nobody is asked whether they want to hear back' }],
  },
  {
    id: 'hear-back-asked-late',
    level: 'warning',
    sentence:
      'Whether they want to hear back is asked after the first answer, because most people leave before the last.',
    fix: 'put it below the first question',
    check: atConsent('hearBack', (steps, i) =>
      steps.slice(0, i).filter(listens).length > 2 ? 'most people will have gone before this is asked' : null,
    ),
  },
  {
    id: 'quoting-asked-early',
    level: 'warning',
    sentence: 'Whether they may be quoted is asked when people know what they have said.',
    fix: 'put it below the last open question',
    check: atConsent('quote', (steps, i) =>
      steps.slice(i + 1).some(listens) ? 'people do not know yet what they will have said' : null,
    ),
  },
  {
    id: 'consent-asked-twice',
    level: 'warning',
    sentence: 'Nobody is asked for the same consent again.',
    fix: 'keep one of the two',
    check: ({ steps }) =>
      steps.flatMap((step, i): Found[] =>
        step.kind === 'consent' &&
        steps.findIndex((other) => other.kind === 'consent' && other.consent === step.consent) !== i
          ? [{ path: ['steps', i, 'consent'], what: `${step.consent} has been asked for already` }]
          : [],
      ),
  },
  {
    id: 'equality-before-questions',
    level: 'warning',
    sentence: 'Questions about the person come after all questions about what they think.',
    fix: 'put it below the last open question',
    check: ({ steps }) =>
      steps.flatMap((step, i): Found[] =>
        step.kind === 'equality' && steps.slice(i + 1).some(listens)
          ? [
              {
                path: ['steps', i, 'kind'],
                what: 'people are asked about themselves before they have been heard',
              },
            ]
          : [],
      ),
  },
  {
    id: 'second-rather-not-say',
    level: 'warning',
    sentence: 'Nobody finds "I would rather not say" twice: it is added by itself.',
    fix: 'remove this choice',
    check: ({ steps }) =>
      steps.flatMap((step, s) =>
        step.kind !== 'equality'
          ? []
          : step.choices.flatMap(({ label }, c) =>
              /\b(?:prefer|rather) not\b|byddai'n well gen/.test(normalise(`${label.en} ${label.cy}`))
                ? [{ path: ['steps', s, 'choices', c, 'label'], what: 'this answer is added by itself' }]
                : [],
            ),
      ),
  },
  {
    id: 'no-last-question',
    level: 'warning',
    sentence: 'The last question is "What should we have asked?", or asks that in other words.',
    fix: 'add an open question: Last question. What should we have asked?',
    check: ({ steps }) => {
      const last = steps.findLastIndex(({ kind }) => kind === 'open');
      const step = steps[last];
      if (step?.kind !== 'open') return [];
      const said = normalise(`${step.ask.en} ${step.ask.cy}`);
      if (
        /(?:have|n't|not|forgot(?:ten)? to|forget to) ask|anything else|fod wedi'i ofyn|anghofio|rhywbeth arall/.test(
          said,
        )
      )
        return [];
      return [
        { path: ['steps', last, 'ask'], what: 'the last open question does not ask what you left out' },
      ];
    },
  },
  {
    id: 'too-many-questions',
    level: 'warning',
    sentence: `A flow has at most ${mostQuestions} open questions.`,
    fix: 'keep the ones that you will act on',
    check: ({ steps }) => {
      const over = steps.flatMap((step, i) => (listens(step) ? [i] : []))[mostQuestions];
      return over === undefined
        ? []
        : [{ path: ['steps', over, 'kind'], what: `this is open question ${mostQuestions + 1}` }];
    },
  },
];

function atConsent(
  consent: 'hearBack' | 'quote',
  judge: (steps: readonly Step[], index: number) => string | null,
): (flow: Flow) => Found[] {
  return ({ steps }) =>
    steps.flatMap((step, i): Found[] => {
      const what = step.kind === 'consent' && step.consent === consent ? judge(steps, i) : null;
      return what === null ? [] : [{ path: ['steps', i, 'consent'], what }];
    });
}
