import { z } from 'zod';
import type { Verdict, WebhookRequest } from '#channels/channel.ts';
import { isLoopback } from '#channels/download.ts';
import type { Envelope } from './activity.ts';
import { isConnector } from './hosts.ts';
import { channelIssuer, type Sdk } from './sdk.ts';

type Refusal = Extract<Verdict, { ok: false }>;

/**
 * On one machine, for trying out: the socket's own other end must be this machine, whatever a header says. A proxy that
 * forwards for others is no program of this machine, and neither is a web page that its browser shows.
 */
export function refuseStranger(request: WebhookRequest, envelope: Envelope): Refusal | null {
  const peer = (request.peer ?? '').replace(/^::ffff:/, '');
  const forOthers = ['x-forwarded-for', 'forwarded', 'origin'].some((name) => request.headers[name]);
  if (!isLoopback(peer) || forOthers)
    return refusal(403, 'Without credentials only this machine itself may call here.');
  return isConnector(envelope.serviceUrl, true) && isLoopback(new URL(envelope.serviceUrl).hostname)
    ? null
    : refusal(403, 'Without credentials the service URL must be this machine itself.');
}

/**
 * Verifies the token: signature, issuer, audience, times, and that it is for this channel and service URL. Throws where
 * Microsoft's keys cannot be had, because then nobody knows.
 */
export async function refuseForged(
  request: WebhookRequest,
  envelope: Envelope,
  { sdk, local }: { sdk(): Promise<Sdk>; local: boolean },
): Promise<Refusal | null> {
  const header = request.headers.authorization ?? '';
  if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(header))
    return refusal(401, 'The Bot Framework token is missing.');
  if (!isConnector(envelope.serviceUrl, local))
    return refusal(403, 'The service URL is none of the Bot Framework connectors.');
  const { authentication } = await sdk();
  try {
    const { claimsIdentity } = await authentication.authenticateRequest(asSdk(envelope), header);
    // The SDK would also take a token that the bot got for itself, which names no service URL.
    const claims = ['iss', 'serviceurl'].map((name) => claimsIdentity.getClaimValue(name));
    if (claims[0] === channelIssuer && claims[1] === envelope.serviceUrl) return null;
  } catch (error) {
    if (unsettled.safeParse(error).success)
      throw new Error('The keys of the Bot Framework cannot be had just now.');
  }
  return refusal(401, 'The Bot Framework token is wrong or has expired.');
}

/** The keys could not be fetched: node-fetch's own error, or the SDK's with a 500. */
const unsettled = z.union([
  z.looseObject({ name: z.literal('FetchError') }),
  z.looseObject({ statusCode: z.literal(500) }),
]);

type SdkActivity = Parameters<Sdk['authentication']['authenticateRequest']>[0];

/** The SDK reads these alone. */
function asSdk({ type, channelId, serviceUrl }: Envelope): SdkActivity {
  const nobody = { id: '', name: '' };
  const conversation = { id: '', name: '', isGroup: false, conversationType: '' };
  return {
    type,
    channelId,
    serviceUrl,
    conversation,
    from: nobody,
    recipient: nobody,
    id: '',
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
    text: '',
    topicName: '',
    historyDisclosed: false,
    locale: '',
    relatesTo: { bot: nobody, conversation, channelId, serviceUrl },
  } as const satisfies Partial<SdkActivity>;
}

export function refusal(status: Refusal['status'], why: string): Refusal {
  return { ok: false, status, why };
}
