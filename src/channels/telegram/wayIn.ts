/** https://core.telegram.org/bots/features#deep-linking */
const payload = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Opens a chat with the bot whose Start button says what to begin: the first of these that Telegram can carry. A blank
 * in it goes as `_`, which is read as a blank again.
 */
export function telegramLink(bot: string, begins: readonly (string | null)[]): string {
  const carried = begins.map((one) => one?.replace(/\s/g, '_')).find((one) => payload.test(one ?? ''));
  return carried === undefined ? `https://t.me/${bot}` : `https://t.me/${bot}?start=${carried}`;
}
