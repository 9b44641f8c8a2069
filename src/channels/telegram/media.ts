import type { LookupFunction } from 'node:net';
import type { Api } from 'grammy';
import { z } from 'zod';
import type { FetchBounds, Fetched } from '#channels/channel.ts';
import { download, isLoopback } from '#channels/download.ts';

export interface TelegramMediaConfig {
  token: string;
  apiRoot: string | null;
  /** In place of the system's resolver. */
  lookup?: LookupFunction;
}

/** What Telegram's own paths are made of. */
const plainPath = /^[\w./-]+$/;

/** Where Telegram names no delay, and where nobody answered. */
const defaultDelayMs = 5_000;

const refusal = z.looseObject({
  name: z.literal('GrammyError'),
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z.looseObject({ retry_after: z.number().optional() }).catch({}),
});

/**
 * Makes `fetchMedia`: getFile says where a file is, and it is fetched from the same API, which leads nowhere else. The
 * URL holds the bot's token, so neither it nor an error that might quote it leaves this file.
 * https://core.telegram.org/bots/api#getfile
 */
export function telegramMedia(config: TelegramMediaConfig, api: () => Promise<Api>) {
  const root = (config.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '');
  const folder = `${root}/file/bot${config.token}/`;
  const loopback = isLoopback(new URL(root).hostname);

  return async ({ ref }: { ref: string }, bounds: FetchBounds): Promise<Fetched> => {
    const found = await locate(await api(), ref);
    if ('kind' in found) return found;
    if (!plainPath.test(found.path) || found.path.includes('..')) return { kind: 'elsewhere' };
    if (found.size > bounds.maxBytes) return { kind: 'tooLarge' };
    const allow = (url: URL) => (url.href.startsWith(folder) ? { headers: {}, loopback } : null);
    const { lookup } = config;
    const url = folder + found.path;
    return download({ url, allow, redirects: 0, ...(lookup ? { lookup } : {}) }, bounds);
  };
}

async function locate(api: Api, fileId: string): Promise<Fetched | { path: string; size: number }> {
  try {
    const { file_path: path, file_size: size } = await api.getFile(fileId);
    return path === undefined ? { kind: 'gone' } : { path, size: size ?? 0 };
  } catch (error) {
    const said = refusal.safeParse(error);
    if (!said.success) return { kind: 'retry', afterMs: defaultDelayMs };
    const { error_code: code, description, parameters } = said.data;
    // Bots get at most 20 MB: https://core.telegram.org/bots/api#getfile
    if (/file is too big/i.test(description)) return { kind: 'tooLarge' };
    if (code === 400) return { kind: 'gone' };
    return { kind: 'retry', afterMs: (parameters.retry_after ?? defaultDelayMs / 1000) * 1000 };
  }
}
