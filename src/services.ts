import path from 'node:path';
import { type AlertDeps, alertDue } from '#cases/alert.ts';
import { dueAt } from '#cases/due.ts';
import type { Inbound } from '#channels/channel.ts';
import { simulator as createSimulator } from '#channels/simulator/channel.ts';
import type { ConversationDeps } from '#conversation/deps.ts';
import { openFlows } from '#conversation/flows.ts';
import { receive } from '#conversation/receive.ts';
import { restart } from '#conversation/restart.ts';
import { transcribed } from '#conversation/transcribed.ts';
import { takeUnanswered } from '#conversation/unanswered.ts';
import { wake } from '#conversation/wake.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import { loadFlows } from '#flow/load.ts';
import type { FlowProblem } from '#flow/problems.ts';
import { type FlowChange, flowsAsSeen, watchFlows } from '#flow/watch.ts';
import type { Job } from '#jobs/jobs.ts';
import { localJobs } from '#jobs/local.ts';
import { planFollowUps } from '#loop/publish.ts';
import { reachOf } from '#loop/reach.ts';
import type { MediaDeps } from '#media/deps.ts';
import { fetchWaiting } from '#media/fetch.ts';
import { removeMedia } from '#media/remove.ts';
import { sweepMedia } from '#media/sweep.ts';
import { transcribeWaiting } from '#media/transcribe.ts';
import { transcriber } from '#media/transcriber.ts';
import { teller } from '#notify/tell.ts';
import { createOutbox } from '#outbox/outbox.ts';
import { reconcile } from '#outbox/reconcile.ts';
import { suggestLeft } from '#people/complaintsNaming.ts';
import { type ErasingDeps, eraseDue } from '#people/erase.ts';
import { KeyError, readKeys } from '#people/keys.ts';
import { replayTombstones } from '#people/replayTombstones.ts';
import { StoreUnavailable } from '#store/db.ts';
import { openStore } from '#store/open.ts';
import { settleSetting } from '#store/settings.ts';
import { discover, type Group, type Unexplained } from '#theming/discover.ts';
import { openModel } from '#theming/llm.ts';
import { createModelRuns } from '#theming/modelRuns.ts';
import { createNamer } from '#theming/nameGroups.ts';
import { hiddenFromOutside } from '#theming/redact/outside.ts';
import { createThemeSearch } from '#theming/search.ts';
import { createThemer } from '#theming/suggest.ts';
import { type Teacher, teacherHere } from '#theming/teacher.ts';
import { wait } from '#theming/wait.ts';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { uuids } from './newId.ts';
import { openChannels } from './openChannels.ts';
import { ourNumbers, waysIn } from './waysIn.ts';

const systemClock: Clock = { now: () => Date.now() };

/** Work that would hold up a web server, given from above: workers/ stands over this room and may import any other. */
export interface Threads {
  discover(responses: Unexplained[], stopping: AbortSignal): Promise<Group[]>;
  teacher(stopping: AbortSignal): Teacher;
}

/** Where nobody waits for anything else: tests, the demo and other commands. */
const here: Threads = { discover: async (responses) => discover(responses), teacher: teacherHere };

/** Everything built by hand, once, from the settings and from what a test or a demo brings in their place. */
export async function services(
  config: Config,
  log: Logger,
  world: { clock?: Clock; newId?: NewId; threads?: Threads } = {},
) {
  const clock = world.clock ?? systemClock;
  const newId = world.newId ?? uuids();
  const flowsSeen = await flowsAsSeen(config.flowsDir);
  const versions = await loadFlows(config.flowsDir);
  const keys = readKeys(config.key, config.dataDir);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const check = await store.turn((tx) => settleSetting(tx, 'keyCheck', keys.check));
    if (check !== keys.check) {
      throw new KeyError(
        'This key does not open this database. Set HEARBACK_KEY to the key it was made with, or put its hearback.key file back into DATA_DIR.',
      );
    }
    const flows = await openFlows(store, versions, config.defaultFlow, clock.now(), newId);

    /** What is wrong with flow files that were edited since: the flows of before go on meanwhile. */
    let flowProblems: readonly FlowProblem[] = [];
    const takeFlows = async (change: FlowChange) => {
      flowProblems = change.kind === 'problems' ? change.problems : [];
      if (change.kind === 'problems')
        return log.warn({ problems: change.problems }, 'a flow file was edited and cannot be used yet');
      try {
        await flows.replace(change.versions, clock.now());
        log.info('the edited flows are in use for whoever begins now');
      } catch (error) {
        log.error({ err: error }, 'the edited flows could not be taken; those of before go on');
      }
    };
    let stopWatching = () => {};

    const simulator = createSimulator({
      store,
      clock,
      newId,
      folder: path.join(config.dataDir, 'simulator'),
    });
    const { twilio, telegram, botFramework, channels } = await openChannels(
      config,
      { clock, versions },
      simulator,
    );
    const reach = reachOf(channels, clock);

    const jobs = localJobs(log);
    const outbox = createOutbox({
      store,
      // What goes out by hand waits for a person, whatever the hour.
      channels: new Map([...channels].filter(([name]) => name !== 'byHand')),
      keys,
      clock,
      newId,
      log,
      hours: { from: config.sendFrom, until: config.sendUntil },
      limits: config.limits,
    });
    const stopping = new AbortController();
    const threads = world.threads ?? here;
    const themer = createThemer({ store, clock, newId, teacher: threads.teacher(stopping.signal) });
    // Straight to the pump: a run that waits for one slow provider looks again at once when it is asked.
    const nudge = (job: 'outbox' | 'theming' | 'themeSearch' | 'modelRuns' | 'erasing') => {
      if (job !== 'outbox') return jobs.nudge(job);
      if (!config.sending || !started) return;
      outbox
        .pump()
        .catch((error: unknown) => log.error({ err: error }, 'sending failed and will be tried again'));
    };
    let started = false;
    /** Ends when it is told to. */
    let polling = Promise.resolve();
    const conversations: ConversationDeps = {
      store,
      flows,
      channels,
      keys,
      clock,
      newId,
      log,
      organisation: config.organisation,
      elsewhere: ourNumbers(config),
      sending: config.sending,
      nudge,
    };

    const namer = createNamer({ config: config.model, open: openModel, stopping: stopping.signal });
    const themeSearch = createThemeSearch({
      store,
      clock,
      newId,
      log,
      discover: (responses) => threads.discover(responses, stopping.signal),
      namer,
      stopping: stopping.signal,
    });
    const modelRuns = createModelRuns({
      ...{ store, clock, newId, config: config.model },
      open: openModel,
      hiddenOf: (response) => hiddenFromOutside(store.read, response),
      wait,
      stopping: stopping.signal,
    });
    const media: MediaDeps = {
      store,
      channels,
      clock,
      newId,
      log,
      folder: path.join(config.dataDir, 'media'),
      maxBytes: config.mediaMaxBytes,
      transcriber: config.transcriber === null ? null : transcriber(config.transcriber),
      dueAt: (now) => dueAt('media', now),
      transcribed: (mediaId, text) => transcribed(conversations, { mediaId, text, officerId: null }),
      stopping: stopping.signal,
    };

    const erasing: ErasingDeps = {
      store,
      channels,
      clock,
      newId,
      log,
      dataDir: config.dataDir,
      removeMedia: (residentId) => removeMedia(media, residentId),
      stopping: stopping.signal,
    };
    await replayTombstones(erasing);

    const { lead, deputy, alertAfterMs } = config.safeguarding;
    const alerts: AlertDeps = {
      store,
      clock,
      recipients: { lead, deputy },
      alertAfterMs,
      publicUrl: config.publicUrl,
      tell: teller(config.mail),
    };
    /** Real residents can write, and nobody would be told of one in danger. */
    const unguarded =
      (twilio !== null || telegram !== null || config.botFramework?.credentials) &&
      (lead === null || deputy === null);
    if (unguarded)
      log.warn(
        'SAFEGUARDING_LEAD or SAFEGUARDING_DEPUTY is not set: if a resident is in danger, nobody may be told. No flow should go live without a safeguarding lead, a deputy and cover hours.',
      );

    // A publishing that was killed half way is finished before anything else is sent.
    const finishPublishing = async () => {
      await planFollowUps(store, {
        now: clock.now(),
        newId,
        organisation: config.organisation,
        reach,
      });
    };
    const wakeDue = async () => {
      await wake(conversations);
      await takeUnanswered(conversations);
    };
    const reconcileLost = async () => {
      if ((await reconcile({ store, channels, keys, clock, newId })) > 0) nudge('outbox');
    };
    const theme = async () => {
      await themer.themePending();
      await themer.themeLearnt();
    };
    const work: Job[] = [
      { name: 'publishing', everyMs: 60_000, run: finishPublishing },
      { name: 'wake', everyMs: 1000, run: wakeDue },
      { name: 'theming', everyMs: 2000, run: theme },
      { name: 'themeSearch', everyMs: 60_000, run: async () => void (await themeSearch.searchDue()) },
      { name: 'naming', everyMs: 5000, run: () => suggestLeft({ store, clock }, stopping.signal) },
      { name: 'modelRuns', everyMs: 2000, run: () => modelRuns.readAll() },
      // Also where SENDING is off: that is about residents, and this is about one who may be in danger.
      { name: 'alerts', everyMs: 5000, run: () => alertDue(alerts) },
      { name: 'erasing', everyMs: 5000, run: async () => void (await eraseDue(erasing)) },
      { name: 'media', everyMs: 2000, run: () => fetchWaiting(media) },
      { name: 'transcripts', everyMs: 2000, run: () => transcribeWaiting(media) },
      { name: 'mediaSweep', everyMs: 3_600_000, run: async () => void (await sweepMedia(media)) },
    ];
    if (config.sending) {
      work.push(
        // Asked, not awaited: what falls due while one send hangs is looked at every second all the same.
        { name: 'outbox', everyMs: 1000, run: async () => nudge('outbox') },
        { name: 'recover', everyMs: 60_000, run: () => outbox.recover() },
        { name: 'reconcile', everyMs: 60_000, run: reconcileLost },
      );
    }

    /** As a webhook does it: false where nothing can be stored just now. */
    const takeAll = async (inbounds: Inbound[]) => {
      try {
        for (const inbound of inbounds) await receive(conversations, inbound);
        return true;
      } catch (error) {
        if (error instanceof StoreUnavailable) return false;
        log.error({ err: error }, 'what came in by asking could not be taken in');
        throw error;
      }
    };

    return {
      config,
      log,
      clock,
      newId,
      store,
      keys,
      flows,
      flowProblems: () => flowProblems,
      channels,
      reach,
      simulator,
      waysIn: waysIn(config),
      twilio,
      telegram,
      botFramework,
      outbox,
      media,
      themer,
      themeSearch,
      namer,
      modelRuns,
      nudge,
      unguarded,
      /** Some provider must be able to call PUBLIC_URL. */
      calledFromOutside:
        twilio !== null || telegram?.polls === false || (config.botFramework?.credentials ?? null) !== null,
      /** Tells the safeguarding lead and deputy of what they have not been told yet. */
      alertDue: () => alertDue(alerts),
      /** Forgets whoever is to be forgotten, as far as their providers let us just now. Returns how many are gone. */
      eraseDue: () => eraseDue(erasing),
      receive: (inbound: Inbound) => receive(conversations, inbound),
      /** Takes what an officer heard in a voice note as the resident's words. */
      writeDown: (mediaId: string, text: string, officerId: string) =>
        transcribed(conversations, { mediaId, text, officerId }),
      /** Lets the questions of a conversation go on that were paused for care. */
      restart: (conversationId: string) => restart(conversations, conversationId),
      /** Runs the timers that are due; with `hurry`, the timer of the address with that hash at once. */
      wake: async ({ hurry }: { hurry?: string } = {}) => {
        if (hurry === undefined) await wakeDue();
        else await wake(conversations, hurry);
      },
      /** Begins the work beside the web; what an earlier process left half done comes first. */
      startJobs: () => {
        started = true;
        jobs.start(work);
        if (telegram?.polls)
          polling = telegram.poll({ take: takeAll, warn: log.warn.bind(log) }, stopping.signal);
        // Where flows are tried out, an edit counts at once; a live service changes them when it is started anew.
        if (config.simulator)
          try {
            stopWatching = watchFlows(config.flowsDir, flowsSeen, (change) => void takeFlows(change));
          } catch (error) {
            log.warn({ err: error }, 'edits to the flows are not noticed');
          }
      },
      close: async () => {
        stopping.abort();
        stopWatching();
        await polling;
        await outbox.stop();
        await jobs.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

export type Services = Awaited<ReturnType<typeof services>>;
