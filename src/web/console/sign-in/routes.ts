import { Router } from 'express';
import { checkOfficer } from '#people/officers.ts';
import type { Services } from '#services.ts';
import { readForm, typed } from '#web/form.ts';
import { signIn, signOut } from '#web/middleware/officer.ts';
import { linkRoutes } from './link.ts';
import { signInForm } from './schema.ts';
import { throttleSignIn } from './throttle.ts';

const VIEW = 'console/sign-in/view.njk';

export function signInRoutes(services: Services): Router {
  const router = Router();
  router.use(linkRoutes(services));

  router.get('/console/sign-in', (req, res) => {
    if (res.locals.officer !== null) return res.redirect('/console');
    res.render(VIEW, { values: { email: '' }, to: insideConsole(req.query.to) });
  });

  router.post('/console/sign-in', ...throttleSignIn(), async (req, res) => {
    const to = insideConsole(req.body.to);
    const again = (status: number, errors: { field: string; text: string }[]) =>
      res.status(status).render(VIEW, { values: typed(req.body, ['email']), to, errors });
    const form = readForm(signInForm, req.body, res);
    if (!form.ok) return again(400, form.errors);
    const officer = await checkOfficer(services, form.data.email, form.data.password);
    if (officer === null) return again(401, [{ field: 'email', text: res.locals.t('signIn.wrong') }]);
    await signIn(req, officer);
    res.redirect(303, to === '' ? '/console' : to);
  });

  router.post('/console/sign-out', async (req, res) => {
    await signOut(req);
    res.redirect(303, '/console/sign-in');
  });
  return router;
}

/** Only a page of the console: a sign-in link that somebody sends may not lead anywhere else. */
function insideConsole(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/console')) return '';
  const url = new URL(to, 'http://page.invalid');
  return /^\/console(\/|$)/.test(url.pathname) ? `${url.pathname}${url.search}` : '';
}
