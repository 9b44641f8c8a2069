import { z } from 'zod';
import type { Services } from '#services.ts';
import type { Phone } from './screen.ts';

type Simulator = Services['simulator'];
type Thread = Awaited<ReturnType<Simulator['thread']>>;

const message = z.object({
  text: z.string().default(''),
  /** The value of the button, and the message that it is under. */
  choice: z.string().optional(),
  under: z.string().default(''),
});

/** The phones that an address of the page lists; null where one of them cannot be, or there are too many. */
export function phonesIn(simulator: Simulator, list: unknown, most: number): Phone[] | null {
  if (typeof list !== 'string') return null;
  const addresses = [...new Set(list.split(','))];
  const phones = addresses.map((address) => simulator.phoneAt(address));
  return addresses.length > most || phones.includes(null) ? null : phones.filter((phone) => phone !== null);
}

export function mannerIn(simulator: Simulator, body: unknown): Phone['manner'] | null {
  const parsed = z.object({ manner: z.enum(simulator.manners) }).safeParse(body);
  return parsed.success ? parsed.data.manner : null;
}

/** What was typed; '' where there are no words. Forms send CR LF, which no phone does. */
export function wordsIn(body: unknown): string {
  const parsed = message.safeParse(body);
  const words = parsed.success ? parsed.data.text.replaceAll('\r\n', '\n') : '';
  return words.trim() === '' ? '' : words;
}

/** The button that was pressed, null where none was, 'unknown' where this phone shows no such button. */
export async function choiceIn(body: unknown, thread: () => Promise<Thread>) {
  const parsed = message.safeParse(body);
  if (!parsed.success || parsed.data.choice === undefined) return null;
  const { choice: value, under: deliveryId } = parsed.data;
  const bubble = (await thread()).find(({ id, from }) => id === deliveryId && from === 'us');
  const choice = bubble?.choices.find((one) => one.value === value);
  return choice === undefined ? 'unknown' : { ...choice, deliveryId };
}
