import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Post {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = (response: ServerResponse) => void;

/** A provider that answers every request in the one way it was told to, and remembers each. */
export async function scripted(answer: Answer): Promise<{ url: string; posts: Post[]; next: Promise<Post> }> {
  const posts: Post[] = [];
  const { promise: next, resolve } = Promise.withResolvers<Post>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const post = {
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    posts.push(post);
    answer(response);
    resolve(post);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts, next };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function page(status: number, body: string): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(body);
  };
}

/** The request has arrived whole, so it may have been accepted; then the line goes dead. */
export const acceptThenReset: Answer = (response) => response.socket?.resetAndDestroy();

export const neverAnswer: Answer = () => {};

/** Keeps the connection busy and never ends: only a deadline for the whole call stops it. */
export const trickle: Answer = (response) => {
  response.writeHead(201, { 'content-type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(drip));
};

/** A port of this machine where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** A label of over 63 characters is in no DNS, so it is refused without asking anyone. */
export const noSuchHost = `http://${'x'.repeat(64)}.invalid`;
