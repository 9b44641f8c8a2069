import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

interface Exchange {
  method: string;
  path: string;
  body: string;
  status: number;
  /** What Prism says is wrong, where something is. */
  answer: string;
}

export interface Prism {
  url: string;
  /** Every request since the last `take`, with what Prism said to it. */
  take(): Exchange[];
  close(): Promise<void>;
}

/** Prism, which answers 422 to whatever a description of an API does not allow, behind a proxy that remembers it all. */
export async function startPrism(document: unknown): Promise<Prism> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hearback-prism-'));
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const port = await freePort();
  const command = path.resolve('node_modules/.bin/prism');
  const prism = spawn(command, ['mock', '--errors', '-p', String(port), file], { stdio: 'pipe' });
  await new Promise<void>((ready, fail) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Prism is listening')) ready();
    };
    prism.stdout.on('data', hear);
    prism.stderr.on('data', hear);
    prism.once('error', fail);
    prism.once('exit', () => fail(new Error(`Prism did not start: ${said}`)));
  });

  let exchanges: Exchange[] = [];
  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [method, route] = [request.method ?? 'GET', request.url ?? '/'];
    const answer = await fetch(`http://127.0.0.1:${port}${route}`, {
      method,
      headers: {
        authorization: request.headers.authorization ?? '',
        ...(body.length > 0 ? { 'content-type': request.headers['content-type'] ?? '' } : {}),
        accept: 'application/json',
      },
      ...(body.length > 0 ? { body } : {}),
    });
    const text = await answer.text();
    exchanges.push({ method, path: route, body: body.toString(), status: answer.status, answer: text });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    take() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      const gone = new Promise((done) => prism.once('exit', done));
      prism.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
