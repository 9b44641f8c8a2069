import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

interface Mail {
  from: string;
  to: string[];
  /** As it travelled: headers, an empty line, the text. */
  source: string;
}

/** A real mail server on this machine, which keeps what it takes. */
export async function mailServer(given: { password?: string } = {}) {
  const mails: Mail[] = [];
  const behaviour = { refuse: false };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: given.password === undefined,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === given.password
        ? done(null, { user: auth.username })
        : done(Object.assign(new Error('No.'), { responseCode: 535 })),
    onRcptTo: (_address, _session, done) =>
      behaviour.refuse ? done(Object.assign(new Error('No such person'), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
      let source = '';
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => {
        source += part;
      });
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source,
        });
        done();
      });
    },
  });
  // What a client does to a connection is the client's test, not a fault of this server.
  server.on('error', () => {});
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    behaviour,
    url: (userInfo = '') => `smtp://${userInfo}127.0.0.1:${port}`,
  };
}

/** A mail server that greets and then says for ever that it is about to say something. */
export async function endlessMailServer() {
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    socket.write('220 mail.example.org\r\n');
    const talking = setInterval(() => socket.write('250-wait\r\n'), 20);
    socket.on('close', () => clearInterval(talking));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { open, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A real HTTP server on this machine that takes notices. */
export async function webhookServer() {
  const posts: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const behaviour = { status: 200, location: null as string | null };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, location } = behaviour;
      response.writeHead(status, location === null ? {} : { location }).end('ok');
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    posts,
    behaviour,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
  };
}

/** A port on this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
