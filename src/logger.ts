import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Logs as JSON lines, on stderr unless told. What could hold a person's words, name or number is never passed; what slips through by name is cut. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'address',
          'text',
          'body',
          'email',
          'phone',
          'from',
          'to',
          'sealed',
          '*.address',
          '*.text',
          '*.body',
          '*.email',
          '*.phone',
          '*.from',
          '*.to',
          '*.sealed',
          'req.headers',
          'req.url',
        ],
        censor: '[cut]',
      },
      serializers: { err: plainError },
    },
    destination,
  );
}

/** A database driver puts values into its messages and parameters: keep what tells the fault, not what was in it. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? String(error.code) : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, stack: frames.slice(0, 12).join('\n') };
}
