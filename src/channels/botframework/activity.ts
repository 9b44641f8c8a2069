import { z } from 'zod';

/** Channels send null for what they do not say, as often as they leave it out. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const account = z.looseObject({ id: z.string().min(1), aadObjectId: maybe });

const attachment = z.looseObject({
  contentType: z.string().catch(''),
  contentUrl: maybe,
  content: z.unknown().optional(),
});

const entity = z.looseObject({
  type: z.string().catch(''),
  text: z.string().nullish().catch(null),
  mentioned: z.looseObject({ id: z.string() }).nullish().catch(null),
});

const activity = z.looseObject({
  type: z.string(),
  id: maybe,
  timestamp: maybe,
  channelId: z.string(),
  serviceUrl: z.string(),
  locale: maybe,
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1),
    isGroup: z.boolean().nullish(),
    conversationType: maybe,
    tenantId: maybe,
  }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() })
    .nullish()
    .catch(null),
  text: maybe,
  textFormat: maybe,
  value: z.unknown().optional(),
  replyToId: maybe,
  action: maybe,
  attachments: z
    .array(attachment)
    .nullish()
    .transform((list) => list ?? []),
  entities: z
    .array(entity)
    .nullish()
    .transform((list) => list ?? []),
});

/**
 * What we use of an Activity.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export type Activity = z.infer<typeof activity>;

/** What must be read before it is known who calls: a token is good for one channel and one service URL. */
const envelope = z.looseObject({
  type: z.string(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
});
export type Envelope = z.infer<typeof envelope>;

export function envelopeFrom(body: Buffer): Envelope | null {
  const parsed = envelope.safeParse(json(body));
  return parsed.success ? parsed.data : null;
}

export function activityFrom(from: Envelope): Activity | null {
  const parsed = activity.safeParse(from);
  return parsed.success ? parsed.data : null;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
