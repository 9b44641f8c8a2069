import { Worker } from 'node:worker_threads';
import type { Teacher } from '#theming/teacher.ts';

export interface Call {
  id: number;
  name: keyof Teacher;
  given: unknown[];
}

export type Answer = { id: number; value: unknown } | { id: number; error: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * A teacher in a thread of its own, which begins when it is first asked. Where the thread dies, whoever waits for it is
 * told so, and the next question begins another that was taught nothing yet.
 */
export function teacherInThread(stopping: AbortSignal): Teacher {
  let thread: Worker | null = null;
  let calls = 0;
  const waiting = new Map<number, Waiting>();

  const begin = () => {
    const begun = new Worker(new URL('./teacher.ts', import.meta.url), { execArgv: [] });
    begun.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) begun.unref();
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.value);
    });
    const gone = (error: Error) => {
      if (thread === begun) thread = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    begun.once('error', gone);
    begun.once('exit', (code) => gone(new Error(`The thread ended with ${code} and gave no answer.`)));
    return begun;
  };
  stopping.addEventListener('abort', () => void thread?.terminate(), { once: true });

  const call = (name: keyof Teacher, given: unknown[]) =>
    new Promise<never>((resolve, reject) => {
      stopping.throwIfAborted();
      thread ??= begin();
      calls += 1;
      waiting.set(calls, { resolve: resolve as Waiting['resolve'], reject });
      // Whoever waits keeps the process alive; a thread that has nothing to do does not.
      thread.ref();
      thread.postMessage({ id: calls, name, given } satisfies Call);
    });
  return {
    teach: (...given) => call('teach', given),
    suggest: (...given) => call('suggest', given),
    learn: (...given) => call('learn', given),
  };
}
