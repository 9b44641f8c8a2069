import { z } from 'zod';
import type { Language } from '#domain/words.ts';
import { saysSomething } from '#review/codebook/words.ts';
import { localisedFrom, optional } from '#web/console/themes/schema.ts';

const id = z.string().max(100);

/** Ids of boxes that were ticked: a browser sends one as a text, several as a list, none not at all. */
export const ticked = z
  .union([id, z.array(id).max(100)])
  .default([])
  .transform((ids) => [ids].flat());

/** Whether a language model may name what is found. What it may cost stands beside the box, and comes from the settings. */
export const lookForm = z.object({
  naming: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
});

/** Several groups become themes at once. Each ticked one has a name and a definition, in the consultation's first language. */
export function draftForm(language: Language, open: readonly string[]) {
  const fields = open.flatMap((groupId) => [
    [`name-${groupId}`, optional.name.default('')],
    [`definition-${groupId}`, optional.definition.default('')],
  ]);
  return z.object({ group: ticked, ...Object.fromEntries(fields) }).transform((values, context) => {
    const written = values as Record<string, unknown> & { group: string[] };
    const issue = (field: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [field] });
    if (written.group.length === 0) issue(`group-${open[0]}`, 'suggested.noneTicked');
    return written.group.map((groupId) => {
      // One that does not wait any more has no fields: that is for whoever decides to find.
      if (!open.includes(groupId)) return { groupId, name: {}, definition: {} };
      const isEmpty = (field: string) => !saysSomething(String(written[`${field}-${groupId}`] ?? ''));
      if (isEmpty('name')) issue(`name-${groupId}`, 'themes.nameMissing');
      if (isEmpty('definition')) issue(`definition-${groupId}`, 'themes.definitionMissing');
      const of = (field: string) =>
        localisedFrom({ [`${field}-${language}`]: written[`${field}-${groupId}`] }, field, [language]);
      return { groupId, name: of('name'), definition: of('definition') };
    });
  });
}

const aPart = /^(name|definition|includes|excludes|examples)-(.+)$/;
const longEnough = 5000;

/** Each text of a form of themes that somebody has sent, whatever it belongs to. */
function writtenIn(body: unknown): { field: string; of: string; text: string }[] {
  const sent = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  return Object.entries(sent).flatMap(([field, text]) => {
    const of = aPart.exec(field)?.[2];
    return of === undefined || typeof text !== 'string' ? [] : [{ field, of, text }];
  });
}

/** By field: what was sent for groups that wait still. */
export function writtenFor(open: readonly string[], body: unknown): Record<string, string> {
  const written = writtenIn(body).filter(({ of }) => open.includes(of));
  return Object.fromEntries(written.map(({ field, text }) => [field, text]));
}

/** What was written for groups that are there no more, so that nobody has to think of it a second time. */
export function lostIn(open: readonly string[], body: unknown): { field: string; text: string }[] {
  return writtenIn(body)
    .filter(({ of, text }) => !open.includes(of) && text.trim() !== '')
    .map(({ field, text }) => ({ field, text: text.slice(0, longEnough) }));
}
