import type { Threads } from '#services.ts';
import type { discover } from '#theming/discover.ts';
import { inThread } from './inThread.ts';
import { teacherInThread } from './teacherInThread.ts';

/** What takes over 20 ms, each in a thread: seconds of silence would hold up every resident's message. */
export const threads: Threads = {
  discover: (responses, stopping) =>
    inThread<typeof discover>(new URL('./discover.ts', import.meta.url), responses, stopping),
  teacher: teacherInThread,
};
