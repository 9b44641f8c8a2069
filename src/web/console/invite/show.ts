import type { Response } from 'express';
import type { Flow } from '#flow/schema.ts';
import { beginsIn } from '#invite/beginning.ts';
import { type Edition, editionsOf, isRead } from '#invite/editions.ts';
import { type Inviting, invitationIn } from '#invite/invitation.ts';
import type { Unset } from '#invite/wayIn.ts';

/** One flow's page: a section of links for each language, then a poster for each edition. */
export async function show(
  res: Response,
  flow: Flow,
  { inviting, unset }: { inviting: Inviting; unset: Unset[] },
): Promise<void> {
  const { codeOf } = await import('#invite/code.ts');
  const sections = flow.languages.map((language) => {
    const begins = beginsIn(flow, language, inviting.firstFlow === flow.id);
    const doors = invitationIn(flow, language, inviting)?.doors ?? [];
    return {
      language,
      begins,
      doors: doors.map((door) => ({ ...door, code: codeOf(door.link) })),
      read: isRead(flow, language),
    };
  });
  const begun = sections.some(({ begins }) => begins !== null);
  const editions: { edition: Edition; read: boolean }[] = sections.some(({ doors }) => doors.length > 0)
    ? editionsOf(flow).map((edition) => ({ edition, read: isRead(flow, edition) }))
    : [];
  res.render('console/invite/flow.njk', {
    section: 'invite',
    flow,
    sections,
    editions,
    unset,
    begun,
    trial: inviting.ways.every(({ channel }) => channel === 'simulator'),
  });
}
