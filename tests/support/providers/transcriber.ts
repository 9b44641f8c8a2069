import { listen, type Reaction } from './far-side.ts';

/** A request to write down what is said, as it came. */
interface Dictation {
  path: string;
  authorization: string | undefined;
  model: string;
  name: string;
  contentType: string;
}

/** An OpenAI-shaped speech-to-text server: `answers` are given in order, and then each note says "Hello." */
export async function startTranscriberDouble(answers: Reaction[] = []) {
  const asked: Dictation[] = [];
  const { origin, close, down } = await listen(async ({ method, url, headers, body }) => {
    if (method !== 'POST') throw new Error(`Nobody should ${method} here.`);
    asked.push({
      path: url.pathname,
      authorization: headers.authorization,
      model: /name="model"\r\n\r\n(.*)\r\n/.exec(body)?.[1] ?? '',
      name: /filename="([^"]*)"/.exec(body)?.[1] ?? '',
      contentType: /filename="[^"]*"\r\nContent-Type: (.*)\r\n/.exec(body)?.[1] ?? '',
    });
    return answers.shift() ?? says('Hello.');
  });
  return { url: `${origin}/v1`, asked, close, down };
}

export function says(text: string): Reaction {
  return { kind: 'answer', status: 200, body: JSON.stringify({ text }) };
}

export function answers(status: number, body = '{}', headers: Record<string, string> = {}): Reaction {
  return { kind: 'answer', status, body, headers };
}
