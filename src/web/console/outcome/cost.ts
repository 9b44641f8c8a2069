import type { Channel } from '#channels/channel.ts';
import type { ChannelName, Organisation } from '#domain/words.ts';
import type { Audience, Person } from '#loop/audience.ts';
import type { OutcomeDetail } from '#loop/outcomes.ts';
import type { Db } from '#store/db.ts';
import { previewOf } from './preview.ts';

/**
 * About what telling them would cost, in thousandths of a penny: what the first person of each channel and language
 * reads, times how many they are. Quotes differ in length, so it is no more than an estimate.
 */
export async function costOf(
  db: Db,
  channels: ReadonlyMap<ChannelName, Channel>,
  outcome: OutcomeDetail,
  { people }: Audience,
  options: { organisation: Organisation; now: number },
): Promise<number> {
  const alike = Map.groupBy(people, ({ channel, language, goesAs }) => `${channel} ${language} ${goesAs}`);
  const costs = [...alike.values()].map(async (group) => {
    const [person] = group;
    if (person === undefined) return 0;
    const channel = channels.get(person.channel);
    if (channel?.price === undefined) return 0;
    const { text } = await previewOf(db, outcome, person, options);
    return channel.price(asSent(person, text)).millipence * group.length;
  });
  return (await Promise.all(costs)).reduce((sum, cost) => sum + cost, 0);
}

/** No more than what a price depends on: nobody's address is opened for an estimate. */
function asSent({ account, language, goesAs }: Person, text: string) {
  const template = { ref: '', language: language ?? 'en', variables: [] };
  return {
    ...{ deliveryId: '', attemptId: '', address: '', account, purpose: 'followUp' as const },
    ...{ text, choices: [], template: goesAs === 'template' ? template : null, expiresAt: null },
  };
}
