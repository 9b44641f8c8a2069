import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { readCodebookCsv } from '#review/codebook/csv.ts';
import { type FileTheme, importCodebook, MOST_THEMES, planImport } from '#review/codebook/importCodebook.ts';
import { readCodebookYaml } from '#review/codebook/yaml.ts';
import type { LineProblem } from '#review/csvRows.ts';
import { fileText } from '#review/fileText.ts';
import type { Services } from '#services.ts';
import { allThemesOf } from '#store/codebook.ts';
import { codebookVersion, unmadeThemes } from '#store/codebook-changes.ts';
import type { TextKey } from '#texts/text.ts';
import { type Consultation, chosenIn } from '#web/console/consultations.ts';
import { fileIn } from '#web/middleware/oneFile.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { answer } from './answer.ts';
import { type ChangeInWords, partsBetween } from './inWords.ts';

/** A codebook of a hundred themes in two languages is half of this. */
export const CODEBOOK_BYTES = 256 * 1024;

const readers = { csv: readCodebookCsv, yaml: readCodebookYaml };

/** What the page that shows what would change sends back. */
const again = z.object({
  content: z.string().min(1),
  format: z.enum(['csv', 'yaml']),
  version: z.coerce.number().int().min(0),
});

interface Given {
  content: Buffer;
  format: keyof typeof readers;
}

/** Taking in a codebook from a file: what would change is shown first, and nothing is half done. */
export function importRoutes(services: Services): Router {
  const { store } = services;
  const router = Router();
  const path = '/console/themes/import';

  const choose = (res: Response, consultation: Consultation, problem: TextKey | null = null) => {
    if (problem !== null)
      res.status(400).locals.errors = [
        { field: 'file', text: res.locals.t(problem, { count: MOST_THEMES }) },
      ];
    res.render('console/codebook/import.njk', { section: 'themes', consultation });
  };

  const look = async (
    res: Response,
    consultation: Consultation,
    { content, format }: Given,
    changes: ChangeInWords[] = [],
  ) => {
    const version = await codebookVersion(store.read, consultation.id);
    const themes = await allThemesOf(store.read, consultation.id);
    const { file, problems } = read({ content, format });
    if (file.length > MOST_THEMES) return choose(res, consultation, 'codebook.importMany');
    const planned = planImport(
      themes,
      file,
      consultation.languages,
      await unmadeThemes(store.read, consultation.id),
    );
    problems.push(...planned.problems);
    problems.sort((one, other) => one.line - other.line);
    if (problems.length > 0) res.status(400);
    res.render('console/codebook/look.njk', {
      section: 'themes',
      consultation,
      version,
      ...planned,
      changed: planned.changed.map((one) => ({
        ...one,
        parts: partsBetween(one.theme, { ...one.theme, ...one.become }),
      })),
      ...{ problems, changes, format },
      content: fileText(content) ?? '',
    });
  };

  router.get(path, requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, req.query.consultation);
    if (consultation === undefined) return next();
    choose(res, consultation);
  });

  router.post(path, requireRole('reviewer'), async (req, res, next) => {
    const { consultation } = await chosenIn(services, String(req.body?.consultation ?? ''));
    if (consultation === undefined) return next();
    const sure = again.safeParse(req.body);
    if (!sure.success) {
      const given = givenIn(req);
      return typeof given === 'string' ? choose(res, consultation, given) : look(res, consultation, given);
    }
    const { format, version: seen } = sure.data;
    const given = { content: Buffer.from(sure.data.content), format };
    const { file, problems } = read(given);
    if (problems.length > 0) return look(res, consultation, given);
    const asked = { consultationId: consultation.id, officerId: signedIn(res).id, seen };
    const { languages } = consultation;
    const imported = await importCodebook(services, { ...asked, file, languages });
    if (!imported.done && imported.why === 'problems') return look(res, consultation, given);
    await answer(services, req, res, imported, {
      done: 'codebook.imported',
      to: `/console/themes?${new URLSearchParams({ consultation: consultation.id })}`,
      again: (changes) => look(res, consultation, given, changes),
    });
  });
  return router;
}

function read({ content, format }: Given): { file: FileTheme[]; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  return { file: readers[format](content, problems), problems };
}

/** The file that was chosen, or what is wrong with it as a whole. */
function givenIn(req: Request): Given | TextKey {
  const file = fileIn(req);
  if (file === null) return 'codebook.importMissing';
  const ending = /\.(csv|ya?ml)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending === undefined || fileText(file.bytes)?.includes('\0')) return 'codebook.importKind';
  return { content: file.bytes, format: ending === 'csv' ? 'csv' : 'yaml' };
}
