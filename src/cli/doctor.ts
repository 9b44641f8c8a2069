import type { Check } from '#channels/channel.ts';
import { examine } from './doctor/examine.ts';
import { withServices } from './with-services.ts';

/** Exit code 1 where something does not work; warnings alone give 0. */
export async function doctor({
  fix = false,
  json = false,
}: {
  fix?: boolean;
  json?: boolean;
}): Promise<void> {
  const checks: Check[] = [];
  await withServices(async (services) => {
    for await (const check of examine(services, { fix })) {
      checks.push(check);
      if (!json) print(inWords(check));
    }
  });
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const figures = { problems: count('problem'), warnings: count('warning') };
  if (figures.problems > 0) process.exitCode = 1;
  if (json) return print(JSON.stringify({ checks, ...figures }, null, 2));
  print(summary(figures, !fix && checks.some(({ fixable, state }) => fixable && state !== 'ok')));
}

/** One line. Some findings are sentences of their own, with a full stop. */
export function inWords({ what, state, found, remedy }: Check): string {
  const finding = remedy === null ? found : `${found.replace(/\.$/, '')}. ${remedy}`;
  return `${state.padEnd(7)}  ${what}: ${finding}`;
}

function summary({ problems, warnings }: { problems: number; warnings: number }, fixable: boolean): string {
  if (problems + warnings === 0) return 'Nothing to put right.';
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const more = fixable ? ' Some of it can be put right from here: npx hearback doctor --fix' : '';
  return `${count(problems, 'problem')}, ${count(warnings, 'warning')}.${more}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
