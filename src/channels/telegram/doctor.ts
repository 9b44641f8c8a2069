import type { Api } from 'grammy';
import { z } from 'zod';
import type { Channel, Check } from '#channels/channel.ts';
import type { Menu, TelegramConfig } from './channel.ts';
import { wanted } from './wanted.ts';

const refusal = z.looseObject({ name: z.literal('GrammyError'), error_code: z.int() });
const HOUR = 60 * 60_000;

interface Doctored extends Pick<TelegramConfig, 'publicUrl' | 'webhookSecret' | 'menus'> {
  polls: boolean;
  now(): number;
}

/** Looks at the bot: its token, where its updates go, and its menu. */
export function telegramDoctor(
  api: () => Promise<Api>,
  bot: Doctored,
): Required<Pick<Channel, 'check' | 'register'>> {
  return {
    check: () =>
      looked('Telegram bot', async () => {
        const asked = await api();
        return [await checkBot(asked), await checkWebhook(asked, bot), await checkMenus(asked, bot.menus)];
      }),
    register: () =>
      looked('Telegram bot', async () => {
        const asked = await api();
        return [await setUpdates(asked, bot), await setMenus(asked, bot.menus)];
      }),
  };
}

async function checkBot(api: Api): Promise<Check> {
  const { username, can_join_groups: joinsGroups } = await api.getMe();
  if (joinsGroups)
    return warning(
      'Telegram bot',
      `@${username} can be added to groups, which it declines`,
      'Tell @BotFather: /setjoingroups, Disable.',
    );
  return fine('Telegram bot', `@${username}`);
}

async function checkWebhook(api: Api, { polls, publicUrl, now }: Doctored): Promise<Check> {
  const what = 'Telegram webhook';
  const info = await api.getWebhookInfo();
  const { url = '', last_error_date: erredAt, last_error_message: error } = info;
  if (polls)
    return url === ''
      ? fine(what, 'none, and Hearback asks for messages itself')
      : fixable(what, 'one is set, and TELEGRAM_MODE is polling');
  if (url !== webhookUrl(publicUrl))
    return fixable(what, url === '' ? 'none is set' : 'Telegram calls another address');
  if (!wanted.every((kind) => info.allowed_updates?.includes(kind)))
    return fixable(what, 'Telegram does not send all that is needed');
  if (erredAt !== undefined && now() - erredAt * 1000 < HOUR)
    return warning(
      what,
      `Telegram could not reach us in the last hour: ${error ?? 'it does not say why'}`,
      'Look at PUBLIC_URL, its certificate, and TELEGRAM_WEBHOOK_SECRET.',
    );
  return fine(what, `${info.pending_update_count} waiting`);
}

async function checkMenus(api: Api, menus: readonly Menu[]): Promise<Check> {
  const what = 'Telegram menu';
  const [first] = menus;
  if (first !== undefined && !isSame(await api.getMyCommands(), first))
    return { ...fixable(what, 'it is not set for everybody else'), state: 'warning' };
  for (const menu of menus) {
    const { language } = menu;
    if (!isSame(await api.getMyCommands({ language_code: language }), menu))
      return { ...fixable(what, `it is not set in ${language}`), state: 'warning' };
  }
  return fine(what, `set in ${menus.map(({ language }) => language).join(', ')}`);
}

function isSame(found: readonly { command: string; description: string }[], { commands }: Menu): boolean {
  return (
    found.length === commands.length &&
    commands.every(
      ({ command, description }, index) =>
        found[index]?.command === command && found[index].description === description,
    )
  );
}

/** Telegram gives updates to a webhook or to whoever asks, never to both. */
async function setUpdates(api: Api, { polls, publicUrl, webhookSecret }: Doctored): Promise<Check> {
  const what = 'Telegram webhook';
  if (polls || webhookSecret === null) {
    await api.deleteWebhook();
    return fine(what, 'taken away');
  }
  await api.setWebhook(webhookUrl(publicUrl), { secret_token: webhookSecret, allowed_updates: [...wanted] });
  return fine(what, `Telegram now calls ${webhookUrl(publicUrl)}`);
}

async function setMenus(api: Api, menus: readonly Menu[]): Promise<Check> {
  const [first] = menus;
  // Without a language it is for everybody whose language has no menu of its own.
  if (first !== undefined) await api.setMyCommands([...first.commands]);
  for (const { language, commands } of menus)
    await api.setMyCommands([...commands], { language_code: language });
  return fine('Telegram menu', `set in ${menus.map(({ language }) => language).join(', ')}`);
}

function webhookUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhooks/telegram`;
}

async function looked(what: string, look: () => Promise<Check[]>): Promise<Check[]> {
  try {
    return await look();
  } catch (error) {
    const status = refusal.safeParse(error).data?.error_code ?? null;
    if (status === 401 || status === 404)
      return [
        problem(what, 'Telegram does not know this token', 'Copy TELEGRAM_BOT_TOKEN from @BotFather again.'),
      ];
    const found = status === null ? 'Telegram did not answer' : `Telegram answered ${status}`;
    return [warning(what, found, 'Check that this machine can reach Telegram, and try again.')];
  }
}

function fine(what: string, found: string): Check {
  return { what, state: 'ok', found, remedy: null, fixable: false };
}

function warning(what: string, found: string, remedy: string): Check {
  return { what, state: 'warning', found, remedy, fixable: false };
}

function problem(what: string, found: string, remedy: string): Check {
  return { what, state: 'problem', found, remedy, fixable: false };
}

function fixable(what: string, found: string): Check {
  return { what, state: 'problem', found, remedy: 'Run: npx hearback doctor --fix', fixable: true };
}
