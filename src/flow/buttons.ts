/** How many answers each kind of channel shows to be picked, WhatsApp above three as a list; with more, all become numbers. */
export const mostButtons = { sms: 0, whatsapp: 10, telegram: 8, teams: 6, webchat: 6 } as const;
