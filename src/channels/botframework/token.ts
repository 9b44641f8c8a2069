import { z } from 'zod';
import type { Clock } from '#domain/clock.ts';
import { neverConnected } from '#domain/never-connected.ts';

export interface Credentials {
  appId: string;
  password: string;
  /** The directory that a single-tenant bot belongs to; null for a bot of many. */
  tenantId: string | null;
}

export type Token =
  | { kind: 'token'; value: string }
  /** Microsoft knows no such bot, or the password is wrong or has run out. */
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable'; code: string | null };

export interface TokenConfig extends Credentials {
  loginUrl: string;
  clock: Clock;
  timeoutMs: number;
}

const granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.number() });
const refused = z.looseObject({ error: z.string() });

/** A token that ends while a message is on its way is refused. */
const spareMs = 5 * 60_000;

/**
 * Gets the token that the connector asks for, and keeps it until shortly before it ends. The SDK would do so within a
 * send, where its failure could not be told from the connector's, and without a deadline.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function tokenSource(config: TokenConfig): () => Promise<Token> {
  let kept: { token: Token; until: number } | null = null;
  let asking: Promise<Token> | null = null;
  const ask = async (): Promise<Token> => {
    const answer = await request(config);
    if (answer.kind !== 'granted') return answer;
    const token: Token = { kind: 'token', value: answer.value };
    kept = { token, until: config.clock.now() + answer.seconds * 1000 - spareMs };
    return token;
  };
  return async () => {
    if (kept !== null && config.clock.now() < kept.until) return kept.token;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

type Granted = { kind: 'granted'; value: string; seconds: number };

async function request(config: TokenConfig): Promise<Granted | Exclude<Token, { kind: 'token' }>> {
  const url = `${config.loginUrl}/${encodeURIComponent(config.tenantId ?? 'botframework.com')}/oauth2/v2.0/token`;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: config.appId,
    client_secret: config.password,
    scope: 'https://api.botframework.com/.default',
  });
  try {
    const signal = AbortSignal.timeout(config.timeoutMs);
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'error', signal });
    const body: unknown = await response.json();
    const token = granted.safeParse(body);
    if (response.ok && token.success)
      return { kind: 'granted', value: token.data.access_token, seconds: token.data.expires_in };
    const no = refused.safeParse(body);
    const final = no.success && (response.status === 400 || response.status === 401);
    return final
      ? { kind: 'refused', code: no.data.error }
      : { kind: 'unreachable', code: String(response.status) };
  } catch (error) {
    return { kind: 'unreachable', code: connectionCode(error) };
  }
}

function connectionCode(error: unknown): string | null {
  const failure = z.looseObject({ cause: z.looseObject({ code: z.string() }) }).safeParse(error);
  const code = failure.success ? failure.data.cause.code : null;
  return neverConnected(code) ? code : null;
}
