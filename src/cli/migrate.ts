import { withServices } from './with-services.ts';

/** Opening the store brings its tables up to date; there is nothing else to do. */
export async function migrate(): Promise<void> {
  await withServices(async ({ store }) => {
    process.stdout.write(
      `The ${store.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL'} database is up to date.\n`,
    );
  });
}
