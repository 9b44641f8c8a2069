import type { Request, Response } from 'express';
import { z } from 'zod';
import { outcomeKinds } from '#domain/words.ts';
import type { OutcomeDetail } from '#loop/outcomes.ts';
import { personalInOutcome } from '#loop/personal.ts';
import type { Services } from '#services.ts';
import { allThemesOf } from '#store/codebook.ts';
import { raised } from '#store/themes-count.ts';
import { countedThemes } from '#store/themes-read.ts';
import type { Consultation } from '#web/console/consultations.ts';
import { localisedFrom } from '#web/console/themes/schema.ts';
import { readForm, typed } from '#web/form.ts';
import { outcomeForm, WE_DID_MAX, YOU_SAID_MAX } from './schema.ts';

/** What stands in the form. */
export interface OutcomeValues {
  kind: string;
  themeIds: readonly string[];
  /** By field: youSaid-en, weDid-cy. */
  words: Record<string, string>;
}

export interface OutcomeFormPage {
  consultation: Consultation;
  /** Where it is sent, and where one goes back to. */
  action: string;
  cancel: string;
  titleKey: 'outcome.new' | 'outcome.edit';
  /** Themes that the draft is about; one of them may be out of use by now. */
  about?: readonly string[];
  /** The draft's `updatedAt` when it was opened for writing; null for a new one. */
  seen: number | null;
}

/** With what may be personal data in it, so that whoever writes sees that before anybody publishes it. */
export async function showOutcomeForm(
  res: Response,
  services: Services,
  page: OutcomeFormPage,
  values: OutcomeValues,
): Promise<void> {
  const { id: consultationId, languages } = page.consultation;
  const written = {
    youSaid: localisedFrom(values.words, 'youSaid', languages),
    weDid: localisedFrom(values.words, 'weDid', languages),
  };
  const { store, config } = services;
  const [themes, personal] = await Promise.all([
    themesFor(services, page),
    personalInOutcome(store.read, { consultationId, ...written }, config.organisation),
  ]);
  res.render('console/outcomes/form.njk', {
    section: 'outcomes',
    ...page,
    themes,
    values,
    personal,
    kinds: outcomeKinds,
    youSaidMax: YOU_SAID_MAX,
    weDidMax: WE_DID_MAX,
  });
}

/** The form as it was sent; null where something was wrong, and the form has been shown again with that. */
export async function readOutcomeForm(
  req: Request,
  res: Response,
  services: Services,
  page: OutcomeFormPage,
) {
  const { consultation } = page;
  const themes = await themesFor(services, page);
  const ids = themes.map(({ id }) => id);
  const form = readForm(outcomeForm(consultation.languages, ids), req.body, res);
  if (form.ok) return form.data;
  res.status(400).locals.errors = form.errors;
  await showOutcomeForm(res, services, page, valuesSent(req.body, consultation));
  return null;
}

/** The themes in use, and those that the draft names: what was split or retired keeps whoever raised it. */
async function themesFor({ store }: Services, { consultation, about = [] }: OutcomeFormPage) {
  const [inUse, all] = await Promise.all([
    countedThemes(store.read, consultation.id),
    allThemesOf(store.read, consultation.id),
  ]);
  const others = all.filter(({ id, state }) => state === 'retired' && about.includes(id));
  const counted = others.map(async (theme) => {
    const { responses: accepted, people } = await raised(store.read, [theme.id]);
    return { ...theme, accepted, people, suggested: 0 };
  });
  return [...inUse, ...(await Promise.all(counted))];
}

/** What was typed and ticked, to be shown again. */
export function valuesSent(body: unknown, consultation: Consultation): OutcomeValues {
  const sent = z.object({ themes: z.union([z.string(), z.array(z.string())]) }).safeParse(body);
  const { kind = '' } = typed(body, ['kind']);
  const words = typed(body, wordFields(consultation));
  return { kind, themeIds: [sent.data?.themes ?? []].flat(), words };
}

export function valuesOf(
  outcome: Pick<OutcomeDetail, 'kind' | 'themes' | 'youSaid' | 'weDid'>,
): OutcomeValues {
  const { kind, themes, youSaid, weDid } = outcome;
  return {
    kind,
    themeIds: themes.map(({ id }) => id),
    words: {
      'youSaid-en': youSaid.en ?? '',
      'youSaid-cy': youSaid.cy ?? '',
      'weDid-en': weDid.en ?? '',
      'weDid-cy': weDid.cy ?? '',
    },
  };
}

/** Nothing written yet. */
export function emptyValues(consultation: Consultation, themeIds: readonly string[]): OutcomeValues {
  return { kind: '', themeIds, words: typed({}, wordFields(consultation)) };
}

function wordFields({ languages }: Consultation): string[] {
  return languages.flatMap((language) => [`youSaid-${language}`, `weDid-${language}`]);
}
