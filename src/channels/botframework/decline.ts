import type { Activity } from './activity.ts';
import { isGroup } from './inbound.ts';
import { addressOf, referenceFrom } from './reference.ts';
import { post, type SendConfig } from './send.ts';

/**
 * Tells whoever writes to the bot in a team or a group chat to write to it alone. Nothing of it is kept, so nobody waits
 * for this, and where it fails it is not tried again.
 */
export async function declineGroup(
  config: SendConfig,
  activity: Activity,
  say: (locale: string | null) => string | null,
): Promise<void> {
  const address = addressOf(activity);
  const to = address === null ? null : referenceFrom(address);
  if (activity.type !== 'message' || to === null || !isGroup(activity)) return;
  const text = say(activity.locale);
  if (text === null) return;
  const said = { type: 'message', from: { id: to.bot }, textFormat: 'plain', text };
  await post(config, to, said, '');
}
