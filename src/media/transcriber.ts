import { z } from 'zod';

/** What became of asking a machine to write down what is said. */
export type Hearing =
  | { kind: 'text'; text: string }
  | { kind: 'retry'; afterMs: number }
  /** It cannot, however often it is asked: a person must listen. */
  | { kind: 'left' };

export interface Transcriber {
  /** Never throws. `name` ends as the file's type does: the API goes by it. */
  hear(file: { bytes: Buffer; contentType: string; name: string }, signal: AbortSignal): Promise<Hearing>;
}

const answer = z.object({ text: z.string() });

/** An endless answer is cut off. */
const maxAnswerBytes = 1_000_000;
/** An hour of talking. What is longer was not said in a voice note, and everything that reads it would hold up everybody. */
const mostCharacters = 60_000;
const timeoutMs = 120_000;

/**
 * An OpenAI-shaped speech-to-text endpoint: one POST of multipart {file, model} to `<url>/audio/transcriptions`.
 * https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export function transcriber(config: { url: string; key: string | null; model: string }): Transcriber {
  return {
    async hear({ bytes, contentType, name }, signal) {
      const form = new FormData();
      form.set('model', config.model);
      form.set('file', new Blob([new Uint8Array(bytes)], { type: contentType }), name);
      try {
        const response = await fetch(`${config.url}/audio/transcriptions`, {
          method: 'POST',
          body: form,
          headers: config.key === null ? {} : { authorization: `Bearer ${config.key}` },
          // What is said to a council goes to the host that was named, and to no other.
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        return await hearing(response);
      } catch {
        return { kind: 'retry', afterMs: 0 };
      }
    },
  };
}

async function hearing(response: Response): Promise<Hearing> {
  const { status } = response;
  if (status !== 200) {
    await response.body?.cancel();
    // A wrong key may be put right meanwhile; a file that it does not take stays what it is.
    const later = status === 429 || status >= 500 || [401, 403, 408].includes(status);
    return later
      ? { kind: 'retry', afterMs: delayOf(response.headers.get('retry-after')) }
      : { kind: 'left' };
  }
  const text = answer.parse(JSON.parse(await bounded(response))).text.trim();
  return text === '' || text.length > mostCharacters ? { kind: 'left' } : { kind: 'text', text };
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxAnswerBytes) throw new Error('The transcriber does not stop.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function delayOf(retryAfter: string | null): number {
  return /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
}
