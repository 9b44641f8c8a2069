import { Command } from 'commander';
import { addCommands } from './commands.ts';
import { explainFault } from './faults.ts';

/** Runs one command as it was written after `hearback`. What it says goes to stdout and stderr; `process.exitCode` is set. */
export async function run(args: readonly string[]): Promise<void> {
  const program = new Command('hearback')
    .description('Residents text in, officers listen, and everyone hears back what was done.')
    .showHelpAfterError('(run hearback --help to see what there is)')
    .exitOverride();
  addCommands(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = explainFault(error);
  }
}
