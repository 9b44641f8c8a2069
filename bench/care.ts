import { categories, detect } from '#safeguarding/detect.ts';
import { corpus, type Marked } from '#tests/safeguarding/corpus.ts';

/** How well the safeguarding gate does on the messages that were written for it, all together and on the half nobody tuned on. */
export function measureCare(gate: (text: string) => unknown = detect) {
  const marked = corpus().map((message) => ({ ...message, found: gate(message.text) !== null }));
  return { ...figuresOf(marked), heldOut: figuresOf(marked.filter(({ half }) => half === 'heldOut')) };
}

type Judged = Marked & { found: boolean };

function figuresOf(messages: Judged[]) {
  const found = messages.filter((message) => message.found);
  const danger = messages.filter(({ group }) => group !== 'benign');
  const right = danger.filter((message) => message.found);
  return {
    messages: messages.length,
    danger: danger.length,
    precision: share(right.length, found.length),
    recall: share(right.length, danger.length),
    byCategory: Object.fromEntries(
      categories.map((category) => {
        const of = danger.filter(({ group }) => group === category);
        return [
          category,
          { messages: of.length, recall: share(of.filter((message) => message.found).length, of.length) },
        ];
      }),
    ),
  };
}

/** To three places, downwards: no figure looks better than it is. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 1000;
}

/** `npm run bench -- care [--json]`: precision and recall of the safeguarding gate. */
export async function run(args: string[]): Promise<void> {
  const figures = measureCare();
  if (args.includes('--json')) return console.log(JSON.stringify(figures));
  const { heldOut, ...all } = figures;
  for (const [name, of] of [
    ['all', all],
    ['held out', heldOut],
  ] as const) {
    console.log(
      `${name}: ${of.messages} messages, ${of.danger} of them danger; precision ${of.precision}, recall ${of.recall}`,
    );
    for (const [category, { messages, recall }] of Object.entries(of.byCategory))
      console.log(`  ${category}: ${messages} messages, recall ${recall}`);
  }
}
