import { type Labelled, type ThemeText, train } from './classifier.ts';
import { draw } from './draw.ts';
import { type Answer, figures, mean, type Protocol, type Shots } from './figures.ts';
import type { CodebookRow, JudgedResponse } from './labelled-set.ts';

/**
 * Judges the classifier on a labelled set, before any "no theme" threshold. With a train split: `shots` responses a
 * theme are learnt from (a draw is the union over the themes), the rest of the split is there without its labels, and
 * the test split is judged. Without one nothing is learnt: every response meets the themes of its own question and stance.
 *
 * @param now milliseconds from any fixed start; only differences are used.
 */
export function evaluate(
  responses: JudgedResponse[],
  codebook: CodebookRow[],
  options: { shots: Shots[]; seeds: number; now: () => number },
): Protocol[] {
  const learnable = responses.filter(({ split }) => split === 'train');
  const judged = responses.filter(({ split, themes }) => split !== 'train' && themes.length > 0);
  if (learnable.length === 0) return [zeroShot(responses, judged, codebook, options.now)];
  return options.shots.map((shots) => {
    const draws = shots === 'all' ? 1 : Math.max(1, options.seeds);
    const protocols = Array.from({ length: draws }, (_, seed) => {
      const began = options.now();
      const chosen = draw(learnable, codebook, shots, seed + 1);
      const rest = learnable.filter((response) => !chosen.has(response));
      const labelled: Labelled[] = [...chosen].map(({ text, question, themes }) => ({
        text,
        question,
        themeIds: themes,
      }));
      const classifier = train(codebook.map(themeText), labelled, rest, { calibrates: false });
      const answers = judged.map((said) => ({
        ranked: ranking(classifier.rank(said)),
        right: said.themes,
      }));
      return figures(shots, answers, codebook, (options.now() - began) / 1000);
    });
    return mean(protocols);
  });
}

function zeroShot(
  responses: JudgedResponse[],
  judged: JudgedResponse[],
  codebook: CodebookRow[],
  now: () => number,
): Protocol {
  const began = now();
  const answers: Answer[] = [];
  const groups = Map.groupBy(judged, ({ question, stance }) => JSON.stringify([question, stance ?? '']));
  for (const group of groups.values()) {
    const [{ question, stance } = { question: '', stance: '' }] = group;
    const themes = codebook.filter(
      (row) =>
        (!row.question || row.question === question) && (!row.stance || !stance || row.stance === stance),
    );
    // As in a real consultation: all answers to the question are there, and none has been looked at.
    const texts = responses.filter((response) => response.question === question);
    const classifier = train(themes.map(themeText), [], texts, { calibrates: false });
    for (const said of group) answers.push({ ranked: ranking(classifier.rank(said)), right: said.themes });
  }
  return figures(0, answers, codebook, (now() - began) / 1000);
}

function themeText({ id, name, description }: CodebookRow): ThemeText {
  return { id, name, definition: description, examples: [] };
}

function ranking(ranked: { themeId: string }[]): string[] {
  return ranked.map(({ themeId }) => themeId);
}
