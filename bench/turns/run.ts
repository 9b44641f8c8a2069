import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import twilio from 'twilio';

/**
 * Durable signed-webhook turns a second through the whole path: each request is a distinct resident's next answer,
 * committed with synchronous=FULL before it is acknowledged, with its reply queued. Beside it, the most that express
 * can do with the same requests: check the signature and answer. Both in one run on one machine.
 */
const RESIDENTS = 2000;
const ROUNDS = 6;
const CONNECTIONS = 20;
const publicUrl = 'https://bench.example.org';
const url = `${publicUrl}/webhooks/twilio`;
const accountSid = `AC${'0'.repeat(32)}`;
const authToken = 'bench-token';

export async function run(args: string[]): Promise<void> {
  const limit = await measure('limit');
  const turns = await measure('product');
  const sending = await measure('sending');
  const figures = {
    turnsPerSecond: Math.round(turns.perSecond),
    limitPerSecond: Math.round(limit.perSecond),
    ratio: Number((turns.perSecond / limit.perSecond).toFixed(2)),
    withSender: { turnsPerSecond: Math.round(sending.perSecond) },
    p99Ms: turns.p99,
    residents: RESIDENTS,
    turns: turns.requests,
    failed: limit.failed + turns.failed + sending.failed,
  };
  console.log(args.includes('--json') ? JSON.stringify(figures) : figures);
  if (figures.failed > 0) process.exitCode = 1;
}

async function measure(mode: 'limit' | 'product' | 'sending') {
  const provider = mode === 'sending' ? await acceptingProvider() : null;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hearback-bench-'));
  const server = fork(path.join(import.meta.dirname, 'server.ts'), [mode, publicUrl, authToken], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_FROM: '+447700900000',
      SMS_PER_SECOND: '10000',
      TWILIO_API_BASE_URL: provider?.url ?? 'http://127.0.0.1:9',
    },
  });
  try {
    const target = `http://127.0.0.1:${await portOf(server)}`;
    // Everyone is met first: the measured turns advance conversations that are under way.
    await fire(target, 0, 1);
    return await fire(target, 1, 1 + ROUNDS);
  } finally {
    server.kill('SIGTERM');
    provider?.close();
    await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Each connection speaks for its own residents, so that one person's messages keep their order. */
async function fire(target: string, fromRound: number, toRound: number) {
  const slices = Array.from({ length: CONNECTIONS }, (_, connection) =>
    requestsOf(connection, fromRound, toRound),
  );
  let next = 0;
  const started = performance.now();
  let ended = started;
  const options: autocannon.Options = {
    url: target,
    connections: CONNECTIONS,
    amount: RESIDENTS * (toRound - fromRound),
    setupClient: (client) => {
      client.setRequests(slices[next] ?? []);
      next += 1;
    },
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const firing = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    // The run itself is only looked at once a second: the last answer is when it was over.
    firing.on('response', () => {
      ended = performance.now();
    });
  });
  const seconds = (ended - started) / 1000;
  const failed = result.non2xx + result.errors;
  return { perSecond: result['2xx'] / seconds, p99: result.latency.p99, failed, requests: result['2xx'] };
}

function requestsOf(connection: number, fromRound: number, toRound: number): autocannon.Request[] {
  const requests: autocannon.Request[] = [];
  for (let round = fromRound; round < toRound; round += 1) {
    for (let resident = connection; resident < RESIDENTS; resident += CONNECTIONS) {
      const fields = {
        MessageSid: `SM${String(round * RESIDENTS + resident).padStart(32, '0')}`,
        AccountSid: accountSid,
        From: `+44770090${String(resident).padStart(4, '0')}`,
        To: '+447700900000',
        Body: `In round ${round} I say that the pavement outside number ${resident} is broken.`,
        NumMedia: '0',
      };
      requests.push({
        method: 'POST',
        path: '/webhooks/twilio',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, fields),
        },
        body: new URLSearchParams(fields).toString(),
      });
    }
  }
  return requests;
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve((message as { port: number }).port));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
}

/** A Twilio that accepts everything at once. */
async function acceptingProvider() {
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      sent += 1;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ sid: `SM${String(sent).padStart(32, 'f')}`, status: 'queued', num_segments: '1' }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
