import type { Channel, Check } from '#channels/channel.ts';
import type { Services } from '#services.ts';
import { checkAddress } from './address.ts';
import { checkCare } from './care.ts';
import { checkChannels, registerChannels } from './channels.ts';
import { ok, warning } from './check.ts';
import { checkClock } from './clock.ts';
import { checkDatabase } from './database.ts';
import { checkDisk } from './disk.ts';
import { checkKey } from './key.ts';
import { checkModel } from './model.ts';
import { checkName } from './name.ts';

/** Everything that is looked at, each as soon as it is known. Changes nothing unless `fix` is set. */
export async function* examine(services: Services, { fix }: { fix: boolean }): AsyncGenerator<Check> {
  const { config, store, clock, channels, flows } = services;
  const live = [...channels.values()].some(({ check }) => check !== undefined);
  yield await checkDisk(config.dataDir);
  yield checkKey(config);
  yield await checkDatabase(store);
  yield await checkClock(store, clock.now());
  yield await checkAddress({
    publicUrl: config.publicUrl,
    loopback: config.loopback,
    needed: services.calledFromOutside,
    now: clock.now(),
  });
  yield checkName(config, new Set([...flows.current.values()].flatMap(({ flow }) => flow.languages)));
  yield await checkCare(config, live);
  yield config.sending
    ? ok('Sending', `on, follow-ups from ${config.sendFrom} to ${config.sendUntil}`)
    : warning('Sending', 'SENDING is off: no resident gets anything', 'Set SENDING=on when you are ready.');
  yield checkModel(config);
  if (!live) yield warning('Channels', 'none is set up: only the simulator answers', 'See docs/channels.md.');
  yield* examineChannels(channels.values(), fix);
}

/** With `fix`, what can be put right is put right first, and what is left is looked at again. */
async function* examineChannels(channels: Iterable<Channel>, fix: boolean): AsyncGenerator<Check> {
  const all = [...channels];
  const fixable = new Set<Channel>();
  const found: Check[] = [];
  for await (const { channel, check } of checkChannels(all)) {
    if (fix && check.fixable && check.state !== 'ok') fixable.add(channel);
    found.push(check);
    if (!fix) yield check;
  }
  if (!fix) return;
  if (fixable.size === 0) return yield* found;
  yield* registerChannels(fixable);
  for await (const { check } of checkChannels(all)) yield check;
}
