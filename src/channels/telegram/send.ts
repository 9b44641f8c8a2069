import type { Api } from 'grammy';
import type { Outbound, SendResult } from '#channels/channel.ts';
import { refusedOutcome } from './outcome.ts';
import { providerIdOf } from './providerId.ts';

/** https://core.telegram.org/bots/api#sendmessage */
export const maxLength = 4096;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const maxCallbackBytes = 64;

/** Makes `send`: one POST of sendMessage, whatever its outcome. */
export function telegramSender(api: () => Promise<Api>): (message: Outbound) => Promise<SendResult> {
  return async (message) => {
    // An @name would be a public channel.
    if (!/^-?\d+$/.test(message.address)) return refused('badAddress', null);
    if (message.text.length > maxLength) return refused('tooLong', null);
    if (message.choices.some(tooLongToPress)) return refused('other', 'BUTTON_DATA_INVALID');
    try {
      const sent = await (await api()).sendMessage(
        message.address,
        message.text.toWellFormed(),
        keyboard(message.choices),
      );
      return Number.isInteger(sent.message_id)
        ? { kind: 'accepted', providerId: providerIdOf(message.address, sent.message_id), segments: null }
        : { kind: 'unknown', code: null };
    } catch (error) {
      return refusedOutcome(error);
    }
  };
}

function refused(reason: 'badAddress' | 'tooLong' | 'other', code: string | null): SendResult {
  return { kind: 'rejected', reason, code, permanent: true };
}

function tooLongToPress({ value }: Outbound['choices'][number]): boolean {
  return Buffer.byteLength(value) > maxCallbackBytes;
}

/** One button a row, so that a long label is not cut. */
function keyboard(choices: Outbound['choices']) {
  if (choices.length === 0) return {};
  const rows = choices.map(({ value, label }) => [{ text: label, callback_data: value }]);
  return { reply_markup: { inline_keyboard: rows } };
}
