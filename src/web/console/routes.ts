import { type RequestHandler, Router, urlencoded } from 'express';
import type { Services } from '#services.ts';
import { csrf } from '#web/middleware/csrf.ts';
import { knowOfficer } from '#web/middleware/officer.ts';
import { oneFile } from '#web/middleware/oneFile.ts';
import { refuseNul } from '#web/middleware/refuseNul.ts';
import { sessions } from '#web/middleware/session.ts';
import { behindVeil, veil } from '#web/middleware/veil.ts';
import { byHandRoutes } from './by-hand/routes.ts';
import { callRoutes } from './by-hand-calls/routes.ts';
import { letterRoutes } from './by-hand-letters/routes.ts';
import { caseRoutes } from './case/routes.ts';
import { casesRoutes } from './cases/routes.ts';
import { CODEBOOK_BYTES } from './codebook/import.ts';
import { codebookRoutes } from './codebook/routes.ts';
import { copyRoutes } from './copy/routes.ts';
import { deliveriesRoutes } from './deliveries/routes.ts';
import { deliveryRoutes } from './delivery/routes.ts';
import { erasureRoutes } from './erasure/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { inviteRoutes } from './invite/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { missingRoutes } from './missing/routes.ts';
import { navigation } from './navigation.ts';
import { officersRoutes } from './officers/routes.ts';
import { outcomeRoutes } from './outcome/routes.ts';
import { outcomesRoutes } from './outcomes/routes.ts';
import { queueRoutes } from './queue/routes.ts';
import { readRoutes } from './read/routes.ts';
import { redactionRoutes } from './redaction/routes.ts';
import { responseRoutes } from './response/routes.ts';
import { responsesRoutes } from './responses/routes.ts';
import { rightRoutes } from './right/routes.ts';
import { secondLookRoutes } from './second-look/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { suggestedRoutes } from './suggested/routes.ts';
import { themeRoutes } from './theme/routes.ts';
import { themesRoutes } from './themes/routes.ts';
import { themingRoutes } from './theming/routes.ts';

/** More than anybody types; what is larger is answered with 413. */
const form = urlencoded({ extended: false, limit: '512kb', parameterLimit: 1000 });

/** The officers' side. Routes carry their whole paths, so that a test can list them: see view.ts. */
export function consoleRoutes(all: Services): Router {
  const { config, store, clock, keys } = all;
  const services = behindVeil(all);
  const secure = config.publicUrl.startsWith('https:');
  const router = Router();
  router.use('/console', noStore, sessions({ store, clock, secret: keys.session, secure }));
  router.use('/console/themes/import', oneFile(CODEBOOK_BYTES));
  router.use('/console', form, refuseNul, knowOfficer(store), navigation, csrf, veil(all));
  router.use(signInRoutes(services));
  router.use(homeRoutes(services));
  router.use(responsesRoutes(services));
  router.use(responseRoutes(services));
  router.use(redactionRoutes(services));
  router.use(queueRoutes(services));
  router.use(casesRoutes(services));
  router.use(caseRoutes(services));
  router.use(copyRoutes(services));
  router.use(erasureRoutes(services));
  router.use(inviteRoutes(services));
  router.use(mediaRoutes(services));
  router.use(officersRoutes(services));
  router.use(themesRoutes(services));
  router.use(suggestedRoutes(services));
  router.use(readRoutes(services));
  router.use(rightRoutes(services));
  router.use(secondLookRoutes(services));
  router.use(codebookRoutes(services));
  // Last of these: any word after /themes/ may be a theme.
  router.use(themeRoutes(services));
  router.use(themingRoutes(services));
  router.use(missingRoutes(services));
  router.use(outcomesRoutes(services));
  router.use(outcomeRoutes(services));
  router.use(deliveriesRoutes(services));
  router.use(deliveryRoutes(services));
  router.use(byHandRoutes(services));
  router.use(callRoutes(services));
  router.use(letterRoutes(services));
  return router;
}

/** What officers see must not stay in a browser or a proxy after they have signed out. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
