import { z } from 'zod';
import type { Check } from '#channels/channel.ts';
import type { Connection } from './client.ts';
import { fine, looked, problem, warning } from './findings.ts';
import type { TwilioConfig } from './settings.ts';

/** What each kind of template is filled with: domain/choices.ts. */
const variables = new Map([
  ['followUp', 3],
  ['reminder', 2],
]);

const approval = z.looseObject({ status: z.string() });

/** Each template that the settings name: whether it is there, fits what we fill it with, and Meta has approved it. */
export async function checkTemplates(config: TwilioConfig, connection: Connection): Promise<Check[]> {
  const named = Object.entries(config.templates);
  const checks = await Promise.all(
    named.map(([key, sid]) => looked(whatOf(key), () => checkTemplate(connection, key, sid))),
  );
  if (named.some(([key]) => key.startsWith('followUp.'))) return checks.flat();
  return [
    ...checks.flat(),
    warning(
      'WhatsApp templates',
      'None is set for follow-ups, so nobody hears back by WhatsApp more than 24 hours after they wrote.',
      'Have one approved in the Twilio console, and name it in WHATSAPP_TEMPLATES.',
    ),
  ];
}

function whatOf(key: string): string {
  return `WhatsApp template ${key}`;
}

async function checkTemplate(connection: Connection, key: string, sid: string): Promise<Check[]> {
  const what = whatOf(key);
  const [name = '', language = ''] = key.split('.');
  const content = (await connection.client()).content.v1.contents(sid);
  const { language: written, types } = await content.fetch();
  if (written.split(/[_-]/)[0]?.toLowerCase() !== language)
    return [
      problem(what, `It is in ${written}, not in ${language}.`, 'Name a template in that language instead.'),
    ];
  const [wanted, holds] = [variables.get(name), placeholders(types)];
  if (holds !== wanted)
    return [
      problem(
        what,
        `It has ${holds} variables, and Hearback fills ${wanted}.`,
        'Submit one with as many for approval, and name that.',
      ),
    ];
  const said = approval.safeParse((await content.approvalFetch().fetch()).whatsapp);
  const status = said.success ? said.data.status : 'unsubmitted';
  return [
    status === 'approved'
      ? fine(what, 'It is approved.')
      : problem(
          what,
          `Meta has not approved it: it is ${status}.`,
          'Submit it for approval in the Twilio console, or wait for Meta.',
        ),
  ];
}

function placeholders(types: unknown): number {
  const found = JSON.stringify(types).matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g);
  return new Set(Array.from(found, ([, name]) => name)).size;
}
