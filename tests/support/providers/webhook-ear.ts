import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  /** Path and query. */
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface WebhookEar {
  local: string;
  heard: readonly Heard[];
  close(): void;
}

/** Stands in for the product: remembers each call to its webhooks and answers 200 with empty TwiML. */
export async function openWebhookEar(): Promise<WebhookEar> {
  const heard: Heard[] = [];
  const server = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    heard.push({ url: request.url ?? '', headers: request.headers, body });
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response/>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    local: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
