/** How many answers each kind of channel shows as buttons; with more, all become numbers. */
export const mostButtons = { sms: 0, whatsapp: 3, telegram: 8, teams: 6, webchat: 6 } as const;
