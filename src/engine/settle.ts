import type { Asking } from '#flow/schema.ts';
import { offerLink } from './link.ts';
import type { Turn } from './turn.ts';

/** Records which choice answers a step; the one after an equality question's own is "I would rather not say". False where there is none. */
export function settle(turn: Turn, step: Asking, index: number, messageId: string): boolean {
  const { session, events } = turn;
  if (step.kind === 'consent') {
    if (index !== 0 && index !== 1) return false;
    session.consents[step.consent] = index === 0;
    events.push({ kind: 'consented', consent: step.consent, granted: index === 0, messageId });
    if (step.consent === 'hearBack' && index === 0) offerLink(turn);
    return true;
  }
  if (step.kind === 'equality') {
    if (!(index >= 0 && index <= step.choices.length)) return false;
    // Not in the session: what people say of themselves stays apart from what they say.
    events.push({
      kind: 'described',
      stepId: step.id,
      choiceId: step.choices[index]?.id ?? null,
      messageId,
    });
    return true;
  }
  const choice = step.kind === 'choice' ? step.choices[index] : undefined;
  if (choice === undefined) return false;
  session.chosen[step.id] = choice.id;
  events.push({ kind: 'chose', stepId: step.id, choiceId: choice.id, messageId });
  return true;
}
