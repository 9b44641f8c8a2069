import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than anybody waits for a database that is locked; then whoever is left is cut off. */
const LAST_ANSWERS_MS = 6000;
const LOOK_EVERY_MS = 20;

/**
 * How to close this server so that nobody who was heard goes unanswered: it takes nobody new and finishes the answers
 * under way. Streams are cut, because they never end by themselves. Call it before the server takes its first request.
 */
export function closingOf(server: Server): () => Promise<void> {
  const responses = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    responses.add(response);
    response.once('close', () => responses.delete(response));
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    const until = performance.now() + LAST_ANSWERS_MS;
    while ([...responses].some(isAwaited) && performance.now() < until) await pause(LOOK_EVERY_MS);
    server.closeAllConnections();
    await closed;
  };
}

/** Not begun, or all written and not all sent. Between the two it is a stream. */
function isAwaited(response: ServerResponse): boolean {
  return !response.headersSent || (response.writableEnded && !response.writableFinished);
}
