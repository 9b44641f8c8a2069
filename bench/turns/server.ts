import path from 'node:path';
import express from 'express';
import twilio from 'twilio';
import { readConfig } from '#config.ts';
import { createLogger } from '#logger.ts';
import { services } from '#services.ts';
import { createApp } from '#web/app.ts';

/** One server in a process of its own: the product, or the same express with the signature check and a constant answer. */
const [, , mode = 'limit', publicUrl = '', authToken = ''] = process.argv;

process.once('SIGTERM', () => process.exit(0));

const app = mode === 'limit' ? limit() : await product();
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as { port: number }).port });
});

function limit() {
  const bare = express();
  bare.disable('x-powered-by');
  bare.post('/webhooks/twilio', express.urlencoded({ extended: false }), (req, res) => {
    const signature = req.get('x-twilio-signature') ?? '';
    const valid = twilio.validateRequest(authToken, signature, `${publicUrl}/webhooks/twilio`, req.body);
    if (!valid) return void res.status(403).end();
    res.type('text/xml').send('<Response/>');
  });
  return bare;
}

async function product() {
  const config = readConfig({
    ...process.env,
    DATABASE_URL: '',
    PUBLIC_URL: publicUrl,
    FLOWS_DIR: path.join(import.meta.dirname, 'flows'),
    TWILIO_AUTH_TOKEN: authToken,
    SENDING: mode === 'sending' ? 'on' : 'off',
    SIMULATOR: 'off',
    LOG_LEVEL: 'warn',
  });
  const built = await services(config, createLogger(config.logLevel));
  built.startJobs();
  return createApp(built);
}
