import type { AIMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { Asked, LanguageModel, ModelSettings, Reply, Usage } from './languageModel.ts';

/** The providers' own addresses, said outright: their libraries would also take one from the environment. */
const addresses = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  ollama: 'http://127.0.0.1:11434',
};
/** An endless answer is cut off. */
const mostBytes = 2_000_000;
/** Models that think before they answer refuse a temperature. */
const thinks = /^(o\d|gpt-5)/;
/** A server of one's own that wants no key must still be given something by the library. */
const noKey = 'none';

/**
 * Opens a model through LangChain, which is read only now: it takes 0.5 s and 200 MB. Its own retries are off, because
 * each call is written down before it is made.
 */
export async function openModel(settings: ModelSettings): Promise<LanguageModel> {
  const { initChatModel } = await import('langchain');
  let temperature: number | undefined = thinks.test(settings.model) ? undefined : 0;

  const modelFor = (mostTokensOut: number) =>
    initChatModel(settings.model, {
      ...placeOf(settings),
      ...(temperature === undefined ? {} : { temperature }),
      ...(settings.provider === 'ollama' ? { numPredict: mostTokensOut } : { maxTokens: mostTokensOut }),
      maxRetries: 0,
    });
  // The provider's own library is read here, or the first call would spend its time on that.
  await modelFor(1);

  const askOnce = async ({ prompt, schema, mostTokensOut, signal }: Asked): Promise<Reply> => {
    const model = await modelFor(mostTokensOut);
    const message = (await model
      .withStructuredOutput(schema, { name: 'answer', method: 'functionCalling', includeRaw: true })
      .invoke(
        [
          ['system', prompt.system],
          ['human', prompt.user],
        ],
        { signal },
      )) as { raw: AIMessage };
    return { kind: 'answer', raw: contentOf(message.raw), usage: usageOf(message.raw) };
  };

  return {
    async ask(asked) {
      const late = AbortSignal.timeout(settings.timeoutMs);
      const signal = AbortSignal.any([asked.signal, late]);
      for (;;) {
        try {
          return await askOnce({ ...asked, signal });
        } catch (error) {
          if (asked.signal.aborted) return failure('stopped', true);
          if (late.aborted) return failure('timeout', true);
          // Newer models of several providers refuse it by name: the same call without it.
          if (temperature !== undefined && statusOf(error) === 400 && mentionsTemperature(error)) {
            temperature = undefined;
            continue;
          }
          return replyTo(error);
        }
      }
    },
  };
}

function placeOf({ provider, model, key, baseUrl, apiVersion, timeoutMs }: ModelSettings) {
  switch (provider) {
    case 'openai':
      return {
        modelProvider: 'openai',
        apiKey: key ?? noKey,
        // The one API that every OpenAI-shaped server has.
        useResponsesApi: false,
        timeout: timeoutMs,
        configuration: { baseURL: baseUrl ?? addresses.openai, fetch: guarded },
      };
    case 'azure':
      return {
        modelProvider: 'azure_openai',
        azureOpenAIApiKey: key ?? noKey,
        azureOpenAIEndpoint: baseUrl ?? '',
        azureOpenAIApiDeploymentName: model,
        azureOpenAIApiVersion: apiVersion,
        configuration: { fetch: guarded },
        useResponsesApi: false,
        timeout: timeoutMs,
      };
    case 'anthropic':
      return {
        modelProvider: 'anthropic',
        apiKey: key ?? noKey,
        anthropicApiUrl: baseUrl ?? addresses.anthropic,
        clientOptions: { timeout: timeoutMs, maxRetries: 0, fetch: guarded },
      };
    case 'ollama':
      return { modelProvider: 'ollama', baseUrl: baseUrl ?? addresses.ollama, fetch: guarded };
  }
}

/** What residents wrote goes to the host that was named, and to no other. */
const guarded: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  let size = 0;
  const bounded = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > mostBytes) controller.error(new Error('The answer does not stop.'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(bounded ?? null, { status, statusText, headers });
};

/** The structured answer as it came: LangChain's own parsing is not relied on, because it drops what does not fit whole. */
function contentOf(message: AIMessage): unknown {
  const [call] = message.tool_calls ?? [];
  if (call !== undefined) return call.args;
  const written = message.invalid_tool_calls?.[0]?.args ?? message.content;
  if (typeof written !== 'string') return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** No model reads or writes as much in one call: what says so does not count. */
const mostTokens = 100_000_000;
const tokens = z.number().min(0).max(mostTokens).transform(Math.round);
const counted = z.object({ input_tokens: tokens, output_tokens: tokens });

/** Servers of many makers leave the count out, or half of it: then nobody knows what the call used. */
function usageOf(message: AIMessage): Usage | null {
  const usage = counted.safeParse(message.usage_metadata);
  return usage.success ? { tokensIn: usage.data.input_tokens, tokensOut: usage.data.output_tokens } : null;
}

type Failure = Exclude<Reply['kind'], 'answer'>;

function failure(kind: Failure, mayCost: boolean, afterMs = 0): Reply {
  return { kind, mayCost, afterMs };
}

/** Only numbers and names are read of an error: its message may hold the prompt, and so residents' words. */
function replyTo(error: unknown): Reply {
  const status = statusOf(error);
  if (status === 429) return failure('busy', false, delayOf(error));
  if (status === 401 || status === 403) return failure('key', false);
  if (status === 408 || (status !== null && status >= 500)) return failure('failed', true, delayOf(error));
  if (status !== null && status >= 400) return failure('refused', false);
  // An answer that is cut on the way, or is no JSON at all, was worked on; nobody who refuses a connection has.
  return refusedConnection(error) ? failure('unreachable', false) : failure('failed', true);
}

function statusOf(error: unknown): number | null {
  const { status, status_code: code } = fieldsOf(error);
  return typeof status === 'number' ? status : typeof code === 'number' ? code : null;
}

function mentionsTemperature(error: unknown): boolean {
  return /temperature/i.test(String(fieldsOf(error).message));
}

function delayOf(error: unknown): number {
  const { headers } = fieldsOf(error);
  const given = headers instanceof Headers ? headers.get('retry-after') : fieldsOf(headers)['retry-after'];
  return /^\d{1,6}$/.test(String(given)) ? Number(given) * 1000 : 0;
}

function refusedConnection(error: unknown): boolean {
  for (let at = error; typeof at === 'object' && at !== null; at = fieldsOf(at).cause) {
    const { code } = fieldsOf(at);
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return true;
  }
  return false;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
