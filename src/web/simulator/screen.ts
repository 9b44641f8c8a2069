import type { ConsoleLanguage } from '#domain/words.ts';
import { hashAddress } from '#people/seal.ts';
import type { Services } from '#services.ts';
import { dateInWords } from '#texts/text.ts';

export type SimulatorServices = Pick<
  Services,
  'config' | 'clock' | 'newId' | 'keys' | 'simulator' | 'receive' | 'wake' | 'flowProblems'
>;
export type Phone = ReturnType<Services['simulator']['newPhone']>;

/** What a phone shows: its thread, each day named once, and what it waits for. */
export async function screenOf(services: SimulatorServices, phone: Phone, language: ConsoleLanguage) {
  const hash = hashOf(services, phone);
  const [thread, until] = await Promise.all([
    services.simulator.thread(hash),
    services.simulator.waitingUntil(hash),
  ]);
  const days = new Set<string>();
  const bubbles = thread.map((bubble) => {
    const when = new Date(bubble.at);
    const day = dateInWords(language, when);
    const first = !days.has(day);
    days.add(day);
    return {
      ...bubble,
      newDay: first ? day : null,
      time: timeInWords(when),
      datetime: when.toISOString(),
    };
  });
  return { ...phone, bubbles, waitingUntil: until === null ? null : waitInWords(services, until, language) };
}

export function hashOf({ keys }: Pick<SimulatorServices, 'keys'>, phone: Phone): string {
  return hashAddress(keys, 'simulator', phone.address);
}

function waitInWords({ clock }: SimulatorServices, until: number, language: ConsoleLanguage): string {
  const day = dateInWords(language, new Date(until));
  const time = timeInWords(new Date(until));
  return day === dateInWords(language, new Date(clock.now())) ? time : `${time}, ${day}`;
}

const clockTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

function timeInWords(when: Date): string {
  return clockTime.format(when);
}
