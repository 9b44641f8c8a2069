import { formula } from '#review/codebook/csv.ts';
import { type Agreement, ENOUGH, type Right, type Sayable } from '#review/right.ts';
import type { Estimate, Kappa } from '#theming/agreement.ts';

const columns = ['between', 'figure', 'theme', 'month', 'responses', 'value', 'low', 'high', 'note'];

interface Line {
  between: 'machine-officer' | 'machine-secondOfficer' | 'officer-officer';
  figure: 'same' | 'sampleF1' | 'kappa' | 'precision' | 'recall';
  theme?: string;
  /** 2026-11 */
  month?: string;
  responses: number;
  estimate: Estimate | Kappa | null;
}

/** The figures of the page as a table for a spreadsheet: names in English, shares 0..1. */
export function rightCsv(
  right: Right,
  themeName: (id: string) => string,
  month: (at: number) => string,
): string {
  const lines: Line[] = [
    ...sides('machine-officer', right.machine),
    ...sides('machine-secondOfficer', right.blind),
    ...sides('officer-officer', right.officers),
    ...right.themes.flatMap(({ id, ...figures }) =>
      (['precision', 'recall', 'kappa'] as const).map(
        (figure): Line => ({
          ...{ between: 'machine-officer', figure, theme: themeName(id) },
          ...{ responses: figures[figure].responses, estimate: figures[figure].figure },
        }),
      ),
    ),
    ...right.months.map(
      ({ at, alike }): Line => ({
        ...{ between: 'machine-officer', figure: 'sampleF1', month: month(at) },
        ...{ responses: alike.responses, estimate: alike.figure?.alike ?? null },
      }),
    ),
  ];
  return `${[columns, ...lines.map(cellsOf)].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function sides(
  between: Line['between'],
  { responses, figure }: Sayable<Agreement & { precision?: Estimate | null; recall?: Estimate | null }>,
): Line[] {
  const of = { between, responses };
  return [
    { ...of, figure: 'same', estimate: figure?.exactly ?? null },
    { ...of, figure: 'sampleF1', estimate: figure?.alike ?? null },
    { ...of, figure: 'kappa', estimate: figure?.kappa ?? null },
    ...(between === 'machine-officer'
      ? [
          { ...of, figure: 'precision' as const, estimate: figure?.precision ?? null },
          { ...of, figure: 'recall' as const, estimate: figure?.recall ?? null },
        ]
      : []),
  ];
}

function cellsOf({ between, figure, theme = '', month = '', responses, estimate }: Line): string[] {
  const of = [between, figure, textCell(theme), month, String(responses)];
  if (estimate === null) return [...of, '', '', '', responses < ENOUGH ? 'tooFew' : 'none'];
  if ('value' in estimate) {
    const { value, low, high } = estimate;
    return [...of, ...[value, low, high].map((number) => number.toFixed(4)), ''];
  }
  return [...of, '', '', '', estimate.kind === 'same' ? 'neverDiffered' : 'noVariation'];
}

/** A theme may be called anything: no spreadsheet runs it. */
function textCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
