import type { ResidentKey } from './resident.ts';

/**
 * Notice, consent and care: what somebody agrees to, what they are told of their rights, and whom they can call. None
 * of it is ever sent in a language in which nobody has read it through.
 */
export const guardedTexts: ReadonlySet<ResidentKey> = new Set<ResidentKey>([
  'resident.first',
  'resident.price',
  'resident.help',
  'resident.who',
  'resident.stopped',
  'resident.started',
  'resident.alreadyStarted',
  'resident.wrongNumber',
  'resident.howToBack',
  'resident.yes',
  'resident.no',
  'resident.takenAsNo',
  'resident.myData',
  'resident.forgetAsk',
  'resident.forgetYes',
  'resident.forgetNo',
  'resident.forgetKept',
  'resident.forgotten',
  'resident.cannotPhone',
  'resident.cannotApp',
  'resident.forgetByPerson',
  'resident.noQuote',
  'resident.noHearBack',
  'resident.preferNot',
  'resident.person',
  'resident.child',
  'resident.signpost',
  'resident.held',
]);
