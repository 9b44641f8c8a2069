import { Socket } from 'node:net';
import type { Transporter } from 'nodemailer';
import { codeOf, LONGEST, type Notice, PATIENCE, type Told } from './notice.ts';

export interface MailSettings {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  url: string;
  from: string;
}

/**
 * Sends one mail to one address; one connection a mail, because they are rare. A server that keeps talking and never
 * answers is left after `longestMs`, so that nobody else waits for it. Never throws.
 */
export async function sendMail(
  { url, from }: MailSettings,
  to: string,
  notice: Notice,
  longestMs = LONGEST,
): Promise<Told> {
  return connected(url, longestMs, (transport) =>
    transport.sendMail({
      from,
      to,
      subject: notice.subject,
      text: notice.text,
      messageId: `<${notice.id}@${new URL(notice.url).hostname}>`,
      // RFC 3834: nobody's holiday message should answer this.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      priority: 'high',
    }),
  );
}

/** Connects and signs in as a mail would, and sends none. Never throws. */
export function checkMail({ url }: MailSettings, longestMs = LONGEST): Promise<Told> {
  return connected(url, longestMs, (transport) => transport.verify());
}

async function connected(
  url: string,
  longestMs: number,
  work: (transport: Transporter) => Promise<unknown>,
): Promise<Told> {
  const { createTransport } = await import('nodemailer');
  const socket = new Socket();
  const enough = setTimeout(
    () => socket.destroy(new Error('This mail server does not come to an end.')),
    longestMs,
  );
  const transport = createTransport({
    ...serverOf(url),
    socket,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await work(transport);
    return { kind: 'told' };
  } catch (error) {
    return failed(error);
  } finally {
    clearTimeout(enough);
    socket.destroy();
    transport.close();
  }
}

function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password is never sent where others on the way could read it.
    requireTLS: !secure && username !== '' && !loopback,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function failed(error: unknown): Told {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown };
  const answered = typeof responseCode === 'number' ? String(responseCode) : null;
  const code = codeOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return { kind: 'failed', reason: 'signIn', code: answered ?? code };
  return { kind: 'failed', reason: answered === null ? 'unreachable' : 'refused', code: answered ?? code };
}
