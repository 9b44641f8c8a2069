import { lookup as dnsLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { FetchBounds, Fetched } from './channel.ts';
import { isPublicAddress } from './public-address.ts';

/** What one address of a provider is asked with. */
export interface Hop {
  headers: Record<string, string>;
  /** Whether it may be this machine itself: only where a test or a proxy was configured so. */
  loopback: boolean;
}

export interface Route {
  url: string;
  /** The hops that this provider may lead to; null refuses one, before anything is looked up or connected to. */
  allow(url: URL): Hop | null;
  redirects: number;
  /** In place of the system's resolver. */
  lookup?: LookupFunction;
}

/** Where a provider names no delay. */
const defaultDelayMs = 5_000;
const redirected = new Set([301, 302, 303, 307, 308]);

/**
 * GETs a file from a provider's own hosts. Bytes and time are bounded while they come, whatever a header says, and the
 * address that is connected to is checked when it is: a name that resolves to elsewhere the second time helps nobody.
 * Never throws, and says nothing of the URL: it may hold a token.
 */
export async function download(route: Route, bounds: FetchBounds): Promise<Fetched> {
  let address = route.url;
  for (let hops = 0; hops <= route.redirects; hops += 1) {
    if (!URL.canParse(address)) return { kind: 'elsewhere' };
    const url = new URL(address);
    const hop = /^https?:$/.test(url.protocol) && url.username === '' ? route.allow(url) : null;
    if (hop === null) return { kind: 'elsewhere' };
    const answer = await get(url, hop, bounds, route.lookup);
    if (answer.kind !== 'redirect') return answer;
    if (!URL.canParse(answer.to, url)) return { kind: 'elsewhere' };
    address = new URL(answer.to, url).href;
  }
  return { kind: 'elsewhere' };
}

type Answer = Fetched | { kind: 'redirect'; to: string };

function get(url: URL, hop: Hop, bounds: FetchBounds, lookup: LookupFunction | undefined): Promise<Answer> {
  const reachable = (address: string) => isPublicAddress(address) || (hop.loopback && isLoopback(address));
  // A literal address is connected to without being looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !reachable(literal)) return Promise.resolve({ kind: 'elsewhere' });
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      resolve(
        error instanceof Elsewhere ? { kind: 'elsewhere' } : { kind: 'retry', afterMs: defaultDelayMs },
      );
    const client = url.protocol === 'https:' ? https : http;
    try {
      const request = client.get(
        url,
        {
          agent: false,
          headers: { accept: '*/*', ...hop.headers },
          lookup: guarded(lookup ?? systemLookup, reachable),
          signal: bounds.signal,
        },
        (response) => void read(response, bounds.maxBytes).then(resolve, failed),
      );
      request.on('error', failed);
    } catch (error) {
      failed(error);
    }
  });
}

async function read(response: http.IncomingMessage, maxBytes: number): Promise<Answer> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    const to = response.headers.location;
    if (redirected.has(status) && to !== undefined) return { kind: 'redirect', to };
    // A wrong password of ours may be put right; what is no longer there does not come back.
    if (status === 429 || status >= 500 || status === 401 || status === 403 || status === 408)
      return { kind: 'retry', afterMs: delayOf(response.headers['retry-after']) };
    return { kind: 'gone' };
  }
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    return { kind: 'tooLarge' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      response.destroy();
      return { kind: 'tooLarge' };
    }
    chunks.push(chunk);
  }
  return {
    kind: 'file',
    bytes: Buffer.concat(chunks),
    contentType: response.headers['content-type'] ?? null,
  };
}

/** Retry-After in seconds (RFC 9110, 10.2.3); a date is not worth reading for a delay that we lengthen anyway. */
function delayOf(retryAfter: string | undefined): number {
  return /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : defaultDelayMs;
}

class Elsewhere extends Error {}

const systemLookup: LookupFunction = (hostname, options, callback) => dnsLookup(hostname, options, callback);

/** A resolver that gives only addresses that may be connected to. */
function guarded(lookup: LookupFunction, reachable: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, '', 0);
      const all = (typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found).filter(
        ({ address }) => reachable(address),
      );
      const [first] = all;
      if (first === undefined) return callback(new Elsewhere(), '', 0);
      if (options.all === true) callback(null, all);
      else callback(null, first.address, first.family);
    });
  };
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}
