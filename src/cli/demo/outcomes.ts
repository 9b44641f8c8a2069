import type { OutcomeWords } from '#loop/draft.ts';

/** What the officers write in the end, by consultation. The last one stays a draft for whoever looks around. */
export const outcomes: (OutcomeWords & { consultationId: string; themes: string[] })[] = [
  {
    consultationId: 'high-street',
    kind: 'did',
    themes: ['dirty'],
    themeIds: [],
    youSaid: {
      en: 'The bins are full by Saturday lunchtime and the street is left dirty until Monday.',
      cy: 'Mae’r biniau’n llawn erbyn amser cinio dydd Sadwrn ac mae’r stryd yn fudr tan ddydd Llun.',
    },
    weDid: {
      en: 'The bins are now emptied on Saturday evenings and on Sundays, and the pavement by the takeaways is washed every Monday.',
      cy: "mae'r biniau nawr yn cael eu gwagio nos Sadwrn a dydd Sul, ac mae'r palmant ger y siopau bwyd yn cael ei olchi bob dydd Llun.",
    },
  },
  {
    consultationId: 'high-street',
    kind: 'doing',
    themes: ['hard-to-get-about'],
    themeIds: [],
    youSaid: {
      en: 'Kerbs, loose slabs and cars on the pavement make it hard to walk or wheel.',
      cy: 'Mae cyrbau, slabiau rhydd a cheir ar y palmant yn ei gwneud yn anodd cerdded neu olwyno.',
    },
    weDid: {
      en: 'Lowering the kerbs at all six crossings and relaying the loose slabs. The work ends in March.',
      cy: "gostwng y cyrbau ym mhob un o'r chwe chroesfan ac ailosod y slabiau rhydd. Daw'r gwaith i ben ym mis Mawrth.",
    },
  },
  {
    consultationId: 'high-street',
    kind: 'cannot',
    themes: ['empty-shops'],
    themeIds: [],
    youSaid: {
      en: 'Too many shops are empty. Bring the rents down or make the owners use them.',
      cy: "Mae gormod o siopau'n wag. Gostyngwch y rhenti neu gwnewch i'r perchnogion eu defnyddio.",
    },
    weDid: {
      en: 'the people who own the buildings set the rents, and the law does not let us change that. We have written to each of them and will publish their answers.',
      cy: "perchnogion yr adeiladau sy'n gosod y rhenti, ac nid yw'r gyfraith yn caniatáu i ni newid hynny. Rydym wedi ysgrifennu at bob un a byddwn yn cyhoeddi eu hatebion.",
    },
  },
  {
    consultationId: 'carers',
    kind: 'together',
    themes: ['did-not-know', 'passed-around'],
    themeIds: [],
    youSaid: {
      en: 'Nobody tells you what help there is, and then you are sent from one office to the next.',
      cy: "Does neb yn dweud pa help sydd ar gael, ac wedyn rydych yn cael eich anfon o un swyddfa i'r llall.",
    },
    weDid: {
      en: 'A group of carers wrote one page with one number to ring. It is in surgeries and chemists now, and whoever answers keeps your story so that you tell it once.',
      cy: "ysgrifennodd grŵp o ofalwyr un dudalen gydag un rhif i'w ffonio. Mae mewn meddygfeydd a fferyllfeydd nawr, a bydd pwy bynnag sy'n ateb yn cadw eich stori fel mai unwaith yn unig y byddwch yn ei hadrodd.",
    },
  },
  {
    consultationId: 'high-street',
    kind: 'doing',
    themes: ['buses-let-down'],
    themeIds: [],
    youSaid: {
      en: 'The last bus home is too early.',
      cy: "Mae'r bws olaf adref yn rhy gynnar.",
    },
    weDid: {
      en: 'Asking the bus companies what a nine o’clock bus would cost.',
      cy: "gofyn i'r cwmnïau bysiau faint fyddai bws naw o'r gloch yn ei gostio.",
    },
  },
];

export type DemoOutcome = (typeof outcomes)[number];

/** The outcome that a message tells of; undefined where it tells of none. */
export function outcomeIn(message: string): DemoOutcome | undefined {
  return outcomes.find(({ weDid }) =>
    Object.values(weDid).some((words) => words !== undefined && message.includes(words)),
  );
}
