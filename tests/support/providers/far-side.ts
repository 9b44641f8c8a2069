import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A request as it came over the wire. */
export interface Received {
  method: string;
  /** Path and query. */
  url: URL;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** What a provider does with a request: answers, perhaps late, or breaks the connection without a word. */
export type Reaction =
  | { kind: 'answer'; status: number; body: string | Buffer; headers?: Record<string, string> }
  /** Writes by itself: slowly, without end, or other than the headers say. */
  | {
      kind: 'stream';
      status: number;
      headers?: Record<string, string>;
      write(response: http.ServerResponse): void;
    }
  | { kind: 'reset' };

export interface FarSide {
  /** E.g. `http://127.0.0.1:41234`; stays the same through `down` and `up`. */
  origin: string;
  /** The connection is refused from now on, and open ones are cut. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** A real HTTP server on 127.0.0.1 and a free port. A `react` that throws is answered 500 with the reason. */
export async function listen(react: (request: Received) => Promise<Reaction>): Promise<FarSide> {
  const server = http.createServer((request, response) => {
    void handle(request, response, react);
  });
  const listenOn = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listenOn(0);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, down, up: () => listenOn(port), close: down };
}

async function handle(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  react: (request: Received) => Promise<Reaction>,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reaction = await react({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', `http://${request.headers.host}`),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    });
    if (reaction.kind === 'reset') request.socket.resetAndDestroy();
    else if (reaction.kind === 'stream')
      reaction.write(response.writeHead(reaction.status, reaction.headers));
    else response.writeHead(reaction.status, reaction.headers).end(reaction.body);
  } catch (error) {
    // Whoever called has gone away, or the double itself is at fault; it is the caller's test that must see it.
    if (!response.destroyed) response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  }
}

export interface Ledger<T> {
  file: string;
  /** On disk when this returns: what a test counts must not depend on any process staying alive. */
  write(entry: T): void;
  read(): T[];
  /** Closes the file; removes it unless it was given a place of its own. */
  close(): void;
}

/** An append-only file of one JSON object a line, synced after each: the truth about what a provider got. */
export function openLedger<T>(name: string, at?: string): Ledger<T> {
  const folder = at === undefined ? mkdtempSync(path.join(os.tmpdir(), 'hearback-double-')) : undefined;
  const file = at ?? path.join(folder ?? '', `${name}.jsonl`);
  const handle = openSync(file, 'a+', 0o600);
  return {
    file,
    write(entry) {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      fsyncSync(handle);
    },
    read() {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
    },
    close() {
      closeSync(handle);
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
