import type { Logger } from 'pino';
import type { Channel } from '#channels/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { ChannelName } from '#domain/words.ts';
import type { Store } from '#store/db.ts';
import type { Transcriber } from './transcriber.ts';

/** What files need of the world. */
export interface MediaDeps {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** DATA_DIR/media. */
  folder: string;
  /** Of one file, as it comes and as it is kept. */
  maxBytes: number;
  /** For one file from first byte to last; 60 s where it is not given. */
  timeoutMs?: number;
  /** null where what is said in a voice note waits for a person. */
  transcriber: Transcriber | null;
  /** By when a person must have looked at what came at this moment, ms. */
  dueAt(now: number): number;
  /** A machine wrote down what is said in this file. False where it is too late for it. */
  transcribed(mediaId: string, text: string): Promise<boolean>;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}
