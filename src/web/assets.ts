import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { brandFrom } from './brand.ts';

/** Where govuk-frontend's templates, styles and script are. */
export const govukFolder = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))),
  'dist',
);

const ownFolder = path.join(import.meta.dirname, 'assets');
const kinds: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Assets {
  router: Router;
  /** The address of a file: it changes with what is in it, so browsers may keep it for good. */
  url(name: string): string;
}

/** Everything the browser loads: govuk-frontend in the council's colour, and each file of assets/. */
export function loadAssets(brandColour: string): Assets {
  const files = new Map<string, { body: string; kind: string; hash: string }>();
  const add = (name: string, body: string) => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    files.set(name, { body, hash, kind: kinds[path.extname(name)] ?? 'application/octet-stream' });
  };
  add('govuk.css', styles(brandColour));
  add('govuk.js', readFileSync(path.join(govukFolder, 'govuk/govuk-frontend.min.js'), 'utf8'));
  add('icon.svg', icon(brandColour));
  for (const name of readdirSync(ownFolder)) add(name, readFileSync(path.join(ownFolder, name), 'utf8'));

  const router = Router();
  router.get('/assets/:hash/:name', (req, res, next) => {
    const file = files.get(req.params.name);
    if (file === undefined || file.hash !== req.params.hash) return next();
    res.set({ 'Content-Type': file.kind, 'Cache-Control': 'public, max-age=31536000, immutable' });
    res.send(file.body);
  });
  return {
    router,
    url: (name) => {
      const file = files.get(name);
      if (file === undefined) throw new Error(`There is no asset called ${name}.`);
      return `/assets/${file.hash}/${name}`;
    },
  };
}

/** GDS Transport is licensed for GOV.UK alone, and so are the crown and its blue. */
function styles(brandColour: string): string {
  const brand = brandFrom(brandColour);
  return readFileSync(path.join(govukFolder, 'govuk/govuk-frontend.min.css'), 'utf8')
    .replace(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '')
    .replace(/--govuk-brand-colour:#[0-9a-f]{3,6}/, `--govuk-brand-colour:${brand.colour}`)
    .replace(
      /--govuk-template-background-colour:#[0-9a-f]{3,6}/,
      `--govuk-template-background-colour:${brand.surface}`,
    )
    .replace(
      /--govuk-surface-background-colour:#[0-9a-f]{3,6}/,
      `--govuk-surface-background-colour:${brand.surface}`,
    )
    .replace(/--govuk-surface-border-colour:#[0-9a-f]{3,6}/, `--govuk-surface-border-colour:${brand.border}`);
}

/** A speech bubble with an answer coming back. */
function icon(brandColour: string): string {
  const { colour } = brandFrom(brandColour);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${colour}"/><path d="M6 8h20v13H14l-5 5v-5H6z" fill="#fff"/><path d="M19 11l-5 3.5 5 3.5v-2.5h4v-2h-4z" fill="${colour}"/></svg>`;
}
