import type { ContentCreateRequest } from 'twilio/lib/rest/content/v1/content.js';
import { type Connection, Refusal } from './client.ts';
import { nowOf, type TwilioConfig } from './settings.ts';
import type { Shape } from './shape.ts';

/** How long we go without buttons after Twilio would not make them. */
const pauseMs = 60_000;

/** How many of an account's contents are looked through; one that lies beyond is made again, which harms nobody. */
const looked = 2_000;

export interface Contents {
  /** The SID of the content with this shape, made where there is none yet; null where Twilio will not, for now. */
  sidOf(shape: Shape): Promise<string | null>;
  /** Twilio knows it no more, or refuses it: such messages go without buttons for a while. */
  drop(shape: Shape): void;
}

/**
 * The buttons and lists that we have at Twilio. Making one sends nothing, so it may be tried again and again. In a
 * conversation they need no approval. https://www.twilio.com/docs/content/content-api-resources
 */
export function contents(config: TwilioConfig, connection: Connection): Contents {
  const known = new Map<string, string>();
  const making = new Map<string, Promise<string>>();
  const dropped = new Map<string, number>();
  let found: Promise<void> | undefined;
  let pausedUntil = 0;

  const find = async () => {
    const twilio = await connection.client();
    const kept = await twilio.content.v1.contents.list({ pageSize: 100, limit: looked });
    for (const { friendlyName, sid } of kept)
      if (friendlyName?.startsWith('hearback_') && !dropped.has(friendlyName)) known.set(friendlyName, sid);
  };

  const make = async ({ name, types, samples }: Shape) => {
    const twilio = await connection.client();
    const { sid } = await twilio.content.v1.contents.create(
      asPosted({ friendly_name: name, language: 'en', variables: samples, types }),
    );
    if (!sid) throw new Error('Twilio made a content without a SID.');
    known.set(name, sid);
    return sid;
  };

  const ready = async (shape: Shape): Promise<string> => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    await found;
    const sid = known.get(shape.name);
    if (sid !== undefined) return sid;
    const made = making.get(shape.name) ?? make(shape).finally(() => making.delete(shape.name));
    making.set(shape.name, made);
    return await made;
  };

  return {
    async sidOf(shape) {
      const now = nowOf(config);
      const mayAgain = dropped.get(shape.name);
      if (mayAgain !== undefined && now < mayAgain) return null;
      const sid = known.get(shape.name);
      if (sid !== undefined) return sid;
      if (now < pausedUntil) return null;
      try {
        return await ready(shape);
      } catch (error) {
        // What Twilio refuses is about this shape; what it does not answer is about all of them.
        if (error instanceof Refusal && error.status === 400) dropped.set(shape.name, now + 60 * pauseMs);
        else pausedUntil = now + pauseMs;
        return null;
      }
    },
    drop({ name }) {
      known.delete(name);
      dropped.set(name, nowOf(config) + 60 * pauseMs);
    },
  };
}

/** The library passes the body on as it is, and its types name the fields as they never are. */
function asPosted(content: Record<string, unknown>): ContentCreateRequest {
  return content as unknown as ContentCreateRequest;
}
