import { z } from 'zod';

/** Words must not be lost for something beside them that is not as it was when this was written. */
const aside = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const chat = z.looseObject({ id: z.int(), type: z.string() });
const file = z.looseObject({ file_id: z.string(), mime_type: aside(z.string()) });
const place = z.looseObject({ latitude: z.number(), longitude: z.number() });

const sender = z.looseObject({ is_bot: z.boolean().optional(), language_code: aside(z.string()) });

const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: sender.optional(),
  /** A channel or a group that speaks in place of a person. */
  sender_chat: z.looseObject({}).optional(),
  business_connection_id: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(file).optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  animation: file.optional(),
  document: file.optional(),
  location: place.optional(),
  venue: aside(z.looseObject({ title: aside(z.string()), address: aside(z.string()) })),
  reply_to_message: aside(z.looseObject({ message_id: z.int() })),
  migrate_to_chat_id: z.int().optional(),
});

const update = z.looseObject({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      data: z.string().optional(),
      /** Too old to be shown, it still has its chat and its number. */
      message: z.looseObject({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({
      chat,
      from: sender.optional(),
      date: z.int(),
      new_chat_member: z.looseObject({ status: z.string() }),
    })
    .optional(),
});

/** What we use of an Update. https://core.telegram.org/bots/api#update */
export type Update = z.infer<typeof update>;
export type Message = z.infer<typeof message>;

/** The body of a webhook as an Update, or null where it is none. */
export function updateFrom(body: Buffer): Update | null {
  return updateOf(json(body));
}

/** The same of what getUpdates gave. */
export function updateOf(given: unknown): Update | null {
  const parsed = update.safeParse(given);
  return parsed.success ? parsed.data : null;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
