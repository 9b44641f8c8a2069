import { createSign, generateKeyPairSync } from 'node:crypto';
import { listen, type Reaction, type Received } from './far-side.ts';

/** A key of our own in place of Microsoft's. */
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface BotFrameworkDouble {
  origin: string;
  /** In place of Microsoft's sign-in, of its keys and of the one address of Teams. */
  cloud: { loginUrl: string; openIdUrl: string; teamsUrl: string };
  /** Everything that came to the connector, in order. */
  posts: Received[];
  /** How often a token was asked for, with what. */
  logins: URLSearchParams[];
  /** What the connector does from now on; it accepts if nothing is said. */
  answer(reaction: Reaction | (() => Promise<Reaction>)): void;
  /** What the sign-in does from now on. */
  signIn(reaction: Reaction): void;
  /** Whether the keys can be had. */
  keys(there: boolean): void;
  close(): Promise<void>;
}

export const accepted = json(201, { id: '1:activity' });

/** Azure Bot Service as far as we can tell from our end of the socket: sign-in, keys and one connector. */
export async function startBotFrameworkDouble(): Promise<BotFrameworkDouble> {
  const posts: Received[] = [];
  const logins: URLSearchParams[] = [];
  let connector: () => Promise<Reaction> = async () => accepted;
  let login: Reaction = json(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'a-token' });
  let keysThere = true;
  const react = async (request: Received): Promise<Reaction> => {
    const { pathname } = request.url;
    if (pathname.startsWith('/keys/')) {
      if (!keysThere) return json(503, {});
      if (pathname.endsWith('/jwks')) return json(200, { keys: [publicKey()] });
      return json(200, { issuer: 'https://api.botframework.com', jwks_uri: `${side.origin}/keys/jwks` });
    }
    if (pathname.endsWith('/oauth2/v2.0/token')) {
      logins.push(new URLSearchParams(request.body));
      return login;
    }
    posts.push(request);
    return connector();
  };
  const side = await listen(react);
  return {
    origin: side.origin,
    cloud: {
      loginUrl: side.origin,
      openIdUrl: `${side.origin}/keys/openidconfiguration`,
      teamsUrl: `${side.origin}/teams/`,
    },
    posts,
    logins,
    answer(reaction) {
      connector = typeof reaction === 'function' ? reaction : async () => reaction;
    },
    signIn(reaction) {
      login = reaction;
    },
    keys(there) {
      keysThere = there;
    },
    close: side.close,
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reaction {
  return {
    kind: 'answer',
    status,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers },
  };
}

function publicKey(): object {
  const { n, e } = ours.publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid: 'k1', n, e, endorsements: ['msteams', 'webchat', 'directline'] };
}

interface Signing {
  claims: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed with another key than the published one, or not at all. */
  by?: 'stranger' | 'nobody';
}

/** An Authorization header with a token as the connector signs it. */
export function bearer({ claims, header = {}, by }: Signing): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${part(claims)}`;
  if (by === 'nobody') return `Bearer ${signed}.`;
  const key = by === 'stranger' ? strangers.privateKey : ours.privateKey;
  return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
