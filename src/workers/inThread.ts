import { Worker } from 'node:worker_threads';

/**
 * Runs a file of this folder in a thread of its own, which takes longer than a web server may be silent. The file reads
 * `workerData` and posts one answer; both are copied, so they hold data and nothing else. Rejects where the thread
 * throws, dies, or is told to stop.
 */
export function inThread<Work extends (given: never) => unknown>(
  file: URL,
  given: Parameters<Work>[0],
  stopping: AbortSignal,
): Promise<Awaited<ReturnType<Work>>> {
  return new Promise((resolve, reject) => {
    stopping.throwIfAborted();
    // Whatever this process was started with (a test runner's hooks, an inspector) is not the thread's.
    const thread = new Worker(file, { workerData: given, execArgv: [] });
    const stop = () => void thread.terminate();
    stopping.addEventListener('abort', stop, { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      stopping.removeEventListener('abort', stop);
      // After an answer or an error this changes nothing.
      reject(new Error(`The thread ended with ${code} and gave no answer.`));
    });
  });
}
