import type { Localised } from '#domain/words.ts';
import { agreed } from '#store/agreed.ts';
import type { Theme } from '#store/codebook.ts';
import { listedThemes } from '#store/codebook-changes.ts';
import { codingsOf } from '#store/codings.ts';
import { aboutWhom, controlsAmong } from '#store/controls.ts';
import type { Db } from '#store/db.ts';
import { editedLater } from '#store/edits.ts';
import { residentCodingsOf } from '#store/residentReadings.ts';
import { messagesOf, responseById } from '#store/responses-read.ts';
import type { CodingRow, ControlRow, ResponseRow } from '#store/schema.ts';

/** A coding with its theme's words, and the response's own words that stand as evidence for it. */
interface Suggestion extends CodingRow {
  name: Localised;
  definition: Localised;
  evidence: string | null;
  /** How many resident reviewers say so too. */
  residents: number;
}

/** A response as an officer reads it. */
export interface Reading {
  response: ResponseRow;
  messages: Awaited<ReturnType<typeof messagesOf>>;
  /** What its messages were changed to once it was whole. */
  edits: Awaited<ReturnType<typeof editedLater>>;
  /** Whether its writer agreed to be quoted, by their latest word. */
  mayBeQuoted: boolean;
  /** Undecided ones first. */
  suggestions: Suggestion[];
  /** What was accepted for a theme that is out of use since: it stands, and nobody decides on it. */
  outOfUse: Suggestion[];
  /** The rest of the codebook: what could be added. */
  others: Theme[];
  /** What it says besides its themes. */
  controls: (ControlRow & { evidence: string | null })[];
  /** Officers whom its complaint is about, or may be. */
  about: Awaited<ReturnType<typeof aboutWhom>>;
}

export async function readResponse(db: Db, id: string): Promise<Reading | undefined> {
  const response = await responseById(db, id);
  if (response === undefined) return undefined;
  const [messages, edits, mayBeQuoted, codings, all, residents, controls, about] = await Promise.all([
    messagesOf(db, id),
    editedLater(db, response),
    agreed(db, response, 'quote'),
    codingsOf(db, id),
    listedThemes(db, response.consultationId),
    residentCodingsOf(db, id),
    controlsAmong(db, [id]),
    aboutWhom(db, id),
  ]);
  const inUse = (theme: Theme) => theme.state === 'active';
  const themed = codings.flatMap((coding) => {
    const theme = all.find(({ id }) => id === coding.themeId);
    // What an undone split had made stands as the whole again.
    if (theme === undefined) return [];
    const { name, definition } = theme;
    const ticked = residents.find(({ themeId }) => themeId === theme.id)?.count ?? 0;
    // A theme that came out of a resident's own suggestion was ticked by nobody.
    const by = Math.max(ticked, coding.source === 'resident' ? 1 : 0);
    const evidence = evidenceIn(response.text, coding);
    return [{ theme, ...{ ...coding, name, definition, evidence, residents: by } }];
  });
  // A theme that has been retired is no longer decided on.
  const suggestions = themed
    .filter(({ theme }) => inUse(theme))
    .map(({ theme: _, ...suggestion }) => suggestion);
  const outOfUse = themed
    // What was merged into another stands as that.
    .filter(({ theme, decision }) => !inUse(theme) && theme.mergedInto === null && decision === 'accepted')
    .map(({ theme: _, ...suggestion }) => suggestion);
  const order = ['suggested', 'accepted', 'rejected'];
  suggestions.sort((one, other) => order.indexOf(one.decision) - order.indexOf(other.decision));
  const others = all.filter((theme) => inUse(theme) && !codings.some(({ themeId }) => themeId === theme.id));
  return {
    response,
    messages,
    edits,
    mayBeQuoted,
    suggestions,
    outOfUse,
    others,
    controls: controls.map((control) => ({ ...control, evidence: evidenceIn(response.text, control) })),
    about,
  };
}

function evidenceIn(text: string, { startAt, endAt }: CodingRow | ControlRow): string | null {
  return startAt === null || endAt === null ? null : text.slice(startAt, endAt);
}
