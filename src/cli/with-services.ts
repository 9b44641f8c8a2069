import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { type Services, services } from '#services.ts';

/** Builds the services for one command and closes them after it, also where it fails. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const config = readConfig();
  const built = await services(
    config,
    createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr),
  );
  try {
    return await work(built);
  } finally {
    await built.close();
  }
}
