import type { AlertRow } from '#store/schema.ts';

type Locals = Pick<Express.Locals, 't' | 'dateAndTime'>;

/** One alert as a line of the case's page: who, and whether and when they were told, or why not. */
export function lineOf({ t, dateAndTime }: Locals) {
  return ({ to, state, dueAt, sentAt, reason, code }: AlertRow): { text: string; bad: boolean } => {
    const who = t(`alertTo.${to}`);
    const date = dateAndTime(sentAt ?? dueAt);
    if (reason === null)
      return { text: t(`case.alert.${state === 'failed' ? 'notNeeded' : state}`, { who, date }), bad: false };
    const why = whyOf({ t }, { reason, code });
    const trying = state === 'due';
    return { text: t(trying ? 'case.alert.trying' : 'case.alert.failed', { who, why, date }), bad: true };
  };
}

/** Why somebody could not be told, in words for whoever puts it right. */
export function whyOf({ t }: Pick<Locals, 't'>, { reason, code }: Pick<AlertRow, 'reason' | 'code'>): string {
  return t(`alertReason.${reason ?? 'unreachable'}`, { code: code ?? 'none' });
}
