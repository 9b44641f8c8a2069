import { measureRedaction } from '#tests/theming/redaction-corpus/measure.ts';

/** `npm run bench -- redaction [--json]`: precision and recall of what is hidden before publication and before any model. */
export async function run(args: string[]): Promise<void> {
  const figures = measureRedaction();
  if (args.includes('--json')) return console.log(JSON.stringify(figures));
  const { heldOut, ...all } = figures;
  for (const [name, of] of [
    ['all', all],
    ['held out', heldOut],
  ] as const) {
    console.log(
      `${name}: ${of.messages} messages, ${of.spans} spans to hide; precision ${of.precision}, recall ${of.recall}`,
    );
    console.log(`  ${of.trapsLeftAlone} of ${of.traps} messages with harmless numbers left as they are`);
    for (const [kind, { spans, precision, recall }] of Object.entries(of.byKind))
      console.log(`  ${kind}: ${spans} spans, precision ${precision}, recall ${recall}`);
  }
}
