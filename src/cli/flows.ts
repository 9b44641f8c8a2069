import { readConfig } from '#config.ts';
import { loadFlows } from '#flow/load.ts';
import { FlowError } from '#flow/problems.ts';

/** One line a flow: what it is called, in which languages, and what people text to begin it. */
export async function list(json: boolean): Promise<void> {
  const flows = (await loadFlows(readConfig().flowsDir)).map(({ hash, flow }) => ({
    id: flow.id,
    version: hash,
    title: flow.title.en ?? flow.title.cy,
    languages: flow.languages,
    keywords: Object.values(flow.keywords).flat(),
    opens: flow.frame.opens,
    closes: flow.frame.closes,
  }));
  if (json) return print(JSON.stringify(flows, null, 2));
  for (const { id, version, languages, keywords, closes } of flows) {
    print(
      `${id}  ${languages.join(', ')}  until ${closes}  text: ${keywords.join(', ')}  (version ${version})`,
    );
  }
}

/** Exit code 1 where something is to be put right. */
export async function lint(json: boolean): Promise<void> {
  try {
    const flows = await loadFlows(readConfig().flowsDir);
    print(json ? JSON.stringify({ problems: [] }) : `${flows.length} flows, nothing to put right.`);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    print(json ? JSON.stringify({ problems: error.problems }, null, 2) : error.message);
    process.exitCode = 1;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
