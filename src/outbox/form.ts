import type { Channel, Outbound } from '#channels/channel.ts';
import type { TemplateWords } from '#domain/choices.ts';

/** The window must not close between the claim and the provider's own clock. */
const MARGIN_MS = 5 * 60_000;

/** As what a message goes: its own text, a template in its place, or not at all. */
export type Form =
  | { kind: 'text' }
  | { kind: 'template'; template: NonNullable<Outbound['template']> }
  | { kind: 'closed' };

/** By when its resident last wrote, ms: some channels let only approved templates through once that is too long ago. */
export function formOf(
  channel: Channel,
  to: { address: string; lastInboundAt: number | null },
  templates: readonly TemplateWords[],
  now: number,
): Form {
  if (isOpen(channel, to, now)) return { kind: 'text' };
  for (const { name, language, variables } of templates) {
    const ref = channel.templateRef?.(name, language) ?? null;
    if (ref !== null) return { kind: 'template', template: { ref, language, variables } };
  }
  return { kind: 'closed' };
}

/** Whether free text would be let through to them now. */
export function isOpen(
  channel: Pick<Channel, 'capabilities'>,
  { address, lastInboundAt }: { address: string; lastInboundAt: number | null },
  now: number,
): boolean {
  const { freeTextMs } = channel.capabilities(address);
  return freeTextMs === null || (lastInboundAt !== null && now - lastInboundAt < freeTextMs - MARGIN_MS);
}
