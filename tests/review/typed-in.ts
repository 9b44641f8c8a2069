import { handEntrySchema } from '#review/handEntry.ts';
import { typeIn } from '#review/typeIn.ts';
import type { Services } from '#services.ts';

/** What an officer has typed in, by field, as a form sends it. */
export const onPaper = {
  how: 'paper',
  onDay: '2026-11-18',
  speaksFor: 'self',
  language: 'en',
  'answer-now': 'There is nowhere to sit when your legs hurt.',
};

export const wantsCall = { hearBack: 'yes', way: 'phone', name: 'Mrs Example', phone: '07700 900 982' };
export const wantsLetter = {
  hearBack: 'yes',
  way: 'post',
  name: 'Mr Example',
  address: '1 Example Street\r\nExampletown\r\nEX1 1EX',
};

export function highStreet({ flows }: Services) {
  const version = flows.current.get('high-street');
  if (version === undefined) throw new Error('There is no high-street flow.');
  return version;
}

/** Typed in and kept, as from the form with this id. */
export function typedIn(services: Services, fields: Record<string, string>, id = services.newId()) {
  const version = highStreet(services);
  const entry = handEntrySchema(version.flow, '2026-11-20').parse({ ...onPaper, ...fields });
  return typeIn(services, { id, version, entry, officerId: null });
}
