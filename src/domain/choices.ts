/** One thing a resident can pick: what comes back when they do, and what they read. */
export interface Choice {
  /** At most 40 bytes: Telegram allows 64 for all that a button carries. */
  value: string;
  label: string;
}

/** What a delivery says, final: where a channel has no buttons the choices are already in the text. */
export interface MessageBody {
  text: string;
  choices: Choice[];
}
