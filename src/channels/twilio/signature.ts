import { parse } from 'node:querystring';
import type { WebhookRequest } from '#channels/channel.ts';

/** Every field that Twilio sent; a name that came twice holds a list. */
export type Form = Record<string, string | string[] | undefined>;

/**
 * The form in the body, or null unless it carries Twilio's signature over the exact public URL and every field.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export async function signedForm(
  config: { authToken: string; publicUrl: string },
  request: WebhookRequest,
): Promise<Form | null> {
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return null;
  const url = publicUrlOf(config.publicUrl, request.path);
  if (!URL.canParse(url)) return null;
  // No limit of fields: a dropped one would change the signature, and the body's size is bounded before it comes here.
  const form: Form = parse(request.rawBody.toString('utf8'), '&', '=', { maxKeys: 0 });
  const { validateRequest } = await sdk();
  return validateRequest(config.authToken, signature, url, form) ? form : null;
}

let loading: Promise<typeof import('twilio/lib/webhooks/webhooks.js')> | undefined;

/** The SDK's own check, loaded with the first webhook and once: asking for a loaded module again costs as much as checking. */
function sdk() {
  loading ??= import('twilio/lib/webhooks/webhooks.js');
  return loading;
}

/** PUBLIC_URL may be written with or without its last slash. */
export function publicUrlOf(publicUrl: string, path: string): string {
  return publicUrl.replace(/\/+$/, '') + path;
}
