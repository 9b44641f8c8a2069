import type { Check } from '#channels/channel.ts';
import type { Store } from '#store/db.ts';
import { lastMessageAt, serverTime } from '#store/examine.ts';
import { ok, problem } from './check.ts';

const what = 'Clock';
const MINUTE = 60_000;
const remedy = 'Set the clock, and let it be kept right (NTP): quiet hours and closing dates go by it.';

/** Whether this machine's clock can be believed, as far as the database can tell; the providers' clocks are looked at with them. */
export async function checkClock(store: Store, now: number): Promise<Check> {
  const last = await lastMessageAt(store);
  if (last !== null && last > now + MINUTE)
    return problem(what, `it says ${time(now)}, and a message came at ${time(last)}`, remedy);
  const theirs = await serverTime(store);
  if (theirs !== null && Math.abs(theirs - now) > MINUTE)
    return problem(what, `it says ${time(now)}, and the database's says ${time(theirs)}`, remedy);
  return ok(what, time(now));
}

function time(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
