import { Router } from 'express';
import { noonOf } from '#domain/day.ts';
import { editionsOf } from '#invite/editions.ts';
import type { Services } from '#services.ts';
import { brandFrom } from '#web/brand.ts';
import { requireRole } from '#web/middleware/requireRole.ts';
import { posterFile, posterQuery } from './schema.ts';
import { show } from './show.ts';

const PAGE = '/console/invite';
const kinds = { pdf: 'application/pdf', svg: 'image/svg+xml' };

/** Links, codes and posters by which people find a flow. Nothing here is about anybody. */
export function inviteRoutes(services: Services): Router {
  const { flows, config, waysIn, clock } = services;
  const router = Router();
  const inviting = () => ({
    organisation: config.organisation,
    contact: config.invite.contact,
    ways: waysIn.open,
    firstFlow: flows.first.flow.id,
    colour: brandFrom(config.brandColour).colour,
  });

  router.get(PAGE, requireRole('viewer'), (_req, res) => {
    const all = [...flows.current.values()].map(({ flow }) => ({
      ...flow,
      closes: noonOf(flow.frame.closes),
    }));
    res.render('console/invite/view.njk', { section: 'invite', flows: all, ways: waysIn });
  });

  router.get(`${PAGE}/:id`, requireRole('viewer'), async (req, res, next) => {
    const version = flows.current.get(String(req.params.id));
    if (version === undefined) return next();
    await show(res, version.flow, { inviting: inviting(), unset: waysIn.unset });
  });

  router.get(`${PAGE}/:id/:file`, requireRole('viewer'), async (req, res, next) => {
    const flow = flows.current.get(String(req.params.id))?.flow;
    const asked = posterFile.safeParse(req.params.file).data;
    if (flow === undefined || asked === undefined || !editionsOf(flow).includes(asked.edition)) return next();
    const { edition, size, format } = asked;
    // Drawing brings fonts and a PDF library along: only whoever prints waits for them.
    const { posterOf, drawn, fileNameOf } = await import('#invite/poster.ts');
    const sheet = posterOf(flow, edition, size, inviting());
    if (sheet === null) return next();
    const keep = posterQuery.parse(req.query).download === 'yes' ? 'attachment' : 'inline';
    res.set({
      'Content-Type': kinds[format],
      'Content-Disposition': `${keep}; filename="${fileNameOf(flow, edition, size, format)}"`,
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    });
    res.send(await drawn(sheet, format, clock.now()));
  });
  return router;
}
