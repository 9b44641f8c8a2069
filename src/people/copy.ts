import type { MessageBody } from '#domain/choices.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { Localised } from '#domain/words.ts';
import { writeAudit } from '#store/audit.ts';
import { rowsAbout } from '#store/copy.ts';
import type { Db, Store } from '#store/db.ts';
import { handAddressInWords, openHandAddress } from './handAddress.ts';
import type { Keys } from './keys.ts';
import { openAddress } from './seal.ts';

export type Copy = NonNullable<Awaited<ReturnType<typeof copyOf>>>;

/**
 * All that is held about somebody, in words that they can read: UK GDPR, Article 15. Other people may be in it, and what
 * a case holds back is: a person looks before it is released. Null where nobody is known by this id. Never logged.
 */
async function copyOf(db: Db, keys: Keys, residentId: string) {
  const rows = await rowsAbout(db, residentId);
  if (rows === null) return null;
  const { resident, addresses, answers, themes, alsoHeard, shown, groups, looks, messages, told, files } =
    rows;
  return {
    about: { since: date(resident.createdAt), language: resident.language, easyRead: resident.easy === 1 },
    addresses: addresses.map((address) => ({
      channel: address.channel,
      address:
        address.channel === 'byHand'
          ? handAddressInWords(openHandAddress(keys, address))
          : openAddress(keys, address),
      since: date(address.createdAt),
      lastWrote: date(address.lastInboundAt),
    })),
    privacyTextsShown: rows.notices.map(({ at, ...notice }) => ({ ...notice, at: date(at) })),
    consents: rows.consents.map(({ at, granted, ...consent }) => ({
      ...consent,
      agreed: granted === 1,
      at: date(at),
    })),
    aboutThemselves: rows.aboutThemselves.map(({ at, ...answer }) => ({ ...answer, at: date(at) })),
    answers: answers.map(({ id, late, held, review, createdAt, ...answer }) => ({
      ...answer,
      at: date(createdAt),
      afterTheClose: late === 1,
      heldByACase: held === 1,
      readByAnOfficer: review === 'reviewed',
      themes: themes
        .filter(({ responseId }) => responseId === id)
        .map(({ name, source, decision }) => ({ name: JSON.parse(name) as Localised, by: source, decision })),
      shownToResidentReviewers: shown
        .filter(({ responseId }) => responseId === id)
        .map(({ shownAt }) => date(shownAt)),
      groupedWithOthersBy: groups
        .filter(({ responseId }) => responseId === id)
        .map(({ telling, state }) => ({ words: JSON.parse(telling) as string[], state })),
      judgedByOfficers: looks
        .filter(({ responseId }) => responseId === id)
        .map(({ kind, at, names }) => ({
          kind,
          at: date(at),
          themes: names.map((name) => JSON.parse(name) as Localised),
        })),
      readByLanguageModels: rows.sentToModels
        .filter(({ responseId }) => responseId === id)
        .map(({ provider, model, createdAt: at }) => ({ provider, model, at: date(at) })),
      alsoHeard: alsoHeard
        .filter(({ responseId }) => responseId === id)
        .map(({ code, detail, source, decision }) => ({ code, detail, by: source, decision })),
    })),
    typedInForThem: rows.typedIn.map(({ createdAt, ...entry }) => ({ ...entry, typedInAt: date(createdAt) })),
    messagesFromThem: messages.map(({ receivedAt, ...message }) => ({ ...message, at: date(receivedAt) })),
    messagesToThem: told.map(({ body, createdAt, ...delivery }) => ({
      ...delivery,
      text: (JSON.parse(body) as MessageBody).text,
      at: date(createdAt),
    })),
    files: files.map(({ createdAt, ...file }) => ({ ...file, at: date(createdAt) })),
    cases: rows.cases.map(({ kind, createdAt, closedAt }) => ({
      kind,
      opened: date(createdAt),
      closed: date(closedAt),
    })),
  };
}

/** The copy for whoever asked in this case. That it was taken out is written into the audit first. */
export async function releaseCopy(
  { store, clock, newId, keys }: { store: Store; clock: Clock; newId: NewId; keys: Keys },
  given: { caseId: string; residentId: string; officerId: string },
): Promise<Copy | null> {
  const copy = await copyOf(store.read, keys, given.residentId);
  if (copy === null) return null;
  await store.turn(({ db }) =>
    writeAudit(db, {
      id: newId(),
      at: clock.now(),
      officerId: given.officerId,
      action: 'case.copyReleased',
      subject: `cases/${given.caseId}`,
      detail: {},
    }),
  );
  return copy;
}

function date(at: number): string;
function date(at: number | null): string | null;
function date(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
