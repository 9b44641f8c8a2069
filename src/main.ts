import type { Server } from 'node:http';
import { createFirstSignInLink, signInLinkUrl } from '#people/signInLinks.ts';
import { openGate } from '#safeguarding/detect.ts';
import { openLists } from '#theming/control/lists.ts';
import { createApp } from '#web/app.ts';
import { closingOf } from '#web/closing.ts';
import { threads } from '#workers/threads.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { services } from './services.ts';

/** Serves until it is told to stop. Resolves once it listens; `stop` ends what is under way cleanly. */
export async function serve(): Promise<{ url: string; stop(): Promise<void> }> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  openGate();
  openLists();
  const built = await services(config, log, { threads });
  const server = await listen(createApp(built).listen(config.port, config.host));
  const close = closingOf(server);
  const { port } = server.address() as { port: number };
  const url = config.publicUrlGiven ? config.publicUrl : `http://localhost:${port}`;
  built.startJobs();

  const link = await createFirstSignInLink(built);
  if (config.simulator) say(`Try it out here:    ${url}/simulator`);
  say(`Console:            ${link === null ? `${url}/console` : signInLinkUrl(url, link)}`);
  if (link !== null) say('                    (makes the first officer; works once, within an hour)');
  say(`What was done:      ${url}/you-said-we-did`);

  return {
    url,
    stop: async () => {
      await close();
      await built.close();
    },
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}
