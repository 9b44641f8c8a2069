import type { ChannelName, Decision, Language, Localised, Organisation } from '#domain/words.ts';
import { flowSchema } from '#flow/schema.ts';
import { draftOutcome } from '#loop/draft.ts';
import { publishOutcome } from '#loop/publish.ts';
import { readKeys } from '#people/keys.ts';
import { hashAddress, sealAddress } from '#people/seal.ts';
import { keepFlow } from '#store/consultations.ts';
import { type Database, emptyDatabase, open } from '#tests/store/databases.ts';
import { testIds } from '#tests/support/clock.ts';

export const NOON = Date.parse('2026-11-20T12:00:00Z');
export const DAY = 24 * 60 * 60_000;
export const organisation: Organisation = { en: 'Riverside Council', cy: 'Cyngor Glan-yr-afon' };
const keys = readKeys(Buffer.alloc(32, 7).toString('base64'), '/nowhere');

const both = (en: string, cy: string) => ({ en, cy });

export function flowOf(change: { quoteBack?: boolean; nation?: 'wales' | 'england'; id?: string } = {}) {
  return flowSchema.parse({
    id: change.id ?? 'high-street',
    title: both('The high street', 'Y stryd fawr'),
    languages: ['en', 'cy'],
    nation: change.nation ?? 'england',
    keywords: { en: ['high street'] },
    frame: {
      opens: '2026-10-01',
      closes: '2026-12-01',
      stage: 'open question',
      canChange: both('Benches', 'Meinciau'),
      cannotChange: both('Rents', 'Rhenti'),
      whoDecides: both('The committee', 'Y pwyllgor'),
      whenDecided: both('In January', 'Ym mis Ionawr'),
      lawfulBasis: 'public task',
    },
    cover: both('9 to 5', '9 tan 5'),
    privacy: both('We keep it safe.', "Rydym yn ei gadw'n ddiogel."),
    quoteBack: change.quoteBack ?? true,
    codebook: [
      {
        id: 'benches',
        name: both('Benches', 'Meinciau'),
        definition: both('Places to sit', 'Lleoedd i eistedd'),
      },
      { id: 'buses', name: both('Buses', 'Bysiau'), definition: both('Getting there', 'Cyrraedd yno') },
    ],
    steps: [
      {
        kind: 'open',
        id: 'tell',
        ask: both('Tell me about it', 'Dywedwch wrthyf'),
        topic: both('the high street', 'y stryd fawr'),
      },
      { kind: 'end', id: 'end', text: both('Thank you', 'Diolch') },
    ],
  });
}

interface Said {
  text?: string;
  theme?: 'benches' | 'buses' | null;
  /** The machine has read it. */
  read?: boolean;
  decision?: Decision;
  span?: [number, number];
  held?: boolean;
  whoElse?: boolean;
  abusive?: boolean;
  machine?: boolean;
  listening?: boolean;
  at?: number;
}

/** A consultation in an empty database, with people to be put into it. */
export async function consultation(database: Database = 'sqlite', flow = flowOf()) {
  const place = await emptyDatabase(database);
  const store = await open(place);
  const newId = testIds('loop');
  await store.turn((tx) => keepFlow(tx, { hash: 'v1', flow }, NOON - 30 * DAY, newId));
  const themes = await store.read.selectFrom('themes').selectAll().orderBy('position').execute();
  const theme = Object.fromEntries(themes.map(({ key, id }) => [key, id])) as Record<
    'benches' | 'buses',
    string
  >;

  const resident = async (language: Language | null = 'en') => {
    const id = newId();
    await store.turn((tx) =>
      tx.db.insertInto('residents').values({ id, language, createdAt: NOON }).execute(),
    );
    return id;
  };
  let phones = 0;
  const address = async (
    residentId: string,
    more: { channel?: ChannelName; lastInboundAt?: number; blockedAt?: number } = {},
  ) => {
    const id = newId();
    const channel = more.channel ?? 'sms';
    const raw = `+44770090${String(phones).padStart(4, '0')}`;
    phones += 1;
    const row = {
      id,
      residentId,
      channel,
      account: '+447700900999',
      hash: hashAddress(keys, channel, raw),
      sealed: sealAddress(keys, raw),
      keyId: keys.id,
      createdAt: NOON - 20 * DAY,
      lastInboundAt: more.lastInboundAt ?? NOON - 10 * DAY,
      blockedAt: more.blockedAt ?? null,
    };
    await store.turn((tx) => tx.db.insertInto('addresses').values(row).execute());
    return row;
  };
  const say = async (residentId: string, said: Said = {}) => {
    const id = newId();
    const at = said.at ?? NOON - 10 * DAY;
    await store.turn(async (tx) => {
      await tx.db
        .insertInto('responses')
        .values({
          id,
          consultationId: flow.id,
          conversationId: null,
          residentId,
          flowHash: 'v1',
          stepId: 'tell',
          outcomeId: null,
          channel: 'sms',
          language: 'en',
          text: said.text ?? 'There is nowhere to sit down outside the shops.',
          state: said.listening ? 'listening' : 'complete',
          review: 'new',
          late: 0,
          held: said.held ? 1 : 0,
          whoElse: said.whoElse ? 1 : 0,
          abusive: said.abusive ? 1 : 0,
          machine: said.machine ? 1 : 0,
          themedAt: said.read ? at : null,
          createdAt: at,
          completedAt: at,
        })
        .execute();
      if (said.theme === null) return;
      await tx.db
        .insertInto('codings')
        .values({
          id: newId(),
          responseId: id,
          themeId: theme[said.theme ?? 'benches'],
          consultationId: flow.id,
          source: 'machine',
          decision: said.decision ?? 'accepted',
          startAt: said.span?.[0] ?? null,
          endAt: said.span?.[1] ?? null,
          confidence: 0.9,
          createdAt: at,
        })
        .execute();
    });
    return id;
  };
  const consent = (residentId: string, granted: boolean, at = NOON - 10 * DAY) =>
    store.turn((tx) =>
      tx.db
        .insertInto('consents')
        .values({
          id: newId(),
          residentId,
          consultationId: flow.id,
          kind: 'hearBack',
          granted: granted ? 1 : 0,
          flowHash: 'v1',
          messageId: null,
          at,
        })
        .execute(),
    );
  /** Someone who raised benches by SMS and wants to hear back. */
  const contributor = async (
    more: { language?: Language | null; said?: Said; channel?: ChannelName; lastInboundAt?: number } = {},
  ) => {
    const residentId = await resident(more.language === undefined ? 'en' : more.language);
    const { said, language, ...reach } = more;
    const at = await address(residentId, reach);
    const responseId = await say(residentId, said);
    await consent(residentId, true);
    return { residentId, responseId, address: at };
  };

  const by = { officerId: null, now: NOON, newId };
  const draft = (
    more: { weDid?: Localised; themeIds?: string[]; kind?: 'did' | 'doing' | 'cannot' | 'together' } = {},
  ) =>
    draftOutcome(store, {
      ...by,
      consultationId: flow.id,
      kind: more.kind ?? 'did',
      youSaid: both('You said there is nowhere to sit.', 'Dywedoch nad oes unman i eistedd.'),
      weDid: more.weDid ?? both('there are six new benches.', 'mae chwe mainc newydd.'),
      themeIds: more.themeIds ?? [theme.benches],
    });
  const publish = (outcomeId: string) => publishOutcome(store, { ...by, outcomeId, organisation });
  const deliveries = () => store.read.selectFrom('deliveries').selectAll().orderBy('id').execute();
  const texts = async () =>
    (await deliveries()).map(({ body }) => (JSON.parse(body) as { text: string }).text);

  return {
    place,
    store,
    newId,
    theme,
    flow,
    resident,
    address,
    say,
    consent,
    contributor,
    draft,
    publish,
    deliveries,
    texts,
    by,
  };
}
