import type { LookupFunction } from 'node:net';
import type { Capabilities, Channel, Verdict, WebhookRequest } from '#channels/channel.ts';
import { isLoopback } from '#channels/download.ts';
import type { Clock } from '#domain/clock.ts';
import { activityFrom, envelopeFrom } from './activity.ts';
import { maxButtons } from './buttons.ts';
import { refusal, refuseForged, refuseStranger } from './caller.ts';
import { botFrameworkCheck } from './check.ts';
import { declineGroup } from './decline.ts';
import { teamsForgetter } from './forget.ts';
import { inboundFrom } from './inbound.ts';
import { botFrameworkMedia } from './media.ts';
import { channelNameOf } from './reference.ts';
import { type Cloud, lazySdk, publicCloud } from './sdk.ts';
import { botFrameworkSender, maxLength } from './send.ts';
import { type Credentials, tokenSource } from './token.ts';

export interface BotFrameworkConfig {
  /** null: for trying out, programs on this machine may talk to the bot and nobody else. */
  credentials: Credentials | null;
  publicUrl: string;
  /** What somebody reads who wrote in a group, in the language that their Teams is in. */
  declineGroup(locale: string | null): string | null;
  /** In place of Microsoft's sign-in, only for tests; this machine may then be the connector too. */
  cloud?: Cloud;
  /** For one POST from first byte to last; 15 s where it is not given. */
  timeoutMs?: number;
  clock?: Clock;
  /** In place of the system's resolver, for files. */
  lookup?: LookupFunction;
}

/** Teams and web chat: two channels behind one webhook. */
export interface BotFramework {
  teams: Channel;
  webchat: Channel;
  webhook(request: WebhookRequest, receivedAt: number): Promise<Verdict>;
}

const teams: Capabilities = {
  receipts: false,
  confirmsStop: false,
  choices: maxButtons,
  maxLength,
  reach: 'app',
  quietMs: 90_000,
  freeTextMs: null,
  followUps: true,
  media: true,
  // Microsoft lets 50 a second through for each app and tenant.
  rate: { perSecond: 40, burst: 40 },
  phone: null,
};

/** The conversation of a web page ends with it, so nothing reaches them weeks later. */
const webchat: Capabilities = { ...teams, followUps: false, rate: null };

const acknowledged = { contentType: 'application/json', body: '{}' };

/** Throws only here, at the start, on settings that cannot work. */
export function botFramework(config: BotFrameworkConfig): BotFramework {
  const { credentials, publicUrl, cloud = publicCloud, timeoutMs = 15_000 } = config;
  if (credentials === null && !isLoopback(new URL(publicUrl).hostname))
    throw new Error('BOT_FRAMEWORK_LOCAL works only where PUBLIC_URL is this machine itself.');
  const clock = config.clock ?? { now: Date.now };
  const local = credentials === null || config.cloud !== undefined;
  const tokens = credentials && tokenSource({ ...credentials, loginUrl: cloud.loginUrl, clock, timeoutMs });
  const appId = credentials?.appId ?? null;
  let shown: string | null = null;
  const token =
    tokens &&
    (async () => {
      const got = await tokens();
      if (got.kind === 'token') shown = got.value;
      return got;
    });
  const sdk = lazySdk({ appId, cloud, bearer: () => shown });
  const sending = { appId, local, timeoutMs, token, sdk };
  const { lookup } = config;
  const common = {
    send: botFrameworkSender(sending),
    fetchMedia: botFrameworkMedia({ local, token, ...(lookup ? { lookup } : {}) }),
  };

  return {
    teams: {
      name: 'teams',
      capabilities: () => teams,
      ...common,
      forget: teamsForgetter({ ...sending, teamsUrl: cloud.teamsUrl }),
      check: botFrameworkCheck(token, publicUrl),
    },
    webchat: { name: 'webchat', capabilities: () => webchat, ...common },

    async webhook(request, receivedAt) {
      const envelope = envelopeFrom(request.rawBody);
      if (!envelope) return refusal(400, 'This is not an activity.');
      const refused =
        credentials === null
          ? refuseStranger(request, envelope)
          : await refuseForged(request, envelope, { sdk, local });
      if (refused) return refused;
      if (channelNameOf(envelope.channelId, credentials === null) === null)
        return refusal(403, 'This bot is reached by Teams, Web Chat and Direct Line only.');
      const activity = activityFrom(envelope);
      if (!activity) return refusal(400, 'This is not an activity.');
      void declineGroup(sending, activity, config.declineGroup);
      const inbound = inboundFrom(activity, request.rawBody, { receivedAt, local: credentials === null });
      return { ok: true, inbounds: inbound ? [inbound] : [], receipts: [], reply: acknowledged };
    },
  };
}
