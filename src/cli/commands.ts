import { type Command, InvalidArgumentError, Option } from 'commander';
import { channelNames, languages, officerRoles, voices } from '#domain/words.ts';
import { dateOrders } from '#review/surveyDates.ts';

/** Every command, each in a file of its own that is read only when it runs. */
export function addCommands(program: Command): void {
  program
    .command('serve')
    .description('start the product: the simulator, the console, the public page and the webhooks')
    .action(async () => (await import('./serve.ts')).runServe());

  program
    .command('chat')
    .description('hold a conversation in this terminal, as a resident would')
    .addOption(
      new Option('--manner <manner>', 'the kind of phone')
        .choices(['sms', 'whatsapp', 'telegram'])
        .default('sms'),
    )
    .action(async (options) => (await import('./run-chat.ts')).runChat(options.manner));

  const officer = program.command('officer').description('the people who review');
  officer
    .command('add <email>')
    .description('add an officer and print the link with which they set a password')
    .requiredOption('--name <name>', 'their name, as colleagues know it')
    .addOption(new Option('--role <role>', 'what they may do').choices(officerRoles).default('reviewer'))
    .action(async (email, options) => (await import('./officer.ts')).add({ email, ...options }));
  officer
    .command('link <email>')
    .description('print a new link for an officer whose link has expired or who forgot their password')
    .action(async (email) => (await import('./officer.ts')).link(email));
  officer
    .command('list')
    .description('list the officers')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./officer.ts')).list(options.json === true));

  const flows = program.command('flows').description('the conversation scripts in FLOWS_DIR');
  flows
    .command('list')
    .description('list the flows, with what each would start')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./flows.ts')).list(options.json === true));
  flows
    .command('lint [folder]')
    .description('check every flow file and say what to put right')
    .option('--json', 'as JSON')
    .option('--strict', 'exit with 1 for warnings too')
    .action(async (folder, options) => (await import('./flows.ts')).lint(folder, options));
  flows
    .command('rules')
    .description('list the rules that flows are checked by')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./flows.ts')).listRules(options.json === true));
  flows
    .command('preview [flow]')
    .description('print what residents would get, in every language, with length and cost')
    .addOption(
      new Option('--language <language>', 'one language only; "both" is Welsh and English together').choices([
        ...voices,
        'both',
      ]),
    )
    .option(
      '--pence-per-segment <pence>',
      "your provider's price of one SMS segment, in place of SMS_PENCE",
      pence,
    )
    .option('--json', 'as JSON')
    .action(async (flow, options) => (await import('./flows-preview.ts')).previewFlows(flow, options));
  flows
    .command('schema')
    .description('print the JSON Schema of flow files, for editors')
    .action(async () => (await import('./flows.ts')).schema());

  program
    .command('invite [flow]')
    .description('print the links that lead to the flows, and write posters with their QR codes')
    .addOption(
      new Option('--language <language>', 'one language only; "both" is Welsh and English together').choices([
        'both',
        ...languages,
      ]),
    )
    .addOption(new Option('--size <size>', 'the paper').choices(['A4', 'A5']).default('A4'))
    .addOption(new Option('--format <format>', 'the kind of file').choices(['pdf', 'svg']).default('pdf'))
    .option('--out <folder>', 'where to write the posters', '.')
    .option('--force', 'replace posters that are there already')
    .option('--json', 'as JSON')
    .action(async (flow, options) => (await import('./invite.ts')).invite(flow, options));

  program
    .command('migrate')
    .description('bring the database up to date without starting anything')
    .action(async () => (await import('./migrate.ts')).migrate());

  program
    .command('doctor')
    .description('check the settings, this machine, and each channel at its provider')
    .option('--fix', 'register webhooks and menus at the providers where they differ')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./doctor.ts')).doctor(options));

  program
    .command('erase')
    .description('erase one person, here and at the provider as far as it lets us')
    .option('--address <address>', 'how they write to us, such as +447700900123')
    .addOption(new Option('--channel <channel>', 'on which channel').choices(channelNames).default('sms'))
    .option('--resident <id>', 'their id, in place of an address')
    .option('--yes', 'do not ask')
    .action(async (options) => (await import('./erase.ts')).erase(options));

  program
    .command('import <file>')
    .description('take a file of answers: nothing of it unless every line is right, and nothing twice')
    .option('--by-hand', 'answers on paper, by telephone, at the door or at a meeting (CSV)')
    .option('--map <key=column>', 'which column of another survey holds what, once for each', gathered)
    .option('--question <step>', 'the open question that the column mapped to text answers')
    .option('--source <name>', 'which survey it is, where several number their lines alike')
    .addOption(
      new Option('--language <language>', 'of lines that name none; else the first of the flow').choices(
        languages,
      ),
    )
    .addOption(new Option('--dates <order>', 'how to read dates such as 03/04/2026').choices(dateOrders))
    .option('--consultation <id>', 'which consultation they are for')
    .option('--dry-run', 'say what is wrong with the file and import nothing')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      '\nThe columns of the file, with examples: docs/operating.md, "A file of answers by hand" and "The file of another survey".',
    )
    .action(async (file, options) => (await import('./import.ts')).importFile(file, options));

  const codebook = program.command('codebook').description('the themes of a consultation, as a file');
  codebook
    .command('export [file]')
    .description('write the themes to a file, or here; CSV also has those out of use')
    .option('--consultation <id>', 'which consultation they are of')
    .addOption(
      new Option('--format <format>', 'the kind of file, where its name does not say').choices([
        'csv',
        'yaml',
      ]),
    )
    .option('--json', 'print the counts as JSON')
    .action(async (file, options) => (await import('./codebook.ts')).exportCodebook(file, options));
  codebook
    .command('import <file>')
    .description(
      'take themes from a file: nothing of it unless every line is right; can be undone in the console',
    )
    .option('--consultation <id>', 'which consultation they are for')
    .addOption(
      new Option('--format <format>', 'the kind of file, where its name does not say').choices([
        'csv',
        'yaml',
      ]),
    )
    .option('--dry-run', 'say what would change, and what is wrong, and change nothing')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      '\nThe columns of a CSV file: key, name, definition, includes, excludes, examples (one a line), state;\nname_cy, definition_cy and so on for other languages. YAML is as in a flow file.',
    )
    .action(async (file, options) => (await import('./codebook.ts')).importCodebookFile(file, options));

  program
    .command('theme')
    .description('suggest themes again, on this machine or with the language model that is set')
    .option('--consultation <id>', 'one consultation only')
    .option('--flow <id>', 'the same as --consultation')
    .option('--model', 'let the language model read what nobody has decided on')
    .option('--dry-run', 'say what would be done, and what it may cost, and change nothing')
    .option('--yes', 'agree to the cost without being asked')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./theme.ts')).theme(options));

  program
    .command('evaluate')
    .description('how good the local theme classifier is on a labelled set (docs/theming.md)')
    .requiredOption('--responses <file>', 'CSV: id, text, themes separated by ;, question, split')
    .requiredOption('--codebook <file>', 'CSV: id, name, description, question, stance')
    .option('--shots <list>', 'decisions a theme to learn from: numbers, or all', shotsIn, [
      3,
      5,
      10,
      20,
      'all',
    ])
    .option('--seeds <number>', 'draws of which the mean is taken', atLeastOne, 40)
    .option('--discover', 'also judge the groups that are found without a codebook')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./evaluate.ts')).evaluate(options));

  program
    .command('demo')
    .description('fill an empty DATA_DIR with a made-up consultation, to look around in')
    .option('--residents <number>', 'how many people take part', '180')
    .option('--seed <words>', 'the same seed gives the same people', 'hearback')
    .option('--json', 'print the counts as JSON')
    .action(async (options) => (await import('./demo.ts')).demo(options));

  pointToOwnHelp(program);
}

/** After a mistake in one command its own help is what helps. */
function pointToOwnHelp(parent: Command, path = parent.name()): void {
  for (const command of parent.commands) {
    const called = `${path} ${command.name()}`;
    command.showHelpAfterError(`(run ${called} --help to see what it takes)`);
    pointToOwnHelp(command, called);
  }
}

function gathered(one: string, before: string[] = []): string[] {
  return [...before, one];
}

function shotsIn(text: string): (number | 'all')[] {
  return text.split(',').map((one) => (one.trim() === 'all' ? 'all' : atLeastOne(one)));
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Write whole numbers from 1, for example 3.');
  return number;
}

function pence(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new InvalidArgumentError('Write a number of pence, for example 3.8.');
  return number;
}
