import { demoFlows, sayings } from '#cli/demo/bank.ts';
import { seeded } from '#cli/demo/random.ts';
import { type Labelled, type ThemeText, train } from '#theming/classifier.ts';

const RESPONSES = 10_000;
const THEMES = 15;
/** Single decisions that are taken in one after the other. */
const DECISIONS = 200;

/** What is made up for the demo, two or three sayings a response, each with a number of its own. */
function responses(): (Labelled & { question: string })[] {
  const random = seeded('theming');
  const said = demoFlows.flatMap((flow) =>
    [...sayings(flow, 'en')].flatMap(([question, all]) => all.map((one) => ({ ...one, question }))),
  );
  return Array.from({ length: RESPONSES }, (_, at) => {
    const { question } = random.pick(said);
    const parts = Array.from({ length: 2 + random.whole(2) }, () => random.pick(said));
    return {
      text: `${parts.map(({ words }) => words).join(' ')} ${at}`,
      question,
      themeIds: [...new Set(parts.flatMap(({ themes }) => themes))],
    };
  });
}

/** How long it takes to learn from `decisions` and to suggest for all of 10,000 responses against 15 themes. */
export function measureTheming(decisions: number) {
  const all = responses();
  const keys = [...new Set(all.flatMap(({ themeIds }) => themeIds))].slice(0, THEMES);
  const themes: ThemeText[] = keys.map((id) => ({
    ...{ id, name: id.replaceAll('-', ' '), definition: '', examples: [] },
  }));
  const learnt = all
    .slice(0, decisions)
    .map((one) => ({ ...one, themeIds: one.themeIds.filter((id) => keys.includes(id)) }));
  const began = performance.now();
  const classifier = train(themes, learnt, all.slice(decisions, decisions + 2000));
  const trained = performance.now();
  for (const said of all) classifier.suggest(said);
  const suggested = performance.now();
  for (const said of learnt.slice(0, DECISIONS)) classifier.learn(said);
  const decided = performance.now();
  return {
    responses: all.length,
    themes: themes.length,
    decisions,
    learnSeconds: (trained - began) / 1000,
    suggestSeconds: (suggested - trained) / 1000,
    oneDecisionMs: (decided - suggested) / Math.min(DECISIONS, decisions),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** `npm run bench -- theming [--decisions N] [--json]`: the local classifier at 10,000 responses, after 1,000 decisions. */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf('--decisions');
  const figures = measureTheming(at < 0 ? 1000 : Number(args[at + 1]));
  if (args.includes('--json')) return console.log(JSON.stringify(figures));
  console.log(
    `${figures.responses} responses, ${figures.themes} themes, ${figures.decisions} decisions: learnt in ${figures.learnSeconds.toFixed(2)} s, suggested in ${figures.suggestSeconds.toFixed(2)} s, one decision more in ${figures.oneDecisionMs.toFixed(2)} ms, ${figures.megabytes} MB`,
  );
}
