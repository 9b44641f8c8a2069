import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { nextAllowed } from '#outbox/hours.ts';

const root = path.join(import.meta.dirname, '..', '..');
const hearback = path.join(root, 'bin', 'hearback.js');

export interface Product {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** The link that makes the first officer. */
  signInLink: string;
  stop(): Promise<void>;
}

/** The real product with the demo's residents in it, in a folder of its own that goes when it stops. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearback-tour-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Started from that folder, with nothing of the developer's own settings and no .env.
  const options = { cwd: folder, env: { PATH: process.env.PATH, ...settings(folder) } };
  try {
    await promisify(execFile)(process.execPath, [hearback, 'demo'], options);
    const server = spawn(process.execPath, [hearback, 'serve'], {
      ...options,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const stop = async () => {
      server.kill('SIGTERM');
      await ended;
      remove();
    };
    const said = await firstLines(server.stdout);
    const url = /(\S+)\/you-said-we-did/.exec(said)?.[1];
    const signInLink = /\S+\/console\/sign-in\/link\S+/.exec(said)?.[0];
    if (url !== undefined && signInLink !== undefined) return { url, signInLink, stop };
    await stop();
    throw new Error(`The product started without a sign-in link:\n${said}`);
  } catch (error) {
    remove();
    throw error;
  }
}

function settings(folder: string): Record<string, string> {
  return {
    PORT: '0',
    DATA_DIR: path.join(folder, 'data'),
    FLOWS_DIR: path.join(root, 'flows'),
    DEFAULT_FLOW: 'high-street',
    LOG_LEVEL: 'warn',
    ...(isDay(Date.now()) ? {} : { SEND_FROM: '00:00', SEND_UNTIL: '00:00' }),
  };
}

/** Made at night, the tour would wait for its follow-up until the morning. */
function isDay(now: number): boolean {
  return nextAllowed(now, { from: '08:00', until: '19:50' }) === now;
}

/** What is said up to the last of the addresses. */
async function firstLines(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const line of createInterface(output)) {
    said += `${line}\n`;
    if (line.includes('/you-said-we-did')) break;
  }
  return said;
}
