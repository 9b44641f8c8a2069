import { type Said, saidIn, toResidents } from '#flow/said.ts';
import type { Rule } from './rule.ts';

/** What offices say, and what people say. Matched as whole words; "x*" stands for any ending. */
const plainWords: Record<'en' | 'cy', Record<string, string>> = {
  en: {
    'stakeholder*': 'people, or who they are',
    'co-produc*': 'doing it together',
    'coproduc*': 'doing it together',
    'service user*': 'people who use it',
    'signpost*': 'telling people where to go',
    holistic: 'the whole of it',
    'going forward': 'from now on',
    'engagement exercise': 'asking people',
    'engage with': 'talk with',
    'public realm': 'streets and squares',
    'active travel': 'walking, wheeling and cycling',
    'place-making': 'making it a good place',
    placemaking: 'making it a good place',
    'leverag*': 'use',
    'facilitat*': 'help',
    'utilis*': 'use',
    'commission*': 'pay for',
    procurement: 'buying',
    'provision of': 'having',
    'in relation to': 'about',
    'with regard to': 'about',
    'pertaining to': 'about',
    'prior to': 'before',
    'in order to': 'to',
    'outcomes framework': 'what should get better',
    'key deliverable*': 'what we will do',
    'deliverable*': 'what we will do',
    'best practice': 'what works',
    'pathway*': 'way',
    'touchpoint*': 'where people meet us',
    'capacity building': 'helping people to do more',
    'wellbeing offer': 'help to feel well',
    'third sector': 'charities',
    'vcse*': 'charities and local groups',
    'multi-agency': 'several services together',
    'multi-disciplinary': 'from several jobs',
    'early intervention': 'helping early',
    domiciliary: 'at home',
    respite: 'a break',
    'cohort*': 'group',
    'demographic*': 'age and other things about people',
    'hard to reach': 'people we have not reached',
    'hard-to-reach': 'people we have not reached',
    'seldom heard': 'people we have not heard from',
    'vulnerable people': 'people who need help, or who they are',
    'feedback loop': 'telling people what was done',
    'consultee*': 'people who answer',
    'respondent*': 'people who answer',
    'participatory budget*': 'people deciding what to spend on',
    'sustainab*': 'that lasts',
    regeneration: 'making the area better',
    'amenit*': 'shops, parks and other useful places',
    infrastructure: 'roads, pipes and buildings',
    streetscape: 'how the street looks',
    footfall: 'how many people come',
    'ward member*': 'councillor',
    statutory: 'that the law asks for',
  },
  cy: {
    'rhanddeilia*': 'pobl',
    'randdeilia*': 'bobl',
    'cyd-gynhyrchu*': "gwneud gyda'n gilydd",
    'cydgynhyrchu*': "gwneud gyda'n gilydd",
    'defnyddwyr gwasanaeth*': "pobl sy'n ei ddefnyddio",
    'cyfeirio pobl at': 'dweud wrth bobl am',
    cyfannol: 'y cyfan',
    'symud ymlaen': 'o hyn allan',
    'mewn perthynas â': 'am',
    'trydydd sector': 'elusennau',
    'ymgysylltu*': 'siarad â phobl',
    ymatebwyr: "pobl sy'n ateb",
    seilwaith: 'ffyrdd, pibellau ac adeiladau',
    adfywio: 'gwella',
    amlasiantaethol: "sawl gwasanaeth gyda'i gilydd",
    seibiannol: 'i gael seibiant',
  },
};

const found = { en: patternOf('en'), cy: patternOf('cy') };

export const jargon: Rule[] = [
  {
    id: 'jargon',
    level: 'warning',
    sentence: 'No text uses words that only offices use.',
    fix: 'use the word that people use',
    check: (flow) =>
      saidIn(flow).flatMap(({ path, role, words, language }) => {
        if (!toResidents.has(role)) return [];
        return [...words.matchAll(patternFor(language))].map(([said]) => ({
          path,
          what: `"${said}" is a word that offices use`,
          fix: `try "${plainFor(said, language)}"`,
        }));
      }),
  },
];

function patternFor(language: Said['language']): RegExp {
  return language === 'en' || language === 'cy' ? found[language] : /(?!)/g;
}

function patternOf(language: 'en' | 'cy'): RegExp {
  const phrases = Object.keys(plainWords[language]).map((phrase) => phrase.replace('*', "[\\p{L}'-]*"));
  return new RegExp(`(?<![\\p{L}-])(?:${phrases.join('|')})(?![\\p{L}-])`, 'giu');
}

function plainFor(said: string, language: Said['language']): string {
  const list = Object.entries(language === 'cy' ? plainWords.cy : plainWords.en);
  const lower = said.toLowerCase();
  const [, plain] =
    list.find(([phrase]) =>
      phrase.endsWith('*') ? lower.startsWith(phrase.slice(0, -1)) : lower === phrase,
    ) ?? [];
  return plain ?? 'another word';
}
