import type { ChannelName } from '#domain/words.ts';

/** What the settings allow, so that nobody runs up a bill. */
export interface Limits {
  /** Calling codes (+44) that a channel's messages may go to; absent: any. */
  countries: Partial<Record<ChannelName, readonly string[]>>;
  /** Automatic replies to one address within an hour; null: as many as there are. */
  repliesAnHour: number | null;
  /** What a calendar month may cost before follow-ups and reminders wait, in thousandths of a penny; null: no limit. */
  monthlyMillipence: number | null;
}

export const noLimits: Limits = { countries: {}, repliesAnHour: null, monthlyMillipence: null };

/** Whether we send to this number. Where an address has no number, there is nothing to ask. */
export function isServed(phone: string | null, codes: readonly string[] | undefined): boolean {
  return phone === null || codes === undefined || codes.some((code) => phone.startsWith(code));
}
