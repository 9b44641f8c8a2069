/** Telegram numbers messages within a chat, so alone the number is not unique. Sent and quoted ids are the same shape. */
export function providerIdOf(chatId: string, messageId: number): string {
  return `${chatId}:${messageId}`;
}
