import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { type Assets, govukFolder } from './assets.ts';
import { brandFrom } from './brand.ts';
import type { FieldError } from './form.ts';
import './locals.ts';

/** One for all apps of a process, which then compile each template once. What differs between apps is in their locals. */
const views = nunjucks.configure([import.meta.dirname, govukFolder], {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});
views.addGlobal('errorFor', (errors: FieldError[], field: string) => {
  const found = errors.find((error) => error.field === field);
  return found === undefined ? undefined : { text: found.text };
});

/**
 * How to add a page:
 * 1. A folder src/web/console/<page>/ with routes.ts, view.njk and, for a form or filters, schema.ts (zod).
 * 2. routes.ts exports `<page>Routes(services): Router`. Write the whole path in each route and say who may use it:
 *    `router.get('/console/<page>', requireRole('viewer'), async (req, res) => { ... })`, and name it in
 *    tests/web/routes.test.ts: a console route that is not listed there fails. Mount it in console/routes.ts.
 * 3. `res.render('console/<page>/view.njk', { section: '<entry of the navigation>', ... })`. Everything in
 *    res.locals (locals.ts) is there too: t, loc, date, csrf, officer, ...
 * 4. view.njk: `{% extends "layout.njk" %}`, `{% set title = t('...') %}`, `{% block content %}`. The layout prints
 *    the error summary (`errors`), the success banner (`flash`), the demo banner and, from
 *    `{% set back = { text, href } %}`, a link back. A form that posts holds
 *    `<input type="hidden" name="_csrf" value="{{ csrf() }}">`. The govuk macros come by
 *    `{% from "govuk/components/button/macro.njk" import govukButton %}`; pass them `text`, never `html` made of
 *    what people wrote. Outside the console, and where there is no officer, the layout shows no navigation.
 * 5. After a POST: `say(req, 'key')`, then redirect with 303. Strings go to src/texts/console.<page>.ts in en and cy.
 *
 * Templates are files of ours. Nothing that a resident or an officer wrote is ever compiled as one.
 */
export function installViews(
  app: Express,
  options: { assets: Assets; brandColour: string; organisation: { en: string; cy: string } },
): void {
  Object.assign(app.locals, {
    asset: options.assets.url,
    themeColour: brandFrom(options.brandColour).colour,
    organisation: options.organisation,
  });
  views.express(app);
}
