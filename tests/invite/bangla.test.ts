import { expect, test } from 'vitest';
import { outline, shape } from '#invite/typefaces.ts';

test('Bangla keeps its conjuncts after other letters have been drawn', () => {
  const ids = (text: string) =>
    shape({ text, script: 'bengali', rightToLeft: false }, 'regular').glyphs.map(({ id }) => id);
  // The outline of the second letter is made of the first one.
  for (const id of ids('র')) outline('bengali', 'regular', id);
  const [dotted] = ids('\u25cc');
  expect(ids('বিশ্ববিদ্যালয়')).not.toContain(dotted);
  expect(ids('বিশ্ববিদ্যালয়').length).toBeLessThan([...'বিশ্ববিদ্যালয়'].length);
});
