import { controlCodes, languages } from '#domain/words.ts';
import { corpus, type Labelled } from '#tests/theming/control-corpus/corpus.ts';
import { controlCodesIn } from '#theming/control/detect.ts';

/** How well control codes are found in the messages that were written for it, all together and on the half nobody tuned on. */
export function measureControl(detect: typeof controlCodesIn = controlCodesIn) {
  const judged = corpus().map((message) => ({ ...message, found: detect(message.text) }));
  return { ...figuresOf(judged), heldOut: figuresOf(judged.filter(({ half }) => half === 'heldOut')) };
}

type Judged = Labelled & { found: ReturnType<typeof controlCodesIn> };

function figuresOf(messages: Judged[]) {
  const byLanguage = Object.fromEntries(
    languages.map((language) => [
      language,
      total(messages.filter((message) => message.language === language)),
    ]),
  );
  return {
    messages: messages.length,
    ...total(messages),
    byCode: Object.fromEntries(controlCodes.map((code) => [code, of(messages, code)])),
    byDetail: {
      person: share(
        messages.filter((one) => one.detail === 'person'),
        ({ found }) => found.some(({ detail }) => detail === 'person'),
      ),
      dataProtection: share(
        messages.filter((one) => one.detail === 'dataProtection'),
        ({ found }) => found.some(({ detail }) => detail === 'dataProtection'),
      ),
    },
    byLanguage,
  };
}

function of(messages: Judged[], code: (typeof controlCodes)[number]) {
  const said = messages.filter(({ codes }) => codes.has(code));
  const found = messages.filter((message) => message.found.some((one) => one.code === code));
  return {
    messages: said.length,
    precision: share(found, ({ codes }) => codes.has(code)),
    recall: share(said, (message) => message.found.some((one) => one.code === code)),
  };
}

/** Over all codes together: each code of each message counts once. */
function total(messages: Judged[]) {
  const pairs = messages.flatMap((message) => {
    const found = new Set(message.found.map(({ code }) => code));
    return controlCodes.map((code) => ({ said: message.codes.has(code), found: found.has(code) }));
  });
  return {
    precision: share(
      pairs.filter(({ found }) => found),
      ({ said }) => said,
    ),
    recall: share(
      pairs.filter(({ said }) => said),
      ({ found }) => found,
    ),
  };
}

/** To three places, downwards: no figure looks better than it is. */
function share<T>(all: T[], isRight: (one: T) => boolean): number {
  return all.length === 0 ? 0 : Math.floor((all.filter(isRight).length / all.length) * 1000) / 1000;
}

/** `npm run bench -- control [--json]`: precision and recall of the control codes. */
export async function run(args: string[]): Promise<void> {
  const figures = measureControl();
  if (args.includes('--json')) return console.log(JSON.stringify(figures));
  const { heldOut, ...all } = figures;
  for (const [name, part] of [
    ['all', all],
    ['held out', heldOut],
  ] as const) {
    console.log(`${name}: ${part.messages} messages; precision ${part.precision}, recall ${part.recall}`);
    for (const [code, { messages, precision, recall }] of Object.entries(part.byCode))
      console.log(`  ${code}: ${messages} messages, precision ${precision}, recall ${recall}`);
    console.log(
      `  complaints told apart: person ${part.byDetail.person}, data protection ${part.byDetail.dataProtection}`,
    );
    for (const [language, { precision, recall }] of Object.entries(part.byLanguage))
      console.log(`  ${language}: precision ${precision}, recall ${recall}`);
  }
}
