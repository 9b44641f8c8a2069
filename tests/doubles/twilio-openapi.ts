import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

type Json = Record<string, unknown>;
interface Document {
  paths: Record<string, Json>;
  components: { schemas: Json; securitySchemes?: Json };
}

const account = '/2010-04-01/Accounts/{AccountSid}';
const used = [
  `${account}/Messages.json`,
  `${account}/Messages/{Sid}.json`,
  '/v1/Content',
  '/v1/Content/{Sid}',
  '/v1/Content/{Sid}/ApprovalRequests',
];

const folder = ['../shared/openapi', '../../shared/openapi'].find((one) =>
  existsSync(path.join(one, 'twilio_content_v1.json')),
);

/** What Twilio says its API takes, cut down to what we call, so that Prism starts at once. */
export function twilioOpenapi(): Json {
  const documents =
    folder === undefined ? [documented] : [read('twilio_api_v2010'), read('twilio_content_v1')];
  const paths = Object.assign({}, ...documents.map((one) => one.paths)) as Document['paths'];
  return {
    openapi: '3.0.1',
    info: { title: 'Twilio', version: '1' },
    paths: Object.fromEntries(used.map((one) => [one, withoutServers(paths[one] ?? {})])),
    components: {
      schemas: Object.assign({}, ...documents.map(({ components }) => components.schemas)) as Json,
      securitySchemes: { accountSid_authToken: { type: 'http', scheme: 'basic' } },
    },
  };
}

const posted = z.object({
  post: z.object({
    requestBody: z.object({
      content: z.object({
        'application/x-www-form-urlencoded': z.object({
          schema: z.object({ properties: z.record(z.string(), z.unknown()) }),
        }),
      }),
    }),
  }),
});

/** The fields of a message that may be posted: Prism passes over those that it does not know. */
export function messageFields(document: Json): string[] {
  const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(document);
  const { post } = posted.parse(paths[`${account}/Messages.json`]);
  return Object.keys(post.requestBody.content['application/x-www-form-urlencoded'].schema.properties);
}

function read(name: string): Document {
  return JSON.parse(readFileSync(path.join(folder ?? '', `${name}.json`), 'utf8')) as Document;
}

function withoutServers({ servers: _, ...rest }: Json): Json {
  return rest;
}

const text = (more: Json = {}) => ({ type: 'string', ...more });
const sid = (prefix: string) => text({ pattern: `^${prefix}[0-9a-fA-F]{32}$` });
const inPath = (name: string, schema: Json) => ({ name, in: 'path', required: true, schema });
const inQuery = (name: string, schema: Json) => ({ name, in: 'query', schema });
const answer = (status: string, example: unknown) => ({
  responses: {
    [status]: { description: 'As documented', content: { 'application/json': { schema: {}, example } } },
  },
});

/** The fields that https://www.twilio.com/docs/messaging/api/message-resource and /docs/content document, as far as we use them. */
const documented: Document = {
  paths: {
    [`${account}/Messages.json`]: {
      parameters: [inPath('AccountSid', sid('AC'))],
      post: {
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['To'],
                properties: {
                  To: text(),
                  From: text(),
                  MessagingServiceSid: sid('MG'),
                  Body: text(),
                  ContentSid: sid('HX'),
                  ContentVariables: text(),
                  StatusCallback: text({ format: 'uri' }),
                  ValidityPeriod: { type: 'integer' },
                },
              },
            },
          },
        },
        ...answer('201', { sid: `SM${'a'.repeat(32)}`, status: 'queued', num_segments: '1' }),
      },
      get: {
        parameters: [inQuery('To', text()), inQuery('PageSize', { type: 'integer', maximum: 1000 })],
        ...answer('200', { messages: [], next_page_uri: null }),
      },
    },
    [`${account}/Messages/{Sid}.json`]: {
      parameters: [inPath('AccountSid', sid('AC')), inPath('Sid', sid('(SM|MM)'))],
      delete: { responses: { 204: { description: 'Deleted' } } },
    },
    '/v1/Content': {
      get: {
        parameters: [inQuery('PageSize', { type: 'integer', maximum: 1000 })],
        ...answer('200', { contents: [], meta: { key: 'contents', next_page_url: null } }),
      },
      post: {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Create' } } },
        },
        ...answer('201', { sid: `HX${'a'.repeat(32)}` }),
      },
    },
    '/v1/Content/{Sid}': {
      parameters: [inPath('Sid', sid('HX'))],
      get: answer('200', { sid: `HX${'a'.repeat(32)}`, language: 'en', types: {} }),
    },
    '/v1/Content/{Sid}/ApprovalRequests': {
      parameters: [inPath('Sid', sid('HX'))],
      get: answer('200', { sid: `HX${'a'.repeat(32)}`, whatsapp: { status: 'approved' } }),
    },
  },
  components: {
    schemas: {
      Create: {
        type: 'object',
        additionalProperties: false,
        required: ['language', 'types'],
        properties: {
          friendly_name: text(),
          language: text(),
          variables: { type: 'object', additionalProperties: text() },
          types: {
            type: 'object',
            additionalProperties: false,
            properties: {
              'twilio/quick-reply': picker('actions', 'title', { type: text({ enum: ['QUICK_REPLY'] }) }),
              'twilio/list-picker': picker('items', 'item', {}, { button: text({ maxLength: 20 }) }),
            },
          },
        },
      },
    },
  },
};

function picker(list: string, label: string, more: Json, beside: Json = {}): Json {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['body', list, ...Object.keys(beside)],
    properties: {
      body: text({ maxLength: 1024 }),
      ...beside,
      [list]: {
        type: 'array',
        maxItems: 10,
        items: {
          type: 'object',
          additionalProperties: false,
          required: [label],
          properties: { [label]: text({ maxLength: 24 }), id: text({ maxLength: 200 }), ...more },
        },
      },
    },
  };
}
