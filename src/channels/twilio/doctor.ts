import type { Channel } from '#channels/channel.ts';
import { checkAccount } from './account.ts';
import type { Connection } from './client.ts';
import { looked } from './findings.ts';
import { checkHook, type Hook, registerHook } from './hooks.ts';
import type { TwilioConfig } from './settings.ts';
import { checkTemplates } from './templates.ts';
import { type Senders, textSenders } from './textSenders.ts';
import { whatsappSender } from './whatsappSender.ts';

type Doctor = Required<Pick<Channel, 'check' | 'register'>>;

/** Looks at texts: the account and its number or service. */
export function textDoctor(config: TwilioConfig, connection: Connection): Doctor {
  const what = 'Number for texts';
  const senders = () => textSenders(config, connection);
  return {
    check: async () => [
      ...(await looked('Twilio account', () => checkAccount(config, connection))),
      ...(await looked(what, () => withHooks(config, senders))),
    ],
    register: () => looked(what, () => registerAll(config, senders)),
  };
}

/** Looks at WhatsApp: its sender and templates. The account is looked at with the texts. */
export function whatsappDoctor(config: TwilioConfig, connection: Connection, from: string): Doctor {
  const what = 'WhatsApp sender';
  const sender = () => whatsappSender(connection, from);
  return {
    check: async () => [
      ...(await looked(what, () => withHooks(config, sender))),
      ...(await checkTemplates(config, connection)),
    ],
    register: () => looked(what, () => registerAll(config, sender)),
  };
}

async function withHooks(config: TwilioConfig, senders: () => Promise<Senders>) {
  const { checks, hooks } = await senders();
  return [...checks, ...hooks.map((hook) => checkHook(config, hook))];
}

async function registerAll(config: TwilioConfig, senders: () => Promise<Senders>) {
  const { checks, hooks } = await senders();
  const set = async (hook: Hook) => await looked(hook.what, async () => [await registerHook(config, hook)]);
  const done = await Promise.all(hooks.map(set));
  return [...checks.filter(({ state }) => state !== 'ok'), ...done.flat()];
}
