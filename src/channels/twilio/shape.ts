import { createHash } from 'node:crypto';
import type { Choice } from '#domain/choices.ts';
import { contentVariables } from './variables.ts';

/** https://www.twilio.com/docs/content/twilio-quick-reply and https://www.twilio.com/docs/content/twiliolist-picker */
const maxBody = 1024;
const buttons = { many: 3, label: 20 };
const rows = { many: 10, label: 24 };
const maxValue = 200;
const maxLines = 20;

/** What a message looks like without its words: where its lines break, and what can be picked. */
export interface Shape {
  /** Names it at Twilio, where it is found again by this after a restart. */
  name: string;
  /** Its body is `{{1}}` and so on: one variable a line, because a variable may hold no newline. */
  types: Record<string, unknown>;
  /** What Twilio shows in place of a line that is missing. */
  samples: Record<string, string>;
  /** What fills the lines, as Twilio takes it. */
  contentVariables: string;
}

/** How a message is shown with buttons or as a list; null where it is not, and the choices go by number. */
export function shapeOf(text: string, choices: Choice[]): Shape | null {
  const lines = text.toWellFormed().replaceAll('\r\n', '\n').trim().split('\n');
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (said.length === 0 || text.length > maxBody || said.length > maxLines) return null;
  if (!distinct(choices) || choices.some(({ value }) => value === '' || value.length > maxValue)) return null;
  const body = layout(lines);
  const types = fits(choices, buttons)
    ? { 'twilio/quick-reply': { body, actions: choices.map(asButton) } }
    : choices.length > 1 && fits(choices, rows)
      ? { 'twilio/list-picker': { body, button: `1–${choices.length}`, items: choices.map(asRow) } }
      : null;
  if (types === null) return null;
  const hash = createHash('sha256').update(JSON.stringify(types)).digest('hex').slice(0, 32);
  return {
    name: `hearback_${hash}`,
    types,
    samples: Object.fromEntries(said.map((_, index) => [String(index + 1), '…'])),
    contentVariables: contentVariables(said, maxBody),
  };
}

function layout(lines: string[]): string {
  const filled = lines.map((line) => line.trim() !== '');
  const numberOf = (index: number) => filled.slice(0, index + 1).filter(Boolean).length;
  const numbered = filled.map((has, index) => (has ? `{{${numberOf(index)}}}` : ''));
  return numbered.join('\n').replace(/\n{3,}/g, '\n\n');
}

function fits(choices: Choice[], { many, label }: typeof rows): boolean {
  return choices.length > 0 && choices.length <= many && choices.every((one) => one.label.length <= label);
}

/** WhatsApp refuses two buttons of one name. */
function distinct(choices: Choice[]): boolean {
  return new Set(choices.map(({ label }) => label.trim())).size === choices.length;
}

function asButton({ value, label }: Choice) {
  return { type: 'QUICK_REPLY', title: label, id: value };
}

function asRow({ value, label }: Choice) {
  return { item: label, id: value };
}
