/** The kinds of update that mean something to us: Telegram sends no others. */
export const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
