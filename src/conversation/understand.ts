import type { Capabilities, Inbound } from '#channels/channel.ts';
import { linkCodeIn } from '#domain/link-code.ts';
import { normalise } from '#domain/normalise.ts';
import type { Input } from '#engine/input.ts';
import { detect } from '#safeguarding/detect.ts';
import { ageSaid } from '#texts/ages.ts';
import { commandOf } from '#texts/commands.ts';
import { isNotAnAnswer } from '#texts/not-answers.ts';

/** What a message is to the engine; null where it is kept and nothing follows (a tapback, an autoreply, a pin). */
export function understand(
  inbound: Inbound,
  messageId: string,
  stopped: boolean,
  capabilities: Capabilities,
): Input | null {
  const { text } = inbound;
  const sentAt = believed(inbound);
  // Care comes before anything else, and so even before STOP.
  const danger = text === '' ? null : detect(text);
  const obeyed = linkCodeOf(inbound) === null ? command(inbound, stopped, capabilities) : 'link';
  if (danger !== null)
    return {
      kind: 'distress',
      category: danger.category,
      ...(danger.also === null ? {} : { also: danger.also }),
      language: danger.language,
      messageId,
      stops: obeyed === 'stop',
      ...ageOf(text),
    };
  if (obeyed !== null) {
    const final = inbound.kind === 'optOut' ? { final: true as const } : {};
    return { kind: 'command', command: obeyed, text, messageId, ...final };
  }
  switch (inbound.kind) {
    case 'choice':
      return { kind: 'choice', value: inbound.choice ?? text, messageId };
    case 'media':
    case 'location':
      return {
        kind: 'media',
        text,
        messageId,
        sentAt,
        ...(isSpoken(inbound) ? { spoken: true } : {}),
      };
    case 'text':
    case 'command':
    case 'optIn':
      // UK numbers mostly take no pictures (Twilio 30011): what is left of one is a text with nothing in it.
      if (text === '' && inbound.kind === 'text' && capabilities.reach === 'phone')
        return { kind: 'emptied', messageId };
      return text === '' || isNotAnAnswer(text) ? null : { kind: 'text', text, messageId, sentAt };
    default:
      return null;
  }
}

/** The code with which this message joins the address that it comes from to another; null where it holds none. */
export function linkCodeOf({ kind, text }: Inbound): string | null {
  return kind === 'text' || kind === 'command' ? linkCodeIn(text) : null;
}

/** A voice note, by what the provider calls it: it decides no more than how we say thank you. */
function isSpoken({ media }: Inbound): boolean {
  return media.length > 0 && media.every(({ contentType }) => contentType?.startsWith('audio/') === true);
}

/** The age that they say is theirs, where they say one. */
export function ageOf(text: string): { age?: number } {
  const age = ageSaid(text);
  return age === null ? {} : { age };
}

function command(inbound: Inbound, stopped: boolean, capabilities: Capabilities) {
  const { kind, text } = inbound;
  // "Yes" opts in at the SMS provider, but only someone who had stopped means it so.
  const yes = normalise(text) === 'yes';
  if (yes) return stopped && capabilities.confirmsStop ? 'start' : null;
  if (kind === 'optOut') return 'stop';
  if (kind === 'optIn') return 'start';
  if (kind === 'help') return 'help';
  if (kind === 'command' && text === '') return 'start';
  if (kind === 'text' || kind === 'command') return commandOf(text);
  // What stands under a photo belongs to it, but a STOP is one wherever it stands.
  return kind === 'media' && commandOf(text) === 'stop' ? 'stop' : null;
}

/** The provider answers these words itself (Twilio: STOP, START, HELP), and two confirmations are one too many. */
export function confirmedByProvider(inbound: Inbound, capabilities: Capabilities): boolean {
  return (
    capabilities.confirmsStop &&
    (inbound.kind === 'optOut' || inbound.kind === 'optIn' || inbound.kind === 'help')
  );
}

/** Providers bring again what we missed for a day or so; any other time is a clock that is wrong. */
const BROUGHT_WITHIN = 24 * 60 * 60 * 1000;

/** When it was written, where the provider says so and may be believed. */
function believed({ sentAt, receivedAt }: Inbound): number | null {
  if (sentAt === null) return null;
  return sentAt <= receivedAt && receivedAt - sentAt <= BROUGHT_WITHIN ? sentAt : null;
}
