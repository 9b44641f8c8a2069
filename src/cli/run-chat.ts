import { chat, type Manner } from './chat.ts';
import { withServices } from './with-services.ts';

/** A phone in this terminal until Ctrl-C. The jobs run beside it, so that waits end and follow-ups arrive. */
export async function runChat(manner: Manner): Promise<void> {
  await withServices(async (services) => {
    services.startJobs();
    await chat(services, { input: process.stdin, output: process.stdout, manner });
  });
}
