import type { Message } from 'botframework-directlinejs';
import { expect, test } from 'vitest';
import { town } from '#tests/simulator/town.ts';
import { directLine, webPage } from './direct-line.ts';

const quietPeriod = 91_000;
const asksOrEnds = ({ suggestedActions, text }: Message) =>
  suggestedActions !== undefined || /Thank you for your time/.test(text ?? '');
const week = 7 * 24 * 3_600_000;

/** Microsoft's own client, somebody else's Direct Line, and the whole product on one machine. */
async function websiteOfTheCouncil() {
  const { url, clock, services } = await town({ BOT_FRAMEWORK_LOCAL: 'on' });
  const line = await directLine(`${url}/api/messages`);
  return { line, clock, services };
}

const answers = [
  'It is dark by the library in winter and I hurry home',
  'More benches, so that my mother can sit down on her way',
  'The market hall, with its clock and its stalls',
  'The last bus is too early for the people who work there',
  'You could ask the people who queue at the food bank',
  'What it costs to park there for the whole of a day',
];

test('a resident holds a whole conversation in a web chat', async () => {
  const { line, services } = await websiteOfTheCouncil();
  const page = webPage(line.url, 'resident-1');
  await page.says('Hello');
  let written = 0;
  let question = await page.reads(0, asksOrEnds);
  while (question.suggestedActions && page.heard.length < 20) {
    const { length: buttons } = question.suggestedActions.actions;
    // An open question has one button, for whoever has written all that they want to say.
    if (buttons === 1) {
      await page.says(answers[written] ?? '');
      written += 1;
    }
    const { length: heard } = page.heard;
    await page.presses(question, 0);
    // An invitation to pass on comes in between, and asks nothing.
    question = await page.reads(heard, asksOrEnds);
  }

  expect(question.text).toContain('Thank you for your time');
  // This chat cannot be found again weeks later: once, it offers a code to send from somewhere that can.
  expect(page.heard.filter(({ text }) => /LINK [A-Z]{4}-\d{4}/.test(text ?? ''))).toHaveLength(1);
  expect([page.heard.length, written]).toEqual([14, answers.length]);
  const { read } = services.store;
  expect(await read.selectFrom('addresses').select('channel').execute()).toEqual([{ channel: 'webchat' }]);
  const kept = await read.selectFrom('messages').select('text').where('kind', '=', 'text').execute();
  expect(kept.map(({ text }) => text)).toEqual(expect.arrayContaining(answers));
});

test('and is reminded a week later, out of turn', async () => {
  const { line, clock, services } = await websiteOfTheCouncil();
  const page = webPage(line.url, 'resident-2');
  await page.says('Hello');
  await page.reads(0);
  clock.advance(week + quietPeriod);
  await services.wake();
  const reminder = await page.reads(1);
  expect(reminder.text).toContain('high street');
  expect(page.heard).toHaveLength(2);
});
