import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botFramework } from '#channels/botframework/channel.ts';
import { byHand } from '#channels/byHand/channel.ts';
import { telegram } from '#channels/telegram/channel.ts';
import { twilio } from '#channels/twilio/channel.ts';
import { readConfig } from '#config.ts';
import { capabilitiesTable } from './table.ts';

/** `node bin/node.cjs docs/channels/make.ts`: writes the table of docs/channels.md from what the channels say of themselves. */

const file = path.join(import.meta.dirname, '..', 'channels.md');
const place = /(<!-- table -->\n)[\s\S]*?(<!-- \/table -->)/;

/** The document as it should be. Nothing is asked of any provider: the settings are made up. */
export function channelsDocument(): string {
  return readFileSync(file, 'utf8').replace(place, `$1\n${table()}\n\n$2`);
}

function table(): string {
  const config = readConfig({
    PUBLIC_URL: 'https://listen.example.org',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'made-up',
    TWILIO_FROM: '+447700900000',
    TWILIO_WHATSAPP_FROM: '+447700900000',
  });
  const { publicUrl } = config;
  const declineGroup = () => '';
  const { sms, whatsapp } = twilio({ ...(config.twilio as NonNullable<typeof config.twilio>), publicUrl });
  const bot = { token: '1:made-up', webhookSecret: 'made-up', apiRoot: null, menus: [] };
  const { teams, webchat } = botFramework({
    credentials: null,
    publicUrl: 'http://localhost:3000',
    declineGroup,
  });
  if (whatsapp === null) throw new Error('The settings name a WhatsApp sender.');
  return capabilitiesTable([
    { title: 'SMS', channel: sms, address: '+447700900123' },
    { title: 'WhatsApp', channel: whatsapp, address: '+447700900123' },
    { title: 'Telegram', channel: telegram({ ...bot, publicUrl, declineGroup }), address: '1' },
    { title: 'Teams', channel: teams, address: '' },
    { title: 'Web chat', channel: webchat, address: '' },
    { title: 'By hand', channel: byHand(), address: '' },
  ]);
}

if (import.meta.main) writeFileSync(file, channelsDocument());
