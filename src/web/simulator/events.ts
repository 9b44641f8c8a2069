import type { Response } from 'express';
import type { Phone, SimulatorServices } from './screen.ts';

/** Where another process sends the replies nobody here hears of them, so the page looks again at this pace. */
const lookAgainMs = 15_000;

/**
 * Server-Sent Events: says that there is news on one of these phones, and the page fetches itself again. One stream
 * serves every phone of a page, because browsers allow a site only six connections.
 */
export function streamNews({ simulator }: SimulatorServices, phones: Phone[], response: Response): void {
  response.set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const tell = () => void response.write('event: news\ndata:\n\n');
  const stops = phones.map(({ address }) => simulator.onSent(address, tell));
  const timer = setInterval(tell, lookAgainMs).unref();
  response.on('close', () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  });
  // What came before the page was listening.
  tell();
}

/** Resolves at the next message to this phone, or when `patienceMs` have passed. */
export async function nextMessage(
  { simulator }: SimulatorServices,
  phone: Phone,
  patienceMs: number,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = simulator.onSent(phone.address, () => resolve());
  const timer = setTimeout(resolve, patienceMs);
  await promise;
  clearTimeout(timer);
  stop();
}
