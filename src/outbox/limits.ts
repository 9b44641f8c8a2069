import type { ChannelName } from '#domain/words.ts';

/** What the settings allow, so that nobody runs up a bill. */
export interface Limits {
  /** Calling codes (+44) that a channel's messages may go to; absent: any. */
  countries: Partial<Record<ChannelName, readonly string[]>>;
  /**
   * Automatic replies to one address within an hour, besides a flow's own questions; three times as many with them.
   * null: as many as there are.
   */
  repliesAnHour: number | null;
  /** What a calendar month may cost before nobody is written to unasked, in thousandths of a penny; null: no limit. */
  monthlyMillipence: number | null;
}

export const noLimits: Limits = { countries: {}, repliesAnHour: null, monthlyMillipence: null };

/**
 * British numbers that no resident texts from and that cost whoever calls them: 09 and 087 premium, 084 shared cost, 070
 * personal. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-plan
 */
const charged = /^\+44(?:9|8[47]|70)/;

/** Whether we send to this number. Where an address has no number, there is nothing to ask. */
export function isServed(phone: string | null, codes: readonly string[] | undefined): boolean {
  if (phone === null) return true;
  return !charged.test(phone) && (codes === undefined || codes.some((code) => phone.startsWith(code)));
}
