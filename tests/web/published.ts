import type { Localised, OutcomeKind } from '#domain/words.ts';
import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import type { Services } from '#services.ts';
import { themesOf } from '#store/codebook.ts';
import { type RunningApp, startApp } from '#tests/support/app.ts';
import { hear } from './high-street.ts';

/** Everything that runs somewhere, and what XML cannot hold. */
export const nasty = `<script>alert(1)</script> & "quotes" {{7*7}} ]]> 'end' \u0000\ud800 <b>`;

export interface Said {
  youSaid: Localised;
  weDid: Localised;
  kind?: OutcomeKind;
  themes?: string[];
}

/** An outcome of the high street, published as an officer does. Gives its id. */
export async function publish(services: Services, said: Said): Promise<string> {
  const { store, clock, newId, config } = services;
  const { kind = 'did', themes = ['empty-shops'], youSaid, weDid } = said;
  const now = clock.now();
  const codebook = await themesOf(store.read, 'high-street');
  const themeIds = codebook.filter(({ key }) => themes.includes(key)).map(({ id }) => id);
  const officerId = 'officer';
  const consultationId = 'high-street';
  const by = { officerId, now, newId };
  const outcomeId = await draftOutcome(store, { consultationId, kind, youSaid, weDid, themeIds, ...by });
  await publishOutcome(store, { outcomeId, organisation: config.organisation, ...by });
  return outcomeId;
}

/** Six people said that shops are empty; that was published first, and an hour later something about buses. */
export async function publishedTown(people = 6): Promise<RunningApp & { ids: string[] }> {
  const app = await startApp({ env: { PUBLIC_URL: 'http://listen.example.org' } });
  const { services } = app;
  for (let phone = 1; phone <= people; phone += 1) {
    const says = 'Every third window is boarded up and nobody does anything about it.';
    await hear(services, { phone, says, themes: [{ key: 'empty-shops' }] });
  }
  const first = await publish(services, {
    youSaid: { en: 'Too many shops are empty.', cy: 'Mae gormod o siopau gwag.' },
    weDid: {
      en: 'We filled nine empty shops with local makers.',
      cy: 'Llenwyd naw siop wag â gwneuthurwyr lleol.',
    },
  });
  app.clock.advance(3_600_000);
  const second = await publish(services, {
    kind: 'cannot',
    youSaid: { en: 'The buses stop too early.', cy: "Mae'r bysiau'n stopio'n rhy gynnar." },
    weDid: { en: 'the company decides the times.', cy: "y cwmni sy'n penderfynu'r amserau." },
    themes: ['buses-let-down'],
  });
  return { ...app, ids: [first, second] };
}
