import type { Generated } from 'kysely';
import type { HandHow, HandSpeaksFor } from '#domain/by-hand.ts';
import type {
  CaseKind,
  ChannelName,
  CodingSource,
  ConsentKind,
  ControlCode,
  ControlDetail,
  Decision,
  DeliveryState,
  InboundKind,
  Language,
  OfficerRole,
  OutcomeKind,
  Purpose,
  Reason,
  ThemeGroupState,
} from '#domain/words.ts';

/**
 * The tables, the same on SQLite and PostgreSQL. Times are ms since 1970 in UTC, flags are 0 or 1,
 * and columns typed Json hold JSON as text. Column names are the code's own words, so no row needs translating.
 */
type Json = string;
type Ms = number;
type Flag = 0 | 1;
/** Columns that are 0 until something says otherwise may be left out of an insert. */
type WithDefaults<Row, Columns extends keyof Row> = Omit<Row, Columns> & {
  [Column in Columns]: Generated<Row[Column]>;
};

export interface Schema {
  settings: { key: string; value: string };
  consultations: { id: string; title: Json; demo: Flag; createdAt: Ms };
  flowVersions: { hash: string; flowId: string; consultationId: string; body: Json; createdAt: Ms };
  residents: { id: string; language: Language | null; easy: Generated<Flag>; createdAt: Ms };
  addresses: AddressRow;
  /** What else the sender at an address is known by, beside the address's own hash. */
  addressKeys: { hash: string; addressId: string };
  /** Codes that join another address to this one; of each only its keyed hash. */
  linkCodes: { codeHash: string; addressId: string; expiresAt: Ms };
  /** Wrong codes from an address, counted since the first of them. */
  linkTries: { addressId: string; since: Ms; count: number };
  /** Somebody who was two residents: the id that went, and the one that stays. */
  joinedResidents: { id: string; intoId: string; at: Ms };
  optOuts: { addressHash: string; channel: ChannelName; at: Ms };
  consents: {
    id: string;
    residentId: string;
    consultationId: string;
    kind: ConsentKind;
    granted: Flag;
    /** The flow version whose notice and question were shown. */
    flowHash: string;
    messageId: string | null;
    at: Ms;
  };
  conversations: ConversationRow;
  conversationInputs: {
    conversationId: string;
    number: number;
    /** The engine's input without anybody's words: those are found by messageId. */
    input: Json;
    messageId: string | null;
    at: Ms;
    newId: string;
  };
  messages: MessageRow;
  media: MediaRow;
  responses: WithDefaults<ResponseRow, 'whoElse' | 'abusive' | 'machine'>;
  /** `position`: ms by the provider's clock where it says, else by ours, so that parts stand as they were written. */
  responseParts: { responseId: string; messageId: string; position: Ms };
  themes: WithDefaults<ThemeRow, 'includes' | 'excludes'>;
  codings: CodingRow;
  codebookChanges: CodebookChangeRow;
  controls: ControlRow;
  /** Officers whom a complaint is about, or may be: they must not see it. See store/hidden.ts. */
  complaintAbout: ComplaintAboutRow;
  outcomes: OutcomeRow;
  outcomeThemes: { outcomeId: string; themeId: string };
  followUps: {
    id: string;
    outcomeId: string;
    plannedAt: Ms;
    plannedBy: string | null;
    planned: number;
    leftOut: Json;
  };
  deliveries: WithDefaults<DeliveryRow, 'asks' | 'millipence' | 'lookUps' | 'denials'>;
  senders: SenderRow;
  receipts: ReceiptRow;
  cases: CaseRow;
  alerts: AlertRow;
  officers: WithDefaults<OfficerRow, 'namedTo'>;
  signInLinks: {
    tokenHash: string;
    officerId: string | null;
    createdAt: Ms;
    expiresAt: Ms;
    usedAt: Ms | null;
  };
  consoleSessions: { idHash: string; data: Json; expiresAt: Ms };
  notices: NoticeRow;
  retiredAddresses: RetiredAddressRow;
  erasures: WithDefaults<ErasureRow, 'removed' | 'left'>;
  erasureMessages: ErasureMessageRow;
  audit: { id: string; at: Ms; officerId: string | null; action: string; subject: string; detail: Json };
  equalityAnswers: EqualityAnswerRow;
  /** What share of those who live here an officer says gives an answer, in percent: for comparing. */
  areaShares: { consultationId: string; question: string; answer: string; percent: number };
  /** Answers to "Who else should we hear from?" that an officer has acted upon. */
  reachedOut: { responseId: string; officerId: string | null; at: Ms };
  /** Days (2026-11-20, Europe/London, both included) on which nothing is published and no follow-up is sent. */
  holds: { consultationId: string; firstDay: string; lastDay: string };
  looks: LookRow;
  handEntries: HandEntryRow;
  handTasks: HandTaskRow;
  themeSearches: WithDefaults<
    ThemeSearchRow,
    | 'read'
    | 'failed'
    | 'agreedTokens'
    | 'agreedMillipence'
    | 'agreedModel'
    | 'spentTokens'
    | 'spentMillipence'
  >;
  themeGroups: ThemeGroupRow;
  themeGroupMembers: ThemeGroupMemberRow;
  residentReadings: WithDefaults<ResidentReadingRow, 'skipped' | 'settledAt' | 'settledBy'>;
  /** What a resident reviewer says a response is about: kept beside what the machine suggests, and apart from it. */
  residentCodings: { readingId: string; responseId: string; themeId: string; at: Ms };
  redactions: WithDefaults<RedactionRow, 'confirmed'>;
  modelRuns: ModelRunRow;
  modelRunItems: ModelRunItemRow;
}

/** What a resident says about themselves, by question. Never shown for one person: see store/equality-read.ts. */
export interface EqualityAnswerRow {
  residentId: string;
  consultationId: string;
  /** The id of the step that asked. */
  question: string;
  flowHash: string;
  /** The id of the choice; null for "I would rather not say". */
  answer: string | null;
  at: Ms;
}

export interface AddressRow {
  id: string;
  residentId: string;
  channel: ChannelName;
  /** Our side: the number or bot that this resident last wrote to. */
  account: string;
  hash: string;
  /** AES-256-GCM, base64. */
  sealed: string;
  keyId: string;
  createdAt: Ms;
  lastInboundAt: Ms | null;
  /** When the provider told us that nothing gets through. */
  blockedAt: Ms | null;
  /** The latest follow-up sent here, while it may be answered. */
  followUpDeliveryId: string | null;
  followUpAt: Ms | null;
  /** Words that wait until they say which of two questions they answer. */
  doubt: Json | null;
  /** When it was joined with another address of the same person, by a code. */
  joinedAt: Ms | null;
}

export interface ConversationRow {
  id: string;
  consultationId: string;
  flowHash: string;
  residentId: string;
  addressId: string;
  /** Set where the conversation is the thread under a follow-up. */
  outcomeId: string | null;
  status: 'active' | 'held' | 'ended';
  session: Json;
  startedAt: Ms;
  askedAt: Ms;
  wakeAt: Ms | null;
  wakeNumber: number;
  inputs: number;
}

export interface MessageRow {
  id: string;
  channel: ChannelName;
  /** The account and the provider's event id; unique within the channel. */
  dedupeKey: string;
  residentId: string;
  addressId: string;
  conversationId: string | null;
  kind: InboundKind;
  text: string;
  choice: string | null;
  media: Json;
  replyTo: string | null;
  sentAt: Ms | null;
  receivedAt: Ms;
  /** failed: a fault kept it from being handled; a case says so. */
  state: 'handled' | 'failed' | 'ignored';
  /** What its provider calls it, by which it can be deleted there. */
  providerId: string | null;
}

/** A file that came with a message. Its bytes are in DATA_DIR/media, never in the database. */
export interface MediaRow {
  id: string;
  messageId: string;
  residentId: string;
  channel: ChannelName;
  /** Where the provider keeps it. */
  ref: string;
  /** waiting: still to be fetched. refused: never kept, for `reason`. */
  state: 'waiting' | 'stored' | 'refused';
  reason: 'type' | 'size' | 'gone' | 'host' | null;
  /** What the provider says until it is stored; then what its bytes are. */
  contentType: string | null;
  bytes: number | null;
  /** Pixels, of a picture. */
  width: number | null;
  height: number | null;
  /** Whether a machine still has to write down what is said in it. none: nothing is said, or no machine is there. */
  speech: 'none' | 'waiting' | 'done' | 'left';
  transcript: string | null;
  transcriptBy: 'machine' | 'officer' | null;
  /** Of what is being tried just now: fetching it, then writing it down. */
  attempts: number;
  notBefore: Ms;
  /** Whoever works on it, until `leaseUntil`: a process that died leaves both behind. */
  claim: string | null;
  leaseUntil: Ms | null;
  createdAt: Ms;
  storedAt: Ms | null;
  /** When a person has dealt with it: looked, or written down what is said. */
  seenAt: Ms | null;
  seenBy: string | null;
}

export interface ResponseRow {
  id: string;
  consultationId: string;
  conversationId: string | null;
  residentId: string;
  flowHash: string;
  /** The step that asked, or one of the engine's own: unprompted, afterwards, followUp. */
  stepId: string;
  outcomeId: string | null;
  channel: ChannelName;
  language: Language | null;
  /** All its messages, joined by a line break, never cut. Evidence spans are offsets into this. */
  text: string;
  state: 'listening' | 'complete';
  review: 'new' | 'reviewed';
  /** It came after the consultation had closed. */
  late: Flag;
  /** A case keeps it out of theming, quotes and follow-ups until a person releases it. */
  held: Flag;
  /** It says who is missing, and not what should be done: kept out of theming. */
  whoElse: Flag;
  /** It threatens or insults people: kept, marked, and not shown unless somebody asks to see it. */
  abusive: Flag;
  /** Some of its words were written down by a machine or an officer from a voice note: never quoted. */
  machine: Flag;
  themedAt: Ms | null;
  createdAt: Ms;
  completedAt: Ms | null;
  reviewedAt: Ms | null;
  reviewedBy: string | null;
}

export interface ThemeRow {
  id: string;
  consultationId: string;
  key: string;
  name: Json;
  definition: Json;
  /** What belongs to it although one might doubt it, and what does not although one might think so. */
  includes: Json;
  excludes: Json;
  examples: Json;
  state: 'active' | 'retired';
  /** The theme that what was said about this one counts for now. */
  mergedInto: string | null;
  position: number;
  createdAt: Ms;
}

/** One version of a codebook, and what it takes to undo it. */
export interface CodebookChangeRow {
  id: string;
  consultationId: string;
  /** From 1, without a gap. A codebook that stands as its file seeded it is at 0. */
  version: number;
  kind: 'add' | 'edit' | 'merge' | 'split' | 'retire' | 'restore' | 'import' | 'undo';
  /** null where the command line did it. */
  officerId: string | null;
  at: Ms;
  /** What it did to themes; see codebook-changes.ts. */
  detail: Json;
  /**
   * What only undoing needs, and no list reads: it may be long. Of residents' answers it holds ids of codings, which lead
   * nowhere once those are gone.
   */
  undoing: Json | null;
  /** The version that undid it. */
  undoneBy: number | null;
}

export interface CodingRow {
  id: string;
  responseId: string;
  themeId: string;
  consultationId: string;
  source: CodingSource;
  decision: Decision;
  /** The evidence: text.slice(startAt, endAt), UTF-16 offsets; null where a person named no span. */
  startAt: number | null;
  endAt: number | null;
  confidence: number | null;
  officerId: string | null;
  createdAt: Ms;
  decidedAt: Ms | null;
  /** When a merge or a split brought it here. What was published about the theme before then is not about it. */
  movedAt: Ms | null;
  /**
   * Which machine suggested it; group: it was in a group that an officer made this theme of. Null where a person said it,
   * or before this was kept.
   */
  readBy: 'local' | 'model' | 'group' | null;
}

/** What a response says besides its themes; a response has each code once. */
export interface ControlRow {
  id: string;
  responseId: string;
  consultationId: string;
  code: ControlCode;
  /** Of complaints. */
  detail: ControlDetail | null;
  source: 'machine' | 'officer';
  decision: Decision;
  /** The sentence that says it: text.slice(startAt, endAt), UTF-16 offsets; null where a person named none. */
  startAt: number | null;
  endAt: number | null;
  officerId: string | null;
  createdAt: Ms;
  decidedAt: Ms | null;
  /** When somebody said that what it asks for is done. */
  handledAt: Ms | null;
  handledBy: string | null;
  /** How far the words had been read when it was last found or decided, UTF-16: what comes after that is news. */
  readTo: number;
}

export interface ComplaintAboutRow {
  responseId: string;
  officerId: string;
  /** suggested: their name is in it, and no admin has decided. Only `rejected` lets them see it. */
  decision: Decision;
  createdAt: Ms;
  decidedBy: string | null;
  decidedAt: Ms | null;
  /** How far the words had been read when it was found or decided, UTF-16: a name after that is news. */
  readTo: number;
}

export interface OutcomeRow {
  id: string;
  consultationId: string;
  kind: OutcomeKind;
  youSaid: Json;
  weDid: Json;
  state: 'draft' | 'published';
  createdBy: string | null;
  createdAt: Ms;
  updatedAt: Ms;
  publishedAt: Ms | null;
  publishedBy: string | null;
}

export interface DeliveryRow {
  id: string;
  followUpId: string | null;
  conversationId: string | null;
  residentId: string;
  addressId: string;
  channel: ChannelName;
  account: string;
  purpose: Purpose;
  state: DeliveryState;
  reason: Reason | null;
  code: string | null;
  /** {text, choices}: what is sent, final. */
  body: Json;
  attemptId: string | null;
  /** It asks a question: until it is sent, nobody can have seen that. */
  asks: Flag;
  attempts: number;
  providerId: string | null;
  notBefore: Ms;
  expiresAt: Ms | null;
  /** While attempting: when another process may take it that this one died. */
  leaseUntil: Ms | null;
  createdAt: Ms;
  attemptedAt: Ms | null;
  settledAt: Ms | null;
  /** SMS segments, ours until the provider has counted. */
  segments: number | null;
  /** What it costs, in thousandths of a penny. */
  millipence: number;
  /** The template that it went as; null where its own text went. */
  templateRef: string | null;
  /** How often its provider was asked what became of it. */
  lookUps: number;
  /** How often the provider has said that it never took the attempt whose answer was lost. */
  denials: number;
}

/** How fast one of our numbers or bots may go: a bucket of tokens, one a message. */
export interface SenderRow {
  channel: ChannelName;
  account: string;
  /** Thousandths of a token, as they were at `at`. */
  millitokens: number;
  at: Ms;
  /** The provider has asked us to go slower until then. */
  slowUntil: Ms;
}

export interface ReceiptRow {
  id: string;
  channel: ChannelName;
  providerId: string;
  attemptId: string | null;
  deliveryId: string | null;
  state: DeliveryState;
  reason: Reason | null;
  code: string | null;
  receivedAt: Ms;
}

export interface CaseRow {
  id: string;
  kind: CaseKind;
  category: string | null;
  residentId: string | null;
  conversationId: string | null;
  messageId: string | null;
  state: 'open' | 'closed';
  dueAt: Ms | null;
  createdAt: Ms;
  closedAt: Ms | null;
  closedBy: string | null;
  /** When an officer took it on, which ends the alerts. */
  acceptedAt: Ms | null;
  acceptedBy: string | null;
}

/** nobody: no such person is set. unreachable: no answer. signIn: the mail server refused our password. refused: it said no. */
export type AlertReason = 'nobody' | 'unreachable' | 'signIn' | 'refused';

export interface AlertRow {
  id: string;
  caseId: string;
  /** 1 is the lead alone; every later one is the deputy and the lead. */
  round: number;
  to: 'lead' | 'deputy';
  /** notNeeded: somebody had accepted or closed the case. failed: given up, because a later round tells them again. */
  state: 'due' | 'sent' | 'failed' | 'notNeeded';
  attempts: number;
  dueAt: Ms;
  /** While it is being sent: when another process may take it that this one died. */
  leaseUntil: Ms | null;
  sentAt: Ms | null;
  /** Why the last attempt did not get through; null where it did or none was made. */
  reason: AlertReason | null;
  /** What the mail server or the webhook answered, for whoever puts it right. */
  code: string | null;
}

export interface OfficerRow {
  id: string;
  email: string;
  name: string;
  role: OfficerRole;
  /** scrypt, with its parameters and salt; null until a sign-in link has set one. */
  password: string | null;
  createdAt: Ms;
  disabledAt: Ms | null;
  /** The id of the answer after which earlier ones are still to be read for this name; null where all have been. */
  namedTo: string | null;
}

/** Which privacy words somebody was shown, and when. */
export interface NoticeRow {
  id: string;
  residentId: string;
  consultationId: string;
  /** first: the short notice of the first text. privacy: all of it. */
  notice: 'first' | 'privacy';
  /** Of the words as they were, in every language of the flow. */
  privacyHash: string;
  flowHash: string;
  at: Ms;
}

/** An address as it was for an earlier resident, before somebody else said that it is theirs. */
interface RetiredAddressRow {
  /** What the earlier resident's messages, conversations and deliveries name from then on: no row of addresses. */
  id: string;
  addressId: string;
  residentId: string;
  at: Ms;
}

/** Someone who is to be forgotten, and afterwards all that is left of them: an id that means nothing elsewhere. */
export interface ErasureRow {
  id: string;
  residentId: string;
  /** erased: gone from the tables. done: gone from the database's files too. */
  state: 'due' | 'erased' | 'done';
  requestedAt: Ms;
  /** Who erased them, where an officer did; null where they asked for it themselves. */
  officerId: string | null;
  erasedAt: Ms | null;
  /** Messages that their providers deleted, and those that they could not. */
  removed: number;
  left: number;
}

/** A message that a provider is still to be asked to delete; gone when the erasure is. */
export interface ErasureMessageRow {
  erasureId: string;
  channel: ChannelName;
  providerId: string;
  /** When it was sent. */
  at: Ms;
  /** It tells them that they are forgotten. */
  farewell: Flag;
  state: 'waiting' | 'removed' | 'left';
  attempts: number;
  notBefore: Ms;
}

/** What an officer said of a response that they really looked at. What counts as that: review/look.ts. */
export interface LookRow {
  id: string;
  responseId: string;
  consultationId: string;
  officerId: string;
  /** review: they decided on suggestions. second: they saw neither suggestions nor what anybody had decided. */
  kind: 'review' | 'second';
  at: Ms;
  /** The ids of the themes that the officer says it is about. */
  saidThemes: Json;
  /** Of those that the machine had suggested by then. */
  machineThemes: Json;
}

/** What an officer typed in for one person or one group. Its answers are responses like any others. */
export interface HandEntryRow {
  /** The form's own, or the line's: the same one twice is one entry. */
  id: string;
  consultationId: string;
  residentId: string;
  conversationId: string;
  how: HandHow;
  speaksFor: HandSpeaksFor;
  /** How many a group has; null for one person. Shown beside counts and never added to them. */
  people: number | null;
  /** When it was said or written: 2026-11-20. */
  onDay: string;
  officerId: string | null;
  createdAt: Ms;
}

/** What officers have done about a delivery that goes out by hand. */
interface HandTaskRow {
  deliveryId: string;
  /** Who is about to ring, or has printed the letter. */
  takenBy: string | null;
  takenAt: Ms | null;
  /** Calls that nobody answered. */
  tries: number;
  triedAt: Ms | null;
  doneBy: string | null;
  doneAt: Ms | null;
}

/** Looking for themes that may be missing, once. */
export interface ThemeSearchRow {
  id: string;
  consultationId: string;
  /** null where nobody asked and it was time. */
  askedBy: string | null;
  askedAt: Ms;
  startedAt: Ms | null;
  /** When another process may take it that this one died. */
  leaseUntil: Ms | null;
  finishedAt: Ms | null;
  /** How many responses were read. */
  read: number;
  failed: Flag;
  /** What a language model may cost that names the groups; null: it is not asked, or has no price. */
  agreedTokens: number | null;
  agreedMillipence: number | null;
  /** Which model, where and at what price, as JSON: another is not asked. */
  agreedModel: string | null;
  spentTokens: number;
  spentMillipence: number;
}

/** Responses that may be about one thing that the codebook does not have. */
export interface ThemeGroupRow {
  id: string;
  consultationId: string;
  /** The search that found it; null where a resident reviewer suggested it. */
  run: string | null;
  /** Words that stand out in it: ["benches", "sit"]. */
  telling: Json;
  /** How many different texts it had when it was found. */
  size: number;
  state: ThemeGroupState;
  themeId: string | null;
  /** By a model, or by a resident reviewer, for whom the definition says why. */
  draftedName: string | null;
  draftedDefinition: string | null;
  suggestedBy: string | null;
  createdAt: Ms;
  decidedBy: string | null;
  decidedAt: Ms | null;
}

export interface ThemeGroupMemberRow {
  groupId: string;
  responseId: string;
  /** Of an example: text.slice(startAt, endAt), UTF-16 offsets; null for the whole of it. */
  startAt: number | null;
  endAt: number | null;
  example: Flag;
}

/** One response shown to one resident reviewer. Its id stands in their form, because a response's own id tells when it came. */
export interface ResidentReadingRow {
  id: string;
  responseId: string;
  consultationId: string;
  /** Who reads. */
  officerId: string;
  shownAt: Ms;
  readAt: Ms | null;
  /** They left it out, for it shows who somebody is: nobody else reads it until an officer has looked. */
  skipped: Flag;
  settledAt: Ms | null;
  settledBy: string | null;
}

/** What an officer decided about some words of a response, wherever in it they stand. The latest decision counts. */
export interface RedactionRow {
  id: string;
  responseId: string;
  /** One place where they stand: text.slice(startAt, endAt), UTF-16 offsets. */
  startAt: number;
  endAt: number;
  /** Of these words: where others stand there by now, it is a decision about nothing. */
  wordsHash: string;
  /** One of theming's kinds of hidden words. */
  kind: string;
  /**
   * shown: what a rule hides, or takes for a name, is shown. asked: it was hidden only as a part of a name that is shown
   * again; alone it may be somebody else's, so somebody has to say.
   */
  decision: 'hidden' | 'shown' | 'asked';
  /** 1: it seemed to be a name, or is a part of one, and somebody has said that it is. 0: they chose the words themselves. */
  confirmed: number;
  officerId: string;
  createdAt: Ms;
}

/**
 * running: whoever holds the lease is at it, or may take it. paused: until somebody says go on. failed: it could not
 * even be begun. cancelled: ended by somebody before it was through.
 */
export type ModelRunState = 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/**
 * stopped: by a person. key: the provider does not take our key. provider: it does not answer, or only with faults.
 * quota: it wants us to wait for long. refused: it takes nothing that we ask. bound: what was agreed is spent.
 * changed: another model is set now than was agreed to.
 */
export type ModelRunReason = 'stopped' | 'key' | 'provider' | 'quota' | 'refused' | 'bound' | 'changed';

/** One reading of a consultation's responses by a language model. */
export interface ModelRunRow {
  id: string;
  consultationId: string;
  state: ModelRunState;
  /** Why it is paused, or came to an end before its last response; else null. */
  reason: ModelRunReason | null;
  provider: string;
  model: string;
  /** Where it is asked; null: at the provider's own address. */
  host: string | null;
  /** Pence a million tokens, in and out, as JSON; null where the price is not known. */
  price: string | null;
  /** Of the themes as they were when it began. */
  codebook: string;
  /** What was shown and agreed: no call is made that could go beyond it. Null where the price is not known. */
  agreedMillipence: number | null;
  agreedTokens: number;
  /** Of the answers that came, as the provider counted. */
  tokensIn: number;
  tokensOut: number;
  millipence: number;
  /** The most that calls may have cost whose answer never came, or is still to come. */
  heldTokens: number;
  heldMillipence: number;
  /** Responses: all; read by the model; left to the local classifier. */
  total: number;
  done: number;
  leftToLocal: number;
  /** Answers about one response that were not taken. */
  refused: number;
  startedBy: string | null;
  createdAt: Ms;
  /** The process that is at it, until `leaseUntil`: one that died leaves both behind. */
  holder: string | null;
  leaseUntil: Ms | null;
  finishedAt: Ms | null;
}

interface ModelRunItemRow {
  runId: string;
  responseId: string;
  /** Those of one number are asked about in one call. */
  batch: number;
  /** asked: written before the call. done: its answer is stored. local: the local classifier's suggestions stand. */
  state: 'waiting' | 'asked' | 'done' | 'local';
  /** Calls that were begun. */
  attempts: number;
  /** Answers about it that were not taken: after one it is asked about singly, after two no more. */
  refused: number;
}
