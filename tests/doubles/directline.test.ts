import { expect, test } from 'vitest';
import { town } from '#tests/simulator/town.ts';
import { directLine, webPage } from './direct-line.ts';

const quietPeriod = 91_000;
const week = 7 * 24 * 3_600_000;

/** Microsoft's own client, somebody else's Direct Line, and the whole product on one machine. */
async function websiteOfTheCouncil() {
  const { url, clock, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  const line = await directLine(`${url}/api/messages`);
  return { line, clock, services };
}

test('a resident holds a whole conversation in a web chat', async () => {
  const { line, clock, services } = await websiteOfTheCouncil();
  const page = webPage(line.url, 'resident-1');
  const answers = [
    'Hello',
    'It is dark by the library and I hurry home',
    'More benches, so that my mother can rest',
  ];

  await page.says(answers[0] ?? '');
  let pressed = 0;
  let written = 0;
  for (let said = 1; said < 20; said += 1) {
    const question = await page.reads(said);
    if (/Thank you for your time/.test(question.text ?? '')) break;
    if (question.suggestedActions) {
      await page.presses(question, 0);
      pressed += 1;
    } else {
      written += 1;
      await page.says(
        answers[written] ?? 'The old market hall ought to be kept, with its clock and its stalls',
      );
      clock.advance(quietPeriod);
      await services.wake();
    }
  }

  expect(page.heard.at(-1)?.text).toContain('Thank you for your time');
  expect({ pressed, written }).toEqual({ pressed: 5, written: 6 });
  const conversations = await services.store.read.selectFrom('conversations').selectAll().execute();
  expect(conversations).toHaveLength(1);
  const addresses = await services.store.read.selectFrom('addresses').select('channel').execute();
  expect(addresses).toEqual([{ channel: 'webchat' }]);
});

test('and is reminded a week later, out of turn', async () => {
  const { line, clock, services } = await websiteOfTheCouncil();
  const page = webPage(line.url, 'resident-2');
  await page.says('Hello');
  await page.reads(1);
  clock.advance(week + quietPeriod);
  await services.wake();
  const reminder = await page.reads(2);
  expect(reminder.text).toContain('high street');
  expect(page.heard).toHaveLength(2);
});
