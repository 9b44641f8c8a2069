import type { Capabilities } from '#channels/channel.ts';
import type { MessageBody, TemplateWords } from '#domain/choices.ts';
import type { NewId } from '#domain/clock.ts';
import type { Event } from '#engine/event.ts';
import type { Tx } from '#store/db.ts';
import { queueDelivery } from '#store/deliveries.ts';
import type { Advance } from './advance.ts';
import { split } from './split.ts';

/** A reply or a reminder is of no use a day later, and quiet hours are shorter than that. */
const DAY = 24 * 60 * 60 * 1000;

type Said = Pick<Extract<Event, { kind: 'said' }>, 'text' | 'choices' | 'buttons' | 'purpose' | 'fresh'>;

/** Whom it is said to, and in which conversation. */
interface Listener extends Pick<Advance, 'residentId' | 'address' | 'capabilities'> {
  /** null where they are in none yet. */
  conversationId: string | null;
  now: number;
  newId: NewId;
}

/**
 * Puts one thing that we say into the ledger, as the channel can show it; the outbox sends it after the commit. The
 * templates say the same, for a channel that will let nothing else through by then.
 */
export async function queueSaid(
  tx: Tx,
  to: Listener,
  said: Said,
  templates: readonly TemplateWords[] = [],
): Promise<void> {
  const bodies = toBodies(said, to.capabilities);
  for (const [index, body] of bodies.entries()) {
    await queueDelivery(tx, {
      id: to.newId(),
      followUpId: null,
      conversationId: to.conversationId,
      residentId: to.residentId,
      addressId: to.address.id,
      channel: to.address.channel,
      account: to.address.account,
      purpose: said.purpose,
      // A template is whole by itself: what does not fit into the first message goes without one.
      body: index === 0 && templates.length > 0 ? { ...body, templates: [...templates] } : body,
      asks: said.fresh,
      notBefore: to.now,
      expiresAt: said.purpose === 'service' ? null : to.now + DAY,
      createdAt: to.now,
    });
  }
}

/** As a channel can show it: numbered lines where it has no buttons, several messages where one is too long. */
function toBodies(
  said: Pick<Said, 'text' | 'choices' | 'buttons'>,
  capabilities: Capabilities,
): MessageBody[] {
  const fit = said.choices.length <= capabilities.choices;
  const numbered = said.choices.map((choice, index) => `${index + 1} ${choice.label}`).join('\n');
  const text = fit ? said.text : `${said.text}\n${numbered}`;
  const shown = [...(fit ? said.choices : []), ...said.buttons].slice(0, capabilities.choices);
  const pieces = split(text, capabilities.maxLength);
  return pieces.map((piece, index) => ({ text: piece, choices: index === pieces.length - 1 ? shown : [] }));
}
