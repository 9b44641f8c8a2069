import express, { type Express } from 'express';
import type { Services } from '#services.ts';
import { loadAssets } from './assets.ts';
import { consoleRoutes } from './console/routes.ts';
import { errors, notFound } from './errors.ts';
import { healthRoutes } from './health.ts';
import { pageLanguage } from './middleware/language.ts';
import { demoBanner, pageDefaults } from './middleware/pageDefaults.ts';
import { requestIds } from './middleware/requestId.ts';
import { securityHeaders } from './middleware/security.ts';
import { publicRoutes } from './public/routes.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import { installViews } from './view.ts';
import { webhookRoutes } from './webhooks/routes.ts';

/** The whole web side, in the order in which a request meets it. */
export function createApp(services: Services): Express {
  const { config, store, log, newId } = services;
  const secure = config.publicUrl.startsWith('https:');
  const assets = loadAssets(config.brandColour);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Behind TLS there is a proxy of ours on a private address: only it may say whom it speaks for.
  if (secure) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  installViews(app, { assets, brandColour: config.brandColour, organisation: config.organisation });

  // First of all: signatures are over the bytes as they came, and what a page needs would cost a provider's call a third.
  app.use(webhookRoutes(services));

  app.use(requestIds(newId));
  app.use(securityHeaders(config.publicUrl));
  app.use(healthRoutes(services));

  app.use(assets.router);
  app.use(pageLanguage(secure), pageDefaults(), demoBanner(store));
  app.get('/', (_req, res) => res.redirect('/you-said-we-did'));
  app.use(publicRoutes(services));
  app.use(simulatorRoutes(services));
  app.use(consoleRoutes(services));

  app.use(notFound);
  app.use(errors(log));
  return app;
}
