import type { Channel, Check } from '#channels/channel.ts';
import { problem } from './check.ts';

/** For all that one channel asks of its provider. */
const PATIENCE = 60_000;

/** What each configured channel finds at its provider, one channel after the other. */
export async function* checkChannels(
  channels: Iterable<Channel>,
): AsyncGenerator<{ channel: Channel; check: Check }> {
  for (const channel of channels) {
    if (channel.check === undefined) continue;
    for (const check of await within(channel, channel.check())) yield { channel, check };
  }
}

/** Puts right what can be put right from here, and says what was done. */
export async function* registerChannels(channels: Iterable<Channel>): AsyncGenerator<Check> {
  for (const channel of channels)
    if (channel.register !== undefined) yield* await within(channel, channel.register());
}

async function within({ name }: Channel, asked: Promise<Check[]>): Promise<Check[]> {
  const late = Promise.withResolvers<Check[]>();
  const found = [
    problem(name, 'its provider did not answer within a minute', 'Try again; then ask the provider.'),
  ];
  const timer = setTimeout(() => late.resolve(found), PATIENCE);
  try {
    return await Promise.race([asked, late.promise]);
  } catch {
    return [problem(name, 'it could not be checked', 'Try again; the other channels have been checked.')];
  } finally {
    clearTimeout(timer);
  }
}
