import { parentPort } from 'node:worker_threads';
import { teacherHere } from '#theming/teacher.ts';
import type { Answer, Call } from './teacherInThread.ts';

const teacher = teacherHere();

parentPort?.on('message', ({ id, name, given }: Call) => {
  const ask = teacher[name] as (...given: unknown[]) => Promise<unknown>;
  ask(...given).then(
    (value) => parentPort?.postMessage({ id, value } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies Answer),
  );
});
