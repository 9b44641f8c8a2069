import { telegramLink } from '#channels/telegram/wayIn.ts';
import { smsLink, whatsAppLink } from '#channels/twilio/wayIn.ts';
import { numberInWords } from '#invite/number.ts';
import type { Unset, WayIn } from '#invite/wayIn.ts';
import type { Config } from './config.ts';

/** Where residents can write to us, and what to set where they cannot. */
export function waysIn({ invite, simulator, publicUrl }: Config): { open: WayIn[]; unset: Unset[] } {
  const { sms, whatsapp, telegram: bot, webchat } = invite;
  const open: WayIn[] = [];
  const unset: Unset[] = [];
  if (sms === null) unset.push({ channel: 'sms', setting: 'INVITE_SMS' });
  else open.push({ channel: 'sms', at: numberInWords(sms), link: ({ word }) => smsLink(sms, word) });
  if (whatsapp === null) unset.push({ channel: 'whatsapp', setting: 'INVITE_WHATSAPP' });
  else
    open.push({
      channel: 'whatsapp',
      at: numberInWords(whatsapp),
      link: ({ word }) => whatsAppLink(whatsapp, word),
    });
  if (bot === null) unset.push({ channel: 'telegram', setting: 'TELEGRAM_BOT_NAME' });
  else
    open.push({
      channel: 'telegram',
      at: `@${bot}`,
      link: ({ flowId, word, choosesLanguage }) => telegramLink(bot, [choosesLanguage ? word : null, flowId]),
    });
  if (webchat === null) unset.push({ channel: 'webchat', setting: 'WEBCHAT_URL' });
  else open.push({ channel: 'webchat', at: webchat.replace(/^https?:\/\//, ''), link: () => webchat });
  if (simulator)
    open.push({
      channel: 'simulator',
      at: `${publicUrl.replace(/^https?:\/\//, '')}/simulator`,
      link: ({ word }) => `${publicUrl}/simulator/begin?${new URLSearchParams({ words: word ?? '' })}`,
    });
  return { open, unset };
}

/** What residents are told of other ways to reach us, when they join one of them to this: "07700 900000 (SMS)". */
export function ourNumbers({ invite: { sms, whatsapp, telegram } }: Config): string[] {
  const both = sms !== null && sms === whatsapp;
  return [
    ...(sms === null ? [] : [`${dialled(sms)} (${both ? 'SMS, WhatsApp' : 'SMS'})`]),
    ...(whatsapp === null || both ? [] : [`${dialled(whatsapp)} (WhatsApp)`]),
    ...(telegram === null ? [] : [`@${telegram} (Telegram)`]),
  ];
}

/** With plain blanks: one that never ends a line is not in the SMS alphabet, and more than doubles what a text costs. */
function dialled(number: string): string {
  return numberInWords(number).replaceAll('\u00a0', ' ');
}
