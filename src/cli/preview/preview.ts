import type { Language, Organisation, Voice } from '#domain/words.ts';
import { isReviewed } from '#flow/reviewed.ts';
import { saidIn, spoken } from '#flow/said.ts';
import type { Flow, FlowVersion } from '#flow/schema.ts';
import { type Billed, bill, type Total, totalOf } from './bill.ts';
import { walk } from './walk.ts';

/** `both` is somebody in Wales who has not chosen a language yet, and is written to in two. */
export type PreviewVoice = Voice | 'both';

/** What one flow says in one language, with what it costs. */
export interface Preview {
  flow: string;
  language: PreviewVoice;
  reviewed: boolean;
  messages: Billed[];
  otherwise: { step: string; choice: string; messages: Billed[] }[];
  besides: Billed[];
  /** Of `messages`: a whole conversation, answered to the end. */
  total: Total;
}

export function preview(
  version: FlowVersion,
  voice: PreviewVoice,
  organisation: Organisation,
  pencePerSegment: number,
): Preview {
  const { flow } = version;
  const chosen = voice === 'both' ? { language: null, easy: false } : spoken(voice);
  const { messages, otherwise, besides } = walk(version, chosen, organisation);
  const billed = messages.map((message) => bill(message, pencePerSegment));
  return {
    flow: flow.id,
    language: voice,
    reviewed: chosen.language === null || isReviewed(flow, chosen.language),
    messages: billed,
    otherwise: otherwise.map((way) => ({
      ...way,
      messages: way.messages.map((message) => bill(message, pencePerSegment)),
    })),
    besides: besides.map((message) => bill(message, pencePerSegment)),
    total: totalOf(billed),
  };
}

/** What there is to preview of a flow: nobody's choice first, then each language, and its easy read where it has one. */
export function voicesOf(flow: Flow): PreviewVoice[] {
  const isEasy = (language: Language) => saidIn(flow).some((said) => said.easy && said.language === language);
  const bilingual =
    flow.nation === 'wales' && (['en', 'cy'] as const).every((one) => flow.languages.includes(one));
  return [
    ...(bilingual ? (['both'] as const) : []),
    ...flow.languages.flatMap((language): Voice[] =>
      isEasy(language) ? [language, `${language}-easy`] : [language],
    ),
  ];
}
