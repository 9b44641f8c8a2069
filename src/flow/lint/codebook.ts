import { normalise } from '#domain/normalise.ts';
import { saidIn } from '#flow/said.ts';
import { takesStance } from '#flow/stance.ts';
import { repeats } from './names.ts';
import type { Rule } from './rule.ts';

const mostThemes = 15;

export const mustTell: Rule[] = [
  {
    id: 'repeated-theme',
    level: 'error',
    sentence: 'No two themes have the same id.',
    fix: 'give it another id',
    check: ({ codebook }) =>
      repeats(
        codebook.map(({ id }) => id),
        (i) => ['codebook', i, 'id'],
        'theme',
      ),
  },
];

/** Whether two people would put the same words under the same theme. An empty codebook is fine: listen first. */
export const codebook: Rule[] = [
  {
    id: 'too-many-themes',
    level: 'warning',
    sentence: `A codebook has at most ${mostThemes} themes, because nobody keeps more in mind.`,
    fix: 'join themes that would lead to the same action',
    check: (flow) =>
      flow.codebook.length <= mostThemes
        ? []
        : [{ path: ['codebook', mostThemes], what: `there are ${flow.codebook.length} themes` }],
  },
  {
    id: 'thin-definition',
    level: 'warning',
    sentence: 'A definition says enough to tell the theme from others.',
    fix: 'say what belongs here, in a whole sentence',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, path }) => role === 'theme' && path[2] === 'definition')
        .filter(({ words }) => words.split(/\s+/).length < 4)
        .map(({ path }) => ({ path, what: 'this definition says too little' })),
  },
  {
    id: 'theme-without-examples',
    level: 'warning',
    sentence: 'A theme has examples of what a resident might say.',
    fix: 'add two or three below examples, in the words that people use',
    check: (flow) =>
      flow.codebook.flatMap(({ id, examples }, i) =>
        Object.values(examples).some((list) => (list ?? []).length > 0)
          ? []
          : [{ path: ['codebook', i, 'id'], what: `theme "${id}" has no examples` }],
      ),
  },
  {
    id: 'theme-without-stance',
    level: 'warning',
    sentence: 'The name of a theme says what people think, and not only what about.',
    fix: 'say it as a person would: "Buses come too rarely", not "Buses"',
    check: (flow) =>
      saidIn(flow)
        .filter(({ role, path }) => role === 'theme' && path[2] === 'name')
        .filter(({ language, words }) => !takesStance({ [language]: words }))
        .map(({ path, words }) => ({
          path,
          what: `"${words}" is a subject that anything can be said about`,
        })),
  },
  {
    id: 'same-theme-names',
    level: 'warning',
    sentence: 'The names of themes can be told apart.',
    fix: 'give it a name of its own, or join the two',
    check: (flow) => {
      const names = saidIn(flow)
        .filter(({ role, path }) => role === 'theme' && path[2] === 'name')
        .map(({ words, voice, path }) => ({ path, words, key: `${voice} ${normalise(words)}` }));
      return names.flatMap(({ path, words, key }, i) =>
        names.findIndex((name) => name.key === key) === i
          ? []
          : [{ path, what: `two themes are called "${words}"` }],
      );
    },
  },
  {
    id: 'example-of-two-themes',
    level: 'warning',
    sentence: 'An example belongs to one theme.',
    fix: 'keep it where it belongs most',
    check: (flow) => {
      const seen = new Set<string>();
      return flow.codebook.flatMap(({ examples }, t) =>
        Object.entries(examples).flatMap(([language, list]) =>
          (list ?? []).flatMap((example, e) => {
            const known = seen.has(normalise(example));
            seen.add(normalise(example));
            return known
              ? [{ path: ['codebook', t, 'examples', language, e], what: 'this example is there already' }]
              : [];
          }),
        ),
      );
    },
  },
];
