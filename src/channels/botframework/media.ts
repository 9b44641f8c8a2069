import type { LookupFunction } from 'node:net';
import type { FetchBounds, Fetched } from '#channels/channel.ts';
import { download } from '#channels/download.ts';
import { keepsFiles } from './hosts.ts';
import type { Token } from './token.ts';

export interface MediaConfig {
  local: boolean;
  token: (() => Promise<Token>) | null;
  /** In place of the system's resolver. */
  lookup?: LookupFunction;
}

/** Where Microsoft's sign-in cannot be reached. */
const defaultDelayMs = 60_000;

/** Makes `fetchMedia`: from the connectors with our token, and from the drives of Teams without. */
export function botFrameworkMedia({ local, token, lookup }: MediaConfig) {
  return async ({ ref }: { ref: string }, bounds: FetchBounds): Promise<Fetched> => {
    const place = URL.canParse(ref) ? keepsFiles(new URL(ref), local) : null;
    if (place === null) return { kind: 'elsewhere' };
    const ours = place === 'withToken' ? ((await token?.()) ?? null) : null;
    if (ours !== null && ours.kind !== 'token') return { kind: 'retry', afterMs: defaultDelayMs };
    const headers: Record<string, string> = ours === null ? {} : { authorization: `Bearer ${ours.value}` };
    const allow = (url: URL) => {
      const where = keepsFiles(url, local);
      if (where === null) return null;
      return { headers: where === 'withToken' ? headers : {}, loopback: local };
    };
    return download({ url: ref, allow, redirects: 2, ...(lookup ? { lookup } : {}) }, bounds);
  };
}
