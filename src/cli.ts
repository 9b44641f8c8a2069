import { Command } from 'commander';
import { addCommands } from './cli/commands.ts';
import { explainFault } from './cli/faults.ts';

const program = new Command('hearback')
  .description('Residents text in, officers listen, and everyone hears back what was done.')
  .showHelpAfterError('(run hearback --help to see what there is)')
  .exitOverride();

addCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explainFault(error);
}
