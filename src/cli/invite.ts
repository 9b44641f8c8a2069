import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '#config.ts';
import type { Language } from '#domain/words.ts';
import { loadFlows } from '#flow/load.ts';
import type { Flow } from '#flow/schema.ts';
import { type Edition, editionsOf, isRead } from '#invite/editions.ts';
import { invitationIn } from '#invite/invitation.ts';
import { drawn, fileNameOf, type PosterFormat, posterOf } from '#invite/poster.ts';
import type { PaperSize } from '#invite/sheet.ts';
import { waysIn } from '#waysIn.ts';
import { brandFrom } from '#web/brand.ts';
import { Refused } from './faults.ts';

interface Options {
  language?: Edition;
  size?: PaperSize;
  format: PosterFormat;
  out: string;
  force?: boolean;
  json?: boolean;
}

interface Made {
  flow: string;
  language: Edition;
  file: string;
  read: boolean;
}

/** Prints the links of flows and writes their posters. Nothing is written where anything stands in the way. */
export async function invite(id: string | undefined, options: Options): Promise<void> {
  const config = readConfig();
  const versions = await loadFlows(config.flowsDir);
  const flows = versions.map(({ flow }) => flow).filter((flow) => id === undefined || flow.id === id);
  if (flows.length === 0)
    throw new Refused(
      `No flow is called ${id}. Write one of ${versions.map(({ flow }) => flow.id).join(', ')}.`,
    );
  const ways = waysIn(config);
  if (ways.open.length === 0)
    throw new Refused(
      `There is nowhere to write to yet. Set one of ${ways.unset.map(({ setting }) => setting).join(', ')}.`,
    );
  const inviting = {
    organisation: config.organisation,
    contact: config.invite.contact,
    ways: ways.open,
    firstFlow: config.defaultFlow ?? versions[0]?.flow.id ?? '',
    colour: brandFrom(config.brandColour).colour,
  };
  const links = flows.flatMap((flow) => linksOf(flow, inviting));
  const sheets = flows.flatMap((flow) =>
    wanted(flow, options.language).flatMap((edition) => {
      const sheet = posterOf(flow, edition, options.size ?? 'A4', inviting);
      const name = fileNameOf(flow, edition, options.size ?? 'A4', options.format);
      return sheet === null ? [] : [{ flow, edition, sheet, file: path.join(options.out, name) }];
    }),
  );
  if (sheets.length === 0) throw new Refused(nothing(flows, options.language));
  if (options.force !== true) await refuseToOverwrite(sheets.map(({ file }) => file));
  await into(options.out, mkdir(options.out, { recursive: true }));
  const tell = progress(sheets.length, options.json === true);
  const made: Made[] = [];
  for (const { flow, edition, sheet, file } of sheets) {
    const content = await drawn(sheet, options.format, Date.now());
    await into(options.out, writeFile(file, content));
    made.push({ flow: flow.id, language: edition, file, read: isRead(flow, edition) });
    tell(made.length);
  }
  if (options.json === true) return print(JSON.stringify({ links, posters: made }, null, 2));
  for (const { flow, language, channel, link } of links) print(`${flow}  ${language}  ${channel}  ${link}`);
  for (const { file, read } of made)
    print(read ? file : `${file}  (nobody has read this language through yet)`);
}

function linksOf(flow: Flow, inviting: Parameters<typeof invitationIn>[2]) {
  return flow.languages.flatMap((language: Language) =>
    (invitationIn(flow, language, inviting)?.doors ?? []).map(({ channel, link }) => ({
      flow: flow.id,
      language,
      channel,
      link,
    })),
  );
}

function wanted(flow: Flow, language: Edition | undefined): Edition[] {
  return editionsOf(flow).filter((edition) => language === undefined || edition === language);
}

function nothing(flows: readonly Flow[], language: Edition | undefined): string {
  const there = [...new Set(flows.flatMap(editionsOf))];
  if (language !== undefined && !there.includes(language))
    return `Nothing is written in ${language} here. Write one of ${there.join(', ')}.`;
  return 'Nobody can begin this flow by writing: add a keyword under keywords in its file.';
}

async function refuseToOverwrite(files: readonly string[]): Promise<void> {
  const there = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => file,
        () => null,
      ),
    ),
  );
  const [first] = there.filter((file) => file !== null);
  if (first !== undefined)
    throw new Refused(`${first} is there already. Write --force to replace it, or --out FOLDER.`);
}

/** What cannot be written is about --out, and about no setting. */
async function into(folder: string, written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch {
    throw new Refused(
      `Posters cannot be written to ${folder}. Write --out FOLDER, with a folder that you may write to.`,
    );
  }
}

/** On stderr, and only where somebody watches and waits for over a second. */
function progress(all: number, quiet: boolean): (done: number) => void {
  const began = performance.now();
  return (done) => {
    if (quiet || !process.stderr.isTTY || performance.now() - began < 1000) return;
    process.stderr.write(done === all ? '\r\x1b[K' : `\r${done} of ${all} posters`);
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
