import { type Request, type Response, Router } from 'express';
import { type ControlCode, type ControlDetail, controlCodes } from '#domain/words.ts';
import { complaintAbout } from '#review/complaintAbout.ts';
import { addControl, type ControlDecision, controlDecisions } from '#review/control.ts';
import type { Reading } from '#review/reading.ts';
import type { Services } from '#services.ts';
import { allOfficers } from '#store/officers.ts';
import type { TextKey } from '#texts/text.ts';
import { notFound } from '#web/errors.ts';
import { say } from '#web/flash.ts';
import { type FieldError, readForm } from '#web/form.ts';
import { requireRole, signedIn } from '#web/middleware/requireRole.ts';
import { seenIn } from './grown.ts';
import { aboutForm, addControlForm, controlForm } from './schema.ts';

const PAGE = '/console/responses/:id';
type Show = (req: Request, res: Response, next: () => void, errors: FieldError[]) => Promise<unknown>;

interface Choice {
  value: string;
  text: TextKey;
  code: ControlCode;
  detail: ControlDetail | null;
}

/** What an officer may add, as the form names it: a complaint says what it is about. */
const choices: readonly Choice[] = [
  ...controlCodes.map((code) => ({ value: code, text: `control.${code}` as const, code, detail: null })),
  { value: 'person', text: 'controls.complaintPerson', code: 'complaint', detail: 'person' },
  { value: 'dataProtection', text: 'controls.complaintData', code: 'complaint', detail: 'dataProtection' },
];

/** What the page of a response shows of what was said besides its themes. */
export async function controlsShown(services: Services, res: Response, { controls, about }: Reading) {
  const { id, role } = signedIn(res);
  const complains = controls.some(({ code, decision }) => code === 'complaint' && decision !== 'rejected');
  const officers = complains ? await allOfficers(services.store.read) : [];
  return {
    otherControls: choices.filter(({ code, detail }) => {
      const known = controls.find((one) => one.code === code);
      // Of a complaint it may still be said what it is about.
      return known === undefined || (known.detail === null && detail !== null);
    }),
    complains: complains || about.length > 0,
    isAdmin: role === 'admin',
    officerId: id,
    officers: officers
      .filter((one) => one.id !== id && one.disabledAt === null)
      .filter((one) => !about.some(({ officerId }) => officerId === one.id))
      .map(({ id, name }) => ({ id, name })),
  };
}

export function controlRoutes(services: Services, show: Show): Router {
  const router = Router();

  for (const decision of ['accept', 'reject', 'handle'] as const satisfies ControlDecision[]) {
    router.post(`${PAGE}/controls/${decision}`, requireRole('reviewer'), async (req, res, next) => {
      const form = readForm(controlForm, req.body, res);
      if (!form.ok) return show(req, res, next, form.errors);
      const given = { ...decidedBy(req, res), controlId: form.data.control };
      if (!(await controlDecisions[decision](services, given))) return notFound(req, res, next);
      // What is an answer after all has themes.
      services.nudge('theming');
      back(req, res);
    });
  }

  router.post(`${PAGE}/controls`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(addControlForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const chosen = choices.find(({ value }) => value === form.data.code);
    if (chosen === undefined) return notFound(req, res, next);
    const { code, detail } = chosen;
    const given = { ...decidedBy(req, res), code, detail };
    if (!(await addControl(services, given))) return notFound(req, res, next);
    say(req, 'controls.added');
    back(req, res);
  });

  router.post(`${PAGE}/about`, requireRole('reviewer'), async (req, res, next) => {
    const form = readForm(aboutForm, req.body, res);
    if (!form.ok) return show(req, res, next, form.errors);
    const { officer: aboutId, isAbout } = form.data;
    const given = { ...decidedBy(req, res), aboutId, isAbout };
    if (!(await complaintAbout(services, given))) return notFound(req, res, next);
    say(req, isAbout ? 'about.hidden' : 'about.shown');
    back(req, res);
  });
  return router;
}

function idOf(req: Request): string {
  return String(req.params.id);
}

function decidedBy(req: Request, res: Response) {
  return { responseId: idOf(req), officerId: signedIn(res).id, seen: seenIn(req.body) };
}

function back(req: Request, res: Response): void {
  res.redirect(303, `/console/responses/${encodeURIComponent(idOf(req))}#also`);
}
