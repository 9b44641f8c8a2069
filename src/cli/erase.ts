import type { ChannelName } from '#domain/words.ts';
import { eraseNow } from '#people/eraseNow.ts';
import { type Found, findResident } from '#people/find.ts';
import type { Services } from '#services.ts';
import { typedWord } from './agree.ts';
import { Refused } from './faults.ts';
import { withServices } from './with-services.ts';

export interface EraseOptions {
  address?: string;
  channel: ChannelName;
  resident?: string;
  yes?: boolean;
}

/** Erases one person, once whoever sits at the terminal has said that it is the right one. */
export async function erase(options: EraseOptions): Promise<void> {
  const { address, channel, resident } = options;
  if ((address === undefined) === (resident === undefined))
    throw new Refused('Say whom to erase: --address +447700900123 --channel sms, or --resident ID.');
  const by = address === undefined ? { residentId: resident ?? '' } : { channel, address };
  await withServices(async (services) => {
    const found = await findResident(services.store.read, services.keys, by);
    if (found === null)
      throw new Refused('Nobody is known by that. Check it, and that DATA_DIR is the right one.');
    print(describe(found));
    if (options.yes !== true && !(await typedWord('ERASE'))) {
      print('Nothing was erased.');
      process.exitCode = 1;
      return;
    }
    await carryOut(services, found.residentId);
  });
}

async function carryOut(services: Services, residentId: string): Promise<void> {
  const decided = await eraseNow(services, { residentId, officerId: null });
  if (decided.kind === 'inTheWay') {
    const kinds = [...new Set(decided.cases.map(({ kind }) => kind))].join(', ');
    throw new Refused(
      `Cases of this person are open (${kinds}). Deal with them and close them in the console first.`,
    );
  }
  if ((await services.eraseDue()) > 0) return print('Erased.');
  print(
    'Not erased yet: a message to them is under way, or their provider did not answer. It goes on by itself while Hearback is served, for an hour at most.',
  );
}

function describe({ messages, answers, addresses, since }: Found): string {
  const first = new Date(since).toISOString().slice(0, 10);
  return `First wrote ${first}. Addresses: ${addresses}. Messages: ${messages}. Answers: ${answers}.\nAll of it will be erased, here and at the provider as far as it lets us. This cannot be undone.`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
