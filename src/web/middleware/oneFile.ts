import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';

/** Reads a form that may carry one file, of at most this size; every other form is left to others. */
export function oneFile(maxBytes: number): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 512 * 1024, parts: 25 },
  }).single('file');
  return (request, response, next) => {
    read(request, response, (error: unknown) => {
      if (error === undefined || error === null) return next();
      // Anything else that goes wrong here is a form that no page of ours sends, or that is not whole.
      const isTooLarge = error instanceof MulterError && error.code !== 'LIMIT_UNEXPECTED_FILE';
      next(Object.assign(new Error('The form could not be read.'), { status: isTooLarge ? 413 : 400 }));
    });
  };
}

/** The file that was sent, and what the browser calls it; null where none was picked: browsers then send an empty one. */
export function fileIn({ file }: Request): { bytes: Buffer; contentType: string; name: string } | null {
  return file === undefined || file.buffer.length === 0
    ? null
    : { bytes: file.buffer, contentType: file.mimetype, name: file.originalname };
}
