import type { RequestHandler } from 'express';
import type { OfficerRole } from '#domain/words.ts';
import type { TextKey } from '#texts/text.ts';
import { mayDo } from '#web/middleware/requireRole.ts';

const entries: { section: string; href: string; text: TextKey; role: OfficerRole }[] = [
  { section: 'home', href: '/console', text: 'nav.home', role: 'viewer' },
  { section: 'invite', href: '/console/invite', text: 'nav.invite', role: 'viewer' },
  { section: 'responses', href: '/console/responses', text: 'nav.responses', role: 'viewer' },
  { section: 'themes', href: '/console/themes', text: 'nav.themes', role: 'viewer' },
  { section: 'missing', href: '/console/missing', text: 'nav.missing', role: 'viewer' },
  { section: 'outcomes', href: '/console/outcomes', text: 'nav.outcomes', role: 'viewer' },
  { section: 'deliveries', href: '/console/deliveries', text: 'nav.deliveries', role: 'viewer' },
  { section: 'byHand', href: '/console/by-hand', text: 'nav.byHand', role: 'reviewer' },
  { section: 'media', href: '/console/media', text: 'nav.media', role: 'viewer' },
  { section: 'cases', href: '/console/cases', text: 'nav.cases', role: 'viewer' },
  { section: 'officers', href: '/console/officers', text: 'nav.officers', role: 'admin' },
];

/** The pages that this officer may open, in the order of the loop. */
export const navigation: RequestHandler = (_req, res, next) => {
  const { officer } = res.locals;
  res.locals.navigation = officer === null ? [] : entries.filter((entry) => mayDo(officer.role, entry.role));
  next();
};
