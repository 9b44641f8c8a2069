import { listen, type Reaction } from './far-side.ts';

export type Shape = 'openai' | 'anthropic';

/** One call, as the model sees it. */
export interface Call {
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
  system: string;
  user: string;
  /** What stands in the data blocks, unescaped, by the ids that the prompt gives. */
  responses: { id: string; text: string }[];
  themes: { id: string; name: string }[];
}

/** A structured answer, or anything else that a server does. */
export type Behaviour = { answer: unknown } | { cutAfter: number; answer: unknown } | Reaction | 'hang';

/** What the double counts for each call. */
export const usage = { tokensIn: 1000, tokensOut: 100 };

/**
 * An OpenAI-shaped or Anthropic-shaped server: it reads the prompt as it came over the wire and answers as `behave` says.
 * https://platform.openai.com/docs/api-reference/chat/create, https://docs.anthropic.com/en/api/messages
 */
export async function startModelDouble(shape: Shape, behave: (call: Call) => Behaviour | Promise<Behaviour>) {
  const calls: Call[] = [];
  const path = shape === 'openai' ? '/v1/chat/completions' : '/v1/messages';
  const { origin, close, down, up } = await listen(async ({ method, url, headers, body }) => {
    if (method !== 'POST' || url.pathname !== path)
      throw new Error(`Nobody should ${method} ${url.pathname}.`);
    const call = readCall(shape, headers, JSON.parse(body) as Record<string, unknown>);
    calls.push(call);
    const behaviour = await behave(call);
    if (behaviour === 'hang')
      return { kind: 'stream', status: 200, write: (response) => response.flushHeaders() };
    if (!('answer' in behaviour)) return behaviour;
    const whole =
      shape === 'openai' ? openAi(behaviour.answer, cutOf(behaviour)) : anthropic(behaviour.answer);
    // Anthropic gives an object, which can only be cut with all that is around it.
    const cut = shape === 'anthropic' ? cutOf(behaviour) : undefined;
    return {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: cut === undefined ? whole : whole.slice(0, cut),
    };
  });
  return {
    /** For LLM_BASE_URL. */
    url: shape === 'openai' ? `${origin}/v1` : origin,
    calls,
    /** How often each text was asked about. */
    times: () => {
      const times = new Map<string, number>();
      for (const { responses } of calls)
        for (const { text } of responses) times.set(text, (times.get(text) ?? 0) + 1);
      return times;
    },
    close,
    down,
    up,
  };
}

export function fails(
  status: number,
  headers: Record<string, string> = {},
  body = '{"error":{"message":"No."}}',
): Reaction {
  return { kind: 'answer', status, body, headers: { 'content-type': 'application/json', ...headers } };
}

function cutOf(behaviour: { answer: unknown } | { cutAfter: number }): number | undefined {
  return 'cutAfter' in behaviour ? behaviour.cutAfter : undefined;
}

export function openAi(answer: unknown, cut?: number): string {
  const args = JSON.stringify(answer).slice(0, cut);
  const call = { id: 'call_1', type: 'function', function: { name: 'answer', arguments: args } };
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'double',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: null, tool_calls: [call] },
        finish_reason: cut === undefined ? 'tool_calls' : 'length',
      },
    ],
    usage: {
      prompt_tokens: usage.tokensIn,
      completion_tokens: usage.tokensOut,
      total_tokens: usage.tokensIn + usage.tokensOut,
    },
  });
}

export function anthropic(answer: unknown): string {
  return JSON.stringify({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'double',
    content: [{ type: 'tool_use', id: 'toolu_1', name: 'answer', input: answer }],
    stop_reason: 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: usage.tokensIn, output_tokens: usage.tokensOut },
  });
}

function readCall(shape: Shape, headers: Record<string, unknown>, body: Record<string, unknown>): Call {
  const messages = body.messages as { role: string; content: unknown }[];
  const system = shape === 'openai' ? wordsOf(messages[0]?.content) : wordsOf(body.system);
  const user = wordsOf(messages.at(-1)?.content);
  return {
    headers,
    body,
    system,
    user,
    responses: [...user.matchAll(/<response id="([^"]*)"[^>]*>([\s\S]*?)<\/response>/g)].map(
      ([, id = '', text = '']) => ({
        id,
        text: unescaped(text),
      }),
    ),
    themes: [...user.matchAll(/<theme id="([^"]*)">\s*<name>([\s\S]*?)<\/name>/g)].map(
      ([, id = '', name = '']) => ({
        id,
        name: unescaped(name),
      }),
    ),
  };
}

function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return (content as { text?: string }[]).map(({ text }) => text ?? '').join('\n');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
