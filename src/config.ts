import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { templates } from './whatsAppTemplates.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value ?? null);

const url = z.url({ protocol: /^https?$/, error: 'write a web address such as https://listen.example.org' });
const httpUrl = url.transform((value) => value.replace(/\/+$/, ''));
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Somebody who is told: by e-mail, or by a webhook that nobody on the way can read. */
const recipient = z.union(
  [z.email(), z.url({ protocol: /^https$/ }), z.url({ protocol: /^http$/, hostname: loopbackHost })],
  { error: 'write an e-mail address or an https:// web address' },
);
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'write the number as +447700900000');
const hourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time such as 08:00');
const pence = z.coerce.number('write a price in pence such as 4 or 0.4').min(0).max(1000);
const pencePerMillion = z.coerce
  .number('write a price in pence such as 12 or 0')
  .min(0)
  .max(1_000_000)
  .default(0);
const perSecond = z.coerce.number('write a number such as 1 or 0.5').min(0.1).max(10_000);

/** Calling codes, or any. */
const countries = z
  .string()
  .regex(/^(any|\+[1-9]\d{0,3}(\s*,\s*\+[1-9]\d{0,3})*)$/, 'write calling codes such as +44,+353, or any');

/** What an organisation is called until it says its name. */
export const unnamed = { en: 'Your council', cy: 'Eich cyngor' } as const;

const environment = z
  .object({
    PORT: z.coerce.number('write a port number such as 3000').int().min(0).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: optional(httpUrl),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: optional(
      z.string().regex(/^postgres(ql)?:\/\//, 'write postgres://user:password@host/database'),
    ),
    HEARBACK_KEY: optional(
      z.base64('write 32 random bytes in base64').refine((key) => Buffer.from(key, 'base64').length === 32, {
        error: 'write exactly 32 random bytes in base64, for example from: openssl rand -base64 32',
      }),
    ),
    ORGANISATION_NAME: z.string().trim().min(1).max(40).default(unnamed.en),
    ORGANISATION_NAME_CY: z.string().trim().min(1).max(40).default(unnamed.cy),
    BRAND_COLOUR: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'write a colour such as #00625a')
      .default('#00625a'),
    INVITE_SMS: optional(phoneNumber),
    INVITE_WHATSAPP: optional(phoneNumber),
    INVITE_CONTACT: optional(z.string().trim().max(80)),
    WEBCHAT_URL: optional(httpUrl),
    FLOWS_DIR: z.string().min(1).default('./flows'),
    DEFAULT_FLOW: optional(z.string()),
    SIMULATOR: optional(z.enum(['on', 'off'])),
    SENDING: z.enum(['on', 'off']).default('on'),
    SEND_FROM: hourOfDay.default('08:00'),
    SEND_UNTIL: hourOfDay.default('20:00'),
    REPLIES_AN_HOUR: z.coerce.number('write a number such as 10').int().min(0).max(1000).default(10),
    SMS_COUNTRIES: countries.default('+44'),
    WHATSAPP_COUNTRIES: countries.default('+44'),
    MONTHLY_BUDGET_POUNDS: optional(z.coerce.number('write a number of pounds such as 200').min(0)),
    MEDIA_MAX_MB: z.coerce.number('write a number of megabytes such as 16').int().min(1).max(100).default(16),
    TRANSCRIBER_URL: optional(httpUrl),
    TRANSCRIBER_KEY: optional(z.string().min(1)),
    TRANSCRIBER_MODEL: z.string().min(1).default('whisper-1'),
    LLM_PROVIDER: optional(z.enum(['openai', 'azure', 'anthropic', 'ollama'])),
    LLM_MODEL: optional(z.string().trim().min(1).max(200)),
    LLM_BASE_URL: optional(httpUrl),
    OPENAI_API_KEY: optional(z.string().min(1)),
    AZURE_OPENAI_API_KEY: optional(z.string().min(1)),
    AZURE_OPENAI_ENDPOINT: optional(httpUrl),
    AZURE_OPENAI_API_VERSION: z.string().min(1).default('2024-10-21'),
    ANTHROPIC_API_KEY: optional(z.string().min(1)),
    LLM_PENCE_PER_MILLION_IN: pencePerMillion,
    LLM_PENCE_PER_MILLION_OUT: pencePerMillion,
    LLM_MAX_POUNDS: z.coerce.number('write a number of pounds such as 5').min(0.01).max(100_000).default(5),
    LLM_TIMEOUT_SECONDS: z.coerce
      .number('write a number of seconds such as 60')
      .int()
      .min(1)
      .max(600)
      .default(60),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    SAFEGUARDING_LEAD: optional(recipient),
    SAFEGUARDING_DEPUTY: optional(recipient),
    ALERT_AFTER_MINUTES: z.coerce
      .number('write a number of minutes such as 15')
      .int()
      .min(1)
      .max(1440)
      .default(15),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'write smtp://user:password@host:port' })),
    MAIL_FROM: optional(
      z
        .string()
        .regex(/^[^\r\n<>]+@[^\r\n<>]+$|^[^\r\n<>]+<[^\r\n<>]+@[^\r\n<>]+>$/, 'write an e-mail address'),
    ),
    TWILIO_ACCOUNT_SID: optional(
      z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'copy it from the Twilio console: AC and 32 characters'),
    ),
    TWILIO_AUTH_TOKEN: optional(z.string().min(1)),
    TWILIO_MESSAGING_SERVICE_SID: optional(
      z.string().regex(/^MG[0-9a-fA-F]{32}$/, 'copy it from the Twilio console: MG and 32 characters'),
    ),
    TWILIO_FROM: optional(
      z.string().regex(/^(\+[1-9]\d{6,14}|[A-Za-z0-9 ]{1,11})$/, 'write the number as +447700900000'),
    ),
    TWILIO_WHATSAPP_FROM: optional(
      z.string().regex(/^\+[1-9]\d{6,14}$/, 'write the number of your WhatsApp sender as +447700900000'),
    ),
    WHATSAPP_TEMPLATES: templates,
    SMS_PENCE: pence.default(4),
    WHATSAPP_PENCE: pence.default(0.4),
    WHATSAPP_TEMPLATE_PENCE: pence.default(2.2),
    SMS_PER_SECOND: optional(perSecond),
    WHATSAPP_PER_SECOND: perSecond.default(80),
    SMS_PLAIN_PUNCTUATION: z.enum(['on', 'off']).default('off'),
    TWILIO_API_BASE_URL: optional(httpUrl),
    TELEGRAM_BOT_TOKEN: optional(
      z.string().regex(/^\d+:[\w-]{20,}$/, 'copy it from BotFather: numbers, a colon, letters'),
    ),
    TELEGRAM_WEBHOOK_SECRET: optional(
      z.string().regex(/^[\w-]{8,256}$/, 'use 8 to 256 letters, numbers, _ and -'),
    ),
    TELEGRAM_MODE: z.enum(['webhook', 'polling']).default('webhook'),
    TELEGRAM_API_ROOT: optional(httpUrl),
    TELEGRAM_BOT_NAME: optional(
      z
        .string()
        .regex(/^@?[A-Za-z]\w{3,31}$/, 'write the name that BotFather gave it, such as example_bot')
        .transform((name) => name.replace('@', '')),
    ),
    MicrosoftAppId: optional(z.guid("copy it from the bot's page in the Azure portal")),
    MicrosoftAppPassword: optional(z.string().min(1)),
    MicrosoftAppTenantId: optional(z.guid('copy it from the Azure portal')),
    BOT_FRAMEWORK_LOCAL: z.enum(['on', 'off']).default('off'),
  })
  .superRefine((env, context) => {
    const needs = (has: string | null, name: string, because: string) => {
      if (has === null)
        context.addIssue({ code: 'custom', path: [name], message: `is needed because ${because}` });
    };
    for (const name of ['SAFEGUARDING_LEAD', 'SAFEGUARDING_DEPUTY'] as const) {
      if (env[name] === null || /^https?:/.test(env[name])) continue;
      needs(env.SMTP_URL, 'SMTP_URL', `${name} is an e-mail address`);
      needs(env.MAIL_FROM, 'MAIL_FROM', `${name} is an e-mail address`);
    }
    if (env.TWILIO_ACCOUNT_SID !== null) {
      needs(env.TWILIO_AUTH_TOKEN, 'TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID is set');
      needs(
        env.TWILIO_MESSAGING_SERVICE_SID ?? env.TWILIO_FROM,
        'TWILIO_MESSAGING_SERVICE_SID',
        'TWILIO_ACCOUNT_SID is set (or set TWILIO_FROM)',
      );
    }
    if (env.TWILIO_WHATSAPP_FROM !== null)
      needs(env.TWILIO_ACCOUNT_SID, 'TWILIO_ACCOUNT_SID', 'TWILIO_WHATSAPP_FROM is set');
    if (env.TELEGRAM_BOT_TOKEN !== null)
      needs(
        env.TELEGRAM_MODE === 'polling' ? '' : env.TELEGRAM_WEBHOOK_SECRET,
        'TELEGRAM_WEBHOOK_SECRET',
        'TELEGRAM_BOT_TOKEN is set (or set TELEGRAM_MODE=polling)',
      );
    if (env.MicrosoftAppId !== null)
      needs(env.MicrosoftAppPassword, 'MicrosoftAppPassword', 'MicrosoftAppId is set');
    else if (env.MicrosoftAppPassword !== null)
      needs(env.MicrosoftAppId, 'MicrosoftAppId', 'MicrosoftAppPassword is set');
    for (const name of modelNeeds(env))
      needs(
        null,
        name,
        name === 'LLM_PROVIDER' ? 'LLM_MODEL or LLM_BASE_URL is set' : `LLM_PROVIDER is ${env.LLM_PROVIDER}`,
      );
    if ((env.LLM_PENCE_PER_MILLION_IN === 0) !== (env.LLM_PENCE_PER_MILLION_OUT === 0))
      context.addIssue({
        code: 'custom',
        path: ['LLM_PENCE_PER_MILLION_OUT'],
        message: 'set both prices, or neither: with one of them a cost would be shown that is too low',
      });
    if (env.BOT_FRAMEWORK_LOCAL === 'on' && env.PUBLIC_URL !== null && !isLoopback(env.PUBLIC_URL))
      context.addIssue({
        code: 'custom',
        path: ['BOT_FRAMEWORK_LOCAL'],
        message: 'is for trying out, and works only where PUBLIC_URL is this machine itself',
      });
  });

interface ModelGiven {
  LLM_PROVIDER: 'openai' | 'azure' | 'anthropic' | 'ollama' | null;
  LLM_MODEL: string | null;
  LLM_BASE_URL: string | null;
  OPENAI_API_KEY: string | null;
  AZURE_OPENAI_API_KEY: string | null;
  AZURE_OPENAI_ENDPOINT: string | null;
  ANTHROPIC_API_KEY: string | null;
}

/** What is missing of a language model that is half set. A key alone sets none: developers have them lying about. */
function modelNeeds(env: ModelGiven): string[] {
  if (env.LLM_PROVIDER === null)
    return env.LLM_MODEL === null && env.LLM_BASE_URL === null ? [] : ['LLM_PROVIDER'];
  const keys: Record<NonNullable<ModelGiven['LLM_PROVIDER']>, (keyof ModelGiven)[]> = {
    // A server of one's own may want no key.
    openai: env.LLM_BASE_URL === null ? ['OPENAI_API_KEY'] : [],
    azure: ['AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_ENDPOINT'],
    anthropic: ['ANTHROPIC_API_KEY'],
    ollama: [],
  };
  return (['LLM_MODEL', ...keys[env.LLM_PROVIDER]] as const).filter((name) => env[name] === null);
}

/** What LangChain reads by itself, and then sends every prompt to a company that nobody here has agreed to. */
const tracing = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** Every variable that is read: .env.example documents exactly these. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The settings, checked and frozen. Throws a ConfigError that names every variable that is wrong and the remedy. */
export function readConfig(source: NodeJS.ProcessEnv = withEnvFile()) {
  const parsed = environment.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings need putting right (see .env.example):\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const traced = tracing.find((name) => source[name] === 'true');
  if (env.LLM_PROVIDER !== null && traced !== undefined)
    throw new ConfigError(
      `These settings need putting right (see .env.example):\n  ${traced}: take it away, or what residents wrote also goes to LangSmith`,
    );
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const loopback = isLoopback(publicUrl);
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    /** True where PUBLIC_URL was given: false lets the server fill in the port it got. */
    publicUrlGiven: env.PUBLIC_URL !== null,
    /** PUBLIC_URL names this machine itself: nobody else can reach it. */
    loopback,
    dataDir: path.resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    key: env.HEARBACK_KEY,
    organisation: Object.freeze({ en: env.ORGANISATION_NAME, cy: env.ORGANISATION_NAME_CY }),
    brandColour: env.BRAND_COLOUR,
    /** What one segment costs, by which texts are weighed before anything is sent. */
    smsPence: env.SMS_PENCE,
    /** Where posters and links lead. */
    invite: Object.freeze({
      sms: env.TWILIO_FROM?.startsWith('+') ? env.TWILIO_FROM : env.INVITE_SMS,
      whatsapp: env.INVITE_WHATSAPP ?? env.TWILIO_WHATSAPP_FROM,
      telegram: env.TELEGRAM_BOT_NAME,
      webchat: env.WEBCHAT_URL,
      contact: env.INVITE_CONTACT,
    }),
    flowsDir: path.resolve(env.FLOWS_DIR),
    defaultFlow: env.DEFAULT_FLOW,
    simulator: env.SIMULATOR === null ? loopback : env.SIMULATOR === 'on',
    sending: env.SENDING === 'on',
    sendFrom: env.SEND_FROM,
    sendUntil: env.SEND_UNTIL,
    limits: Object.freeze({
      countries: Object.freeze({
        ...codesOf('sms', env.SMS_COUNTRIES),
        ...codesOf('whatsapp', env.WHATSAPP_COUNTRIES),
      }),
      repliesAnHour: env.REPLIES_AN_HOUR === 0 ? null : env.REPLIES_AN_HOUR,
      monthlyMillipence:
        env.MONTHLY_BUDGET_POUNDS === null ? null : Math.round(env.MONTHLY_BUDGET_POUNDS * 100_000),
    }),
    /** Of one file that a resident sends. */
    mediaMaxBytes: env.MEDIA_MAX_MB * 1024 * 1024,
    transcriber:
      env.TRANSCRIBER_URL === null
        ? null
        : Object.freeze({ url: env.TRANSCRIBER_URL, key: env.TRANSCRIBER_KEY, model: env.TRANSCRIBER_MODEL }),
    model: modelOf(env),
    safeguarding: Object.freeze({
      lead: env.SAFEGUARDING_LEAD,
      deputy: env.SAFEGUARDING_DEPUTY,
      alertAfterMs: env.ALERT_AFTER_MINUTES * 60_000,
    }),
    mail:
      env.SMTP_URL === null || env.MAIL_FROM === null
        ? null
        : Object.freeze({ url: env.SMTP_URL, from: env.MAIL_FROM }),
    logLevel: env.LOG_LEVEL,
    twilio:
      env.TWILIO_ACCOUNT_SID === null || env.TWILIO_AUTH_TOKEN === null
        ? null
        : Object.freeze({
            accountSid: env.TWILIO_ACCOUNT_SID,
            authToken: env.TWILIO_AUTH_TOKEN,
            messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID,
            from: env.TWILIO_FROM,
            whatsappFrom: env.TWILIO_WHATSAPP_FROM,
            templates: env.WHATSAPP_TEMPLATES,
            pence: Object.freeze({
              sms: env.SMS_PENCE,
              whatsapp: env.WHATSAPP_PENCE,
              template: env.WHATSAPP_TEMPLATE_PENCE,
            }),
            perSecond: Object.freeze({ sms: env.SMS_PER_SECOND, whatsapp: env.WHATSAPP_PER_SECOND }),
            plainPunctuation: env.SMS_PLAIN_PUNCTUATION === 'on',
            apiBaseUrl: env.TWILIO_API_BASE_URL,
          }),
    telegram:
      env.TELEGRAM_BOT_TOKEN === null
        ? null
        : Object.freeze({
            token: env.TELEGRAM_BOT_TOKEN,
            /** null where Telegram is asked for messages, and calls nobody. */
            webhookSecret: env.TELEGRAM_MODE === 'polling' ? null : env.TELEGRAM_WEBHOOK_SECRET,
            apiRoot: env.TELEGRAM_API_ROOT,
          }),
    botFramework: botFrameworkOf(env),
  });
}

/** Without credentials anybody could speak for anybody: it is refused unless somebody asks for it on their own machine. */
function botFrameworkOf(env: z.output<typeof environment>) {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = env;
  if (appId !== null && password !== null)
    return Object.freeze({ credentials: Object.freeze({ appId, password, tenantId }) });
  return env.BOT_FRAMEWORK_LOCAL === 'on' ? Object.freeze({ credentials: null }) : null;
}

/** The language model that may theme; null where none is set, and nothing of residents' words leaves this machine for theming. */
function modelOf(env: z.output<typeof environment>) {
  const { LLM_PROVIDER: provider, LLM_MODEL: model } = env;
  if (provider === null || model === null) return null;
  const keys = {
    openai: env.OPENAI_API_KEY,
    azure: env.AZURE_OPENAI_API_KEY,
    anthropic: env.ANTHROPIC_API_KEY,
    ollama: null,
  };
  return Object.freeze({
    provider,
    model,
    key: keys[provider],
    baseUrl: provider === 'azure' ? env.AZURE_OPENAI_ENDPOINT : env.LLM_BASE_URL,
    apiVersion: env.AZURE_OPENAI_API_VERSION,
    /** null where nobody has said what it costs: then tokens are counted, and no money is shown. */
    pencePerMillion:
      env.LLM_PENCE_PER_MILLION_IN === 0
        ? null
        : Object.freeze({ in: env.LLM_PENCE_PER_MILLION_IN, out: env.LLM_PENCE_PER_MILLION_OUT }),
    /** Of one run. */
    mostMillipence: Math.round(env.LLM_MAX_POUNDS * 100_000),
    timeoutMs: env.LLM_TIMEOUT_SECONDS * 1000,
  });
}

function isLoopback(address: string): boolean {
  return loopbackHost.test(new URL(address).hostname);
}

export type Config = ReturnType<typeof readConfig>;

function codesOf<Name extends string>(channel: Name, written: string) {
  return written === 'any' ? {} : { [channel]: written.split(',').map((code) => code.trim()) };
}

/** An empty variable means the same as an absent one: .env files are full of them, and HOST= would open every network. */
function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

/** The environment, with what a .env file in this folder adds to it; the environment wins. */
function withEnvFile(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
