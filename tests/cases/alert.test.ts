import { expect, test } from 'vitest';
import { acceptCase } from '#cases/accept.ts';
import { type AlertDeps, alertDue } from '#cases/alert.ts';
import { closeCase } from '#cases/close.ts';
import { openStore } from '#store/open.ts';
import { council, phone } from '#tests/conversation/council.ts';
import { closedPort, mailServer, webhookServer } from '#tests/notify/far-sides.ts';
import { databases } from '#tests/store/databases.ts';

const MINUTE = 60_000;
const WORDS = 'I want to end my life, the bench by the canal is where I sit';
const mailFrom = { MAIL_FROM: 'hearback@example.org' };
const both = { SAFEGUARDING_LEAD: 'lead@example.org', SAFEGUARDING_DEPUTY: 'deputy@example.org' };

/** The deps that services would hand to alertDue, but with this far side. */
function depsOf({ services }: Awaited<ReturnType<typeof council>>, given: Partial<AlertDeps>): AlertDeps {
  return {
    store: services.store,
    clock: services.clock,
    recipients: { lead: 'lead', deputy: 'deputy' },
    alertAfterMs: 15 * MINUTE,
    publicUrl: 'https://listen.example.org',
    tell: async () => ({ kind: 'told' }),
    ...given,
  };
}

/** Someone in danger writes: the case that was opened. */
async function danger(town: Awaited<ReturnType<typeof council>>) {
  await town.say(phone(1), 'high street');
  await town.say(phone(1), WORDS);
  return town.read
    .selectFrom('cases')
    .selectAll()
    .where('kind', '=', 'safeguarding')
    .executeTakeFirstOrThrow();
}

const states = async (town: Awaited<ReturnType<typeof council>>) =>
  (await town.read.selectFrom('alerts').selectAll().orderBy('round').orderBy('to', 'desc').execute()).map(
    ({ round, to, state }) => `${round} ${to} ${state}`,
  );

test.each(databases)(
  'on %s the lead is told of a child as of danger, and not of what the child said',
  async (on) => {
    const town = await council(on);
    await town.say(phone(1), 'high street');
    await town.say(phone(1), "I'm 10");
    const said: string[] = [];
    const deps = depsOf(town, {
      tell: async (_recipient, { subject, text }) => {
        said.push(subject, text);
        return { kind: 'told' };
      },
    });
    await alertDue(deps);
    expect(said.join('\n')).toContain('someone who says they are a child');
    expect(said.join('\n')).not.toContain("I'm 10");
    const child = await town.read.selectFrom('cases').select('id').executeTakeFirstOrThrow();
    await acceptCase(town.services, { caseId: child.id, officerId: 'officer' });
    town.clock.advance(60 * MINUTE);
    said.length = 0;
    await alertDue(deps);
    expect(said).toEqual([]);
  },
);

test.each(databases)(
  'on %s a clock that was a day ahead when somebody was in danger keeps nobody waiting',
  async (on) => {
    const town = await council(on);
    const DAY = 24 * 60 * MINUTE;
    town.clock.advance(DAY);
    await danger(town);
    town.clock.advance(-DAY);
    const told: string[] = [];
    const deps = depsOf(town, {
      tell: async (recipient) => {
        told.push(recipient);
        return { kind: 'told' };
      },
    });
    for (let look = 0; look < 3; look += 1) await alertDue(deps);
    expect(told.splice(0)).toEqual(['lead']);
    town.clock.advance(15 * MINUTE);
    for (let look = 0; look < 3; look += 1) await alertDue(deps);
    expect(told.sort()).toEqual(['deputy', 'lead']);
  },
);

test('what a process had in hand that died, and a clock that was then put back, is sent again', async () => {
  const town = await council('sqlite');
  await danger(town);
  const dying = depsOf(town, { tell: () => Promise.reject(new Error('killed')) });
  town.clock.advance(24 * 60 * MINUTE);
  await expect(alertDue(dying)).rejects.toThrow('killed');
  town.clock.advance(-24 * 60 * MINUTE);
  const told: string[] = [];
  await alertDue(
    depsOf(town, {
      tell: async (recipient) => {
        told.push(recipient);
        return { kind: 'told' };
      },
    }),
  );
  expect(told).toContain('lead');
});

test.each(databases)(
  'on %s the lead is told at once, the deputy too after 15 minutes, until somebody accepts',
  async (on) => {
    const server = await mailServer();
    const town = await council(on, { ...both, ...mailFrom, SMTP_URL: server.url() });
    const { services, clock } = town;
    const found = await danger(town);
    const told = () =>
      server.mails
        .splice(0)
        .flatMap(({ to }) => to)
        .sort();

    await services.alertDue();
    const [mail] = server.mails;
    expect(told()).toEqual(['lead@example.org']);
    await services.alertDue();
    clock.advance(15 * MINUTE - 1);
    await services.alertDue();
    expect(told()).toEqual([]);
    clock.advance(1);
    await services.alertDue();
    expect(told()).toEqual(['deputy@example.org', 'lead@example.org']);
    clock.advance(15 * MINUTE);
    await services.alertDue();
    expect(told()).toEqual(['deputy@example.org', 'lead@example.org']);

    expect(await acceptCase(services, { caseId: found.id, officerId: 'somebody' })).toBe(true);
    clock.advance(60 * MINUTE);
    await services.alertDue();
    expect(told()).toEqual([]);
    expect((await states(town)).slice(-2)).toEqual(['4 lead notNeeded', '4 deputy notNeeded']);

    // Only what anybody may read who sees the mail on its way.
    const source = (mail?.source ?? '').replace(/=\r\n/g, '');
    expect(source).toContain(`/console/cases/${found.id}`);
    expect(source).toContain('self-harm');
    expect(source).toContain('12:00');
    const whole = source + Buffer.from(source.split('\r\n\r\n')[1] ?? '', 'base64').toString();
    for (const secret of ['end my life', 'bench', 'canal', '000000000001', found.residentId ?? ''])
      expect(whole).not.toContain(secret);
  },
);

test.each(databases)(
  'on %s an alert that was in hand when the process died is sent again, after its lease',
  async (on) => {
    const town = await council(on);
    await danger(town);
    const inHand = Promise.withResolvers<void>();
    // It dies in the midst of sending: nothing after that ever happens.
    void alertDue(
      depsOf(town, {
        tell: () => {
          inHand.resolve();
          return new Promise(() => {});
        },
      }),
    );
    await inHand.promise;
    const told: string[] = [];
    const next = depsOf(town, {
      tell: async (recipient) => {
        told.push(recipient);
        return { kind: 'told' };
      },
    });
    await alertDue(next);
    expect(told).toEqual([]);
    town.clock.advance(MINUTE);
    await alertDue(next);
    expect(told).toEqual(['lead']);
    expect(await states(town)).toEqual(['1 lead sent', '2 lead due', '2 deputy due']);
  },
);

test.each(databases)('on %s two processes do not both tell the lead', async (on) => {
  const town = await council(on);
  await danger(town);
  const { databaseUrl, dataDir } = town.services.config;
  const other = await openStore({ databaseUrl, dataDir });
  try {
    const told: string[] = [];
    const tell: AlertDeps['tell'] = async (recipient) => {
      told.push(recipient);
      return { kind: 'told' };
    };
    const one = depsOf(town, { tell });
    await Promise.all([alertDue(one), alertDue({ ...one, store: other }), alertDue(one)]);
    expect(told).toEqual(['lead']);
  } finally {
    await other.close();
  }
});

test('what cannot be delivered is tried again, more and more seldom, and the other is told all the same', async () => {
  const server = await webhookServer();
  const town = await council('sqlite', {
    ...mailFrom,
    SAFEGUARDING_LEAD: 'lead@example.org',
    SAFEGUARDING_DEPUTY: server.url,
    SMTP_URL: `smtp://127.0.0.1:${await closedPort()}`,
  });
  const { services, clock, read } = town;
  await danger(town);
  const row = () =>
    read
      .selectFrom('alerts')
      .selectAll()
      .where('round', '=', 1)
      .where('to', '=', 'lead')
      .executeTakeFirstOrThrow();
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await services.alertDue();
    const { attempts, dueAt, reason, state } = await row();
    expect({ attempts, reason, state }).toEqual({ attempts: attempt, reason: 'unreachable', state: 'due' });
    waits.push((dueAt - clock.now()) / 1000);
    clock.set(dueAt);
  }
  expect(waits).toEqual([10, 20, 40, 80]);
  expect(server.posts).toEqual([]);
  clock.advance(15 * MINUTE);
  await services.alertDue();
  expect(server.posts).toHaveLength(1);
  expect((await row()).state).toBe('failed');
});

test('where there is no lead the deputy does not wait, and where there is nobody the alert does', async () => {
  const town = await council('sqlite');
  await danger(town);
  await town.services.alertDue();
  expect(await states(town)).toEqual(['1 lead due']);
  const told: string[] = [];
  const deps = depsOf(town, {
    recipients: { lead: null, deputy: 'deputy' },
    tell: async (recipient) => {
      told.push(recipient);
      return { kind: 'told' };
    },
  });
  await alertDue(deps);
  await alertDue(deps);
  expect(told).toEqual(['deputy']);
  expect(await states(town)).toEqual(['1 lead failed', '2 deputy sent', '3 deputy due']);
});

test('after a long stop each is told once, not once for every round missed', async () => {
  const town = await council('sqlite');
  await danger(town);
  town.clock.advance(600 * MINUTE);
  const told: string[] = [];
  const deps = depsOf(town, {
    tell: async (recipient) => {
      told.push(recipient);
      return { kind: 'told' };
    },
  });
  for (let run = 0; run < 5; run += 1) await alertDue(deps);
  expect(told.sort()).toEqual(['deputy', 'lead', 'lead']);
});

test('a case that is closed alerts nobody, and other cases never do', async () => {
  const town = await council('sqlite');
  const found = await danger(town);
  await town.say(phone(2), 'high street');
  await town.say(phone(2), 'PERSON');
  expect(await states(town)).toEqual(['1 lead due']);
  await closeCase(town.services, { caseId: found.id, officerId: 'somebody', release: false });
  expect(await acceptCase(town.services, { caseId: found.id, officerId: 'somebody' })).toBe(false);
  const told: string[] = [];
  await alertDue(
    depsOf(town, {
      tell: async (recipient) => {
        told.push(recipient);
        return { kind: 'told' };
      },
    }),
  );
  expect(told).toEqual([]);
});

test.each(databases)('on %s one officer accepts a case, whoever else asks to', async (on) => {
  const town = await council(on);
  const found = await danger(town);
  const ask = (officerId: string) => acceptCase(town.services, { caseId: found.id, officerId });
  const answers = await Promise.all([ask('one'), ask('other')]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});
