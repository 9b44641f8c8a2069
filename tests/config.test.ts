import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '#config.ts';

const appId = '00000000-0000-4000-8000-00000000000a';
const hx = (digit: string) => `HX${digit.repeat(32)}`;

describe('the settings', () => {
  it('need nothing: the product runs on its own', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      twilio: null,
      telegram: null,
      botFramework: null,
    });
    expect(config.simulator).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('take an empty variable for an absent one', () => {
    const empty = Object.fromEntries(settingNames.map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('serve the simulator only on a machine of one’s own, unless told', () => {
    expect(readConfig({ PUBLIC_URL: 'https://listen.example.org' }).simulator).toBe(false);
    expect(readConfig({ PUBLIC_URL: 'https://listen.example.org', SIMULATOR: 'on' }).simulator).toBe(true);
    expect(readConfig({ SIMULATOR: 'off' }).simulator).toBe(false);
  });

  it('forgive a slash at the end of an address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://listen.example.org/' }).publicUrl).toBe(
      'https://listen.example.org',
    );
  });

  it.each([
    [{ PORT: 'abc' }, /PORT: write a port number/],
    [{ PUBLIC_URL: 'listen.example.org' }, /PUBLIC_URL: write a web address/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL: write postgres:/],
    [{ HEARBACK_KEY: 'c2hvcnQ=' }, /HEARBACK_KEY: write exactly 32 random bytes/],
    [{ BRAND_COLOUR: 'green' }, /BRAND_COLOUR: write a colour/],
    [{ SEND_FROM: '8am' }, /SEND_FROM: write a time/],
    [{ TWILIO_ACCOUNT_SID: 'nonsense' }, /TWILIO_ACCOUNT_SID: copy it from the Twilio console/],
    [
      { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}` },
      /TWILIO_AUTH_TOKEN: is needed because TWILIO_ACCOUNT_SID is set/,
    ],
    [{ TWILIO_WHATSAPP_FROM: 'whatsapp:+447700900000' }, /TWILIO_WHATSAPP_FROM: write the number/],
    [{ TWILIO_WHATSAPP_FROM: '+447700900000' }, /TWILIO_ACCOUNT_SID: is needed because TWILIO_WHATSAPP_FROM/],
    [{ WHATSAPP_TEMPLATES: 'thanks.en=HX1' }, /"thanks\.en=HX1" names no kind of template/],
    [{ WHATSAPP_TEMPLATES: 'followUp.fr=HX1' }, /"followUp\.fr=HX1" names no language/],
    [{ WHATSAPP_TEMPLATES: 'followUp.en=HX1' }, /"followUp\.en=HX1" has no Content SID/],
    [{ WHATSAPP_TEMPLATES: 'followUp.en' }, /"followUp\.en" has no Content SID/],
    [
      { WHATSAPP_TEMPLATES: `reminder.cy=${hx('a')}, reminder.cy=${hx('b')}` },
      /"reminder\.cy=HXb+" is there twice/,
    ],
    [{ SMS_PENCE: 'four' }, /SMS_PENCE: write a price in pence/],
    [{ SMS_PER_SECOND: '0' }, /SMS_PER_SECOND/],
    [{ TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(30)}` }, /TELEGRAM_WEBHOOK_SECRET: is needed/],
    [{ MicrosoftAppId: 'hearback' }, /MicrosoftAppId: copy it from the bot's page in the Azure portal/],
    [{ MicrosoftAppId: appId }, /MicrosoftAppPassword: is needed because MicrosoftAppId is set/],
    [{ MicrosoftAppPassword: 'p' }, /MicrosoftAppId: is needed because MicrosoftAppPassword is set/],
    [
      { BOT_FRAMEWORK_LOCAL: 'on', PUBLIC_URL: 'https://listen.example.org' },
      /BOT_FRAMEWORK_LOCAL: is for trying out, and works only where PUBLIC_URL is this machine itself/,
    ],
    [{ SAFEGUARDING_LEAD: 'ring me' }, /SAFEGUARDING_LEAD: write an e-mail address or an https/],
    [{ SAFEGUARDING_DEPUTY: 'http://chat.example.org/hook' }, /SAFEGUARDING_DEPUTY: write an e-mail address/],
    [
      { SAFEGUARDING_LEAD: 'lead@example.org' },
      /SMTP_URL: is needed because SAFEGUARDING_LEAD is an e-mail address\n.*MAIL_FROM: is needed/,
    ],
    [{ SMTP_URL: 'mail.example.org' }, /SMTP_URL: write smtp:/],
    [{ ALERT_AFTER_MINUTES: '0' }, /ALERT_AFTER_MINUTES/],
  ])('say which variable is wrong and how to put it right: %o', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem);
  });

  it('connect Teams and web chat with credentials, or on this machine alone', () => {
    const credentials = { MicrosoftAppId: appId, MicrosoftAppPassword: 'p' };
    expect(readConfig(credentials).botFramework?.credentials).toEqual({
      appId,
      password: 'p',
      tenantId: null,
    });
    expect(readConfig({ BOT_FRAMEWORK_LOCAL: 'on' }).botFramework).toEqual({ credentials: null });
    // Real credentials are never left unchecked.
    expect(
      readConfig({ BOT_FRAMEWORK_LOCAL: 'on', ...credentials }).botFramework?.credentials,
    ).not.toBeNull();
  });

  it('let the safeguarding lead be told by mail, by https, or by this machine itself', () => {
    const mail = { SMTP_URL: 'smtp://u:p@mail.example.org:587', MAIL_FROM: 'Hearback <h@example.org>' };
    expect(readConfig({ SAFEGUARDING_LEAD: 'lead@example.org', ...mail })).toMatchObject({
      safeguarding: { lead: 'lead@example.org', deputy: null, alertAfterMs: 900_000 },
      mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
    });
    for (const hook of ['https://chat.example.org/hook', 'http://127.0.0.1:8080/hook'])
      expect(readConfig({ SAFEGUARDING_DEPUTY: hook }).safeguarding.deputy).toBe(hook);
  });

  it('hold what WhatsApp needs, and what messages cost', () => {
    const { twilio } = readConfig({
      TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'a-token',
      TWILIO_FROM: '+447700900000',
      TWILIO_WHATSAPP_FROM: '+447700900001',
      WHATSAPP_TEMPLATES: ` followUp.en=${hx('a')}, followUp.cy = ${hx('b')},`,
      SMS_PLAIN_PUNCTUATION: 'on',
    });
    expect(twilio).toMatchObject({
      whatsappFrom: '+447700900001',
      templates: { 'followUp.en': hx('a'), 'followUp.cy': hx('b') },
      pence: { sms: 4, whatsapp: 0.4, template: 2.2 },
      perSecond: { sms: null, whatsapp: 80 },
      plainPunctuation: true,
    });
  });

  it('never repeat a secret in what they say', () => {
    const secret = 'do-not-show-this';
    const tell = () => readConfig({ HEARBACK_KEY: secret, TELEGRAM_BOT_TOKEN: secret });
    expect(tell).toThrow(/HEARBACK_KEY/);
    expect(tell).not.toThrow(new RegExp(secret));
  });

  it('say everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', BRAND_COLOUR: 'y' })).toThrow(/PORT.*\n.*BRAND_COLOUR/);
  });
});
