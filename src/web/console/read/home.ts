import type { Response } from 'express';
import type { Services } from '#services.ts';
import { countRead, countToRead } from '#store/residentReadings.ts';
import { signedIn } from '#web/middleware/requireRole.ts';
import { openToResidents } from './open.ts';

/** The first page of a resident reviewer, and all that they see besides what they read. */
export async function showReadingHome(services: Services, res: Response): Promise<void> {
  const { read } = services.store;
  const officerId = signedIn(res).id;
  const open = await openToResidents(services);
  res.render('console/read/home.njk', {
    section: 'home',
    open: await Promise.all(
      open.map(async ({ consultation, versions }) => ({
        ...consultation,
        toRead: await countToRead(read, { officerId, consultationId: consultation.id, versions }),
        done: await countRead(read, { officerId, consultationId: consultation.id }),
      })),
    ),
  });
}
