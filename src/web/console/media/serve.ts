import type { RequestHandler } from 'express';
import { placeOf } from '#media/files.ts';
import { kindOf } from '#media/kinds.ts';
import type { Services } from '#services.ts';
import { mediaById } from '#store/media-read.ts';
import { notFound } from '#web/errors.ts';

/**
 * The bytes of a file, in ranges where the player asks for them. Whatever is in it, it can run nothing here: it is
 * what we found it to be, in a sandbox of no origin, and what is not looked at or listened to is only downloaded.
 */
export function serveMedia({ store, media }: Services): RequestHandler {
  return async (req, res, next) => {
    const row = await mediaById(store.read, String(req.params.id));
    const kind = kindOf(row?.contentType ?? null);
    if (row?.state !== 'stored' || kind === null) return notFound(req, res, next);
    const disposition = kind.sort === 'paper' ? 'attachment' : 'inline';
    res.set({
      'Content-Type':
        row.contentType === 'text/plain' ? 'text/plain; charset=utf-8' : (row.contentType ?? ''),
      'Content-Disposition': `${disposition}; filename="${row.id}.${kind.extension}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    const options = { root: media.folder, cacheControl: false, lastModified: false };
    res.sendFile(placeOf(row.id), options, (error?: NodeJS.ErrnoException & { status?: number }) => {
      if (error === undefined || res.headersSent) return;
      res.removeHeader('Content-Disposition');
      if (error.status === 404) notFound(req, res, next);
      else next(error);
    });
  };
}
