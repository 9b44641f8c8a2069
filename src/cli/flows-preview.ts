import { readConfig } from '#config.ts';
import { loadFlows } from '#flow/load.ts';
import { Refused } from './faults.ts';
import { type PreviewVoice, preview, voicesOf } from './preview/preview.ts';
import { printed } from './preview/print.ts';

/** Prints what residents would get, in one language or in all of them, with length and cost. */
export async function previewFlows(
  id: string | undefined,
  options: { language?: PreviewVoice; pencePerSegment?: number; json?: boolean },
): Promise<void> {
  const { flowsDir, organisation, smsPence } = readConfig();
  const flows = await loadFlows(flowsDir);
  const wanted = flows.filter(({ flow }) => id === undefined || flow.id === id);
  if (wanted.length === 0)
    throw new Refused(
      `No flow is called ${id}. Write one of ${flows.map(({ flow }) => flow.id).join(', ')}.`,
    );
  const { language, pencePerSegment = smsPence, json } = options;
  const previews = wanted.flatMap((version) =>
    voicesOf(version.flow)
      .filter((voice) => language === undefined || voice === language)
      .map((voice) => preview(version, voice, organisation, pencePerSegment)),
  );
  if (previews.length === 0) {
    const there = wanted.flatMap(({ flow }) => voicesOf(flow));
    throw new Refused(
      `Nothing is written in ${language} here. Write one of ${[...new Set(there)].join(', ')}.`,
    );
  }
  if (json === true) return print(JSON.stringify({ pencePerSegment, previews }, null, 2));
  // Previews are long, and whoever looks at the beginning (| head) has closed the pipe before the end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  print(previews.map(printed).join('\n\n\n'));
  print(
    `\nAt ${pencePerSegment} pence a segment; SMS_PENCE or --pence-per-segment says your provider's price.`,
  );
}

function print(words: string): void {
  process.stdout.write(`${words}\n`);
}
