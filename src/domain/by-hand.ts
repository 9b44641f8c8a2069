/** How an answer came that somebody else typed in. */
export const handHows = ['paper', 'phone', 'doorstep', 'meeting'] as const;
/** survey: from another survey's file; nobody types that in. */
export type HandHow = (typeof handHows)[number] | 'survey';

/** Whom it speaks for. */
export const handSpeaksFors = ['self', 'other', 'group'] as const;
export type HandSpeaksFor = (typeof handSpeaksFors)[number];

/** How such a person hears back. It stands where other channels have the number that we write from. */
export const handWays = ['phone', 'post'] as const;
export type HandWay = (typeof handWays)[number];
