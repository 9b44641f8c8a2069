/** One thing that a resident says: a keyword to begin with, then answers. */
export interface Message {
  id: string;
  text: string;
}

/** Everything of one contender for a crowd of residents who have not said anything yet. */
export interface Contender {
  name: string;
  /** Handles one resident's next message up to where the reply is known, with that resident's new state put away. */
  hear(resident: number, message: Message): string | Promise<string>;
}
