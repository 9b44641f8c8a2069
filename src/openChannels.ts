import { byHand } from '#channels/byHand/channel.ts';
import type { Channel } from '#channels/channel.ts';
import type { Clock } from '#domain/clock.ts';
import { type ChannelName, type Language, languages } from '#domain/words.ts';
import type { FlowVersion } from '#flow/schema.ts';
import { menuCommands } from '#texts/menu.ts';
import { text } from '#texts/text.ts';
import type { Config } from './config.ts';

interface World {
  clock: Clock;
  /** The flows of this start: their languages are those of the menus. */
  versions: readonly FlowVersion[];
}

/** The channels that the settings connect. One that they do not costs nothing: not even its folder is read. */
export async function openChannels(config: Config, world: World, simulator: Channel) {
  const twilio = await openTwilio(config, world);
  const telegram = await openTelegram(config, world);
  const botFramework = await openBotFramework(config, world);
  const channels = new Map<ChannelName, Channel>();
  const all = [
    ...[simulator, byHand(), twilio?.sms, twilio?.whatsapp],
    ...[telegram, botFramework?.teams, botFramework?.webchat],
  ];
  for (const channel of all) if (channel) channels.set(channel.name, channel);
  return { twilio, telegram, botFramework, channels };
}

async function openTwilio(config: Config, { clock }: World) {
  if (config.twilio === null) return null;
  const { twilio } = await import('#channels/twilio/channel.ts');
  return twilio({ ...config.twilio, publicUrl: config.publicUrl, clock });
}

async function openTelegram(config: Config, { clock, versions }: World) {
  if (config.telegram === null) return null;
  const { telegram } = await import('#channels/telegram/channel.ts');
  const menus = menusIn(versions);
  return telegram({
    ...config.telegram,
    publicUrl: config.publicUrl,
    menus,
    declineGroup: decliner(config),
    clock,
  });
}

async function openBotFramework(config: Config, { clock }: World) {
  if (config.botFramework === null) return null;
  const { botFramework } = await import('#channels/botframework/channel.ts');
  const { credentials } = config.botFramework;
  return botFramework({ credentials, publicUrl: config.publicUrl, declineGroup: decliner(config), clock });
}

/** The command menu in each language of the flows, English for everybody else where it is one of them. */
function menusIn(versions: readonly FlowVersion[]) {
  const spoken = new Set(versions.flatMap(({ flow }) => flow.languages));
  const describe = (language: Language) =>
    menuCommands.map((command) => ({ command, description: text(language, `menu.${command}`) }));
  return languages
    .filter((language) => spoken.has(language))
    .map((language) => ({ language, commands: describe(language) }));
}

/** In the language that somebody's own screen is in, as `pl-PL`; nothing where nothing is sent. */
function decliner({ sending }: Config) {
  return (locale: string | null): string | null => {
    const language = languages.find((one) => one === locale?.slice(0, 2).toLowerCase()) ?? 'en';
    return sending ? text(language, 'resident.declineGroup') : null;
  };
}
