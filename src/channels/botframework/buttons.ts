import type { Choice } from '#domain/choices.ts';

/** A hero card of Teams: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#hero-card */
export const maxButtons = 6;

/**
 * Choices as buttons whose value comes back unseen. In Web Chat they are suggested actions, which go when one is
 * pressed. Those of Teams bring back only what is shown, so there they stand on a card.
 */
export function buttons(channelId: string, choices: Choice[]): object {
  if (choices.length === 0) return {};
  const actions = choices.map(({ value, label }) => ({
    type: 'messageBack',
    title: label,
    text: label,
    displayText: label,
    value: { choice: value },
  }));
  if (channelId !== 'msteams') return { suggestedActions: { to: [], actions } };
  const card = { contentType: 'application/vnd.microsoft.card.hero', content: { buttons: actions } };
  return { attachments: [card] };
}
