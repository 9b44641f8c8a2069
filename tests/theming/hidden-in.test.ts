import { describe, expect, test } from 'vitest';
import { hideAgain, hideWords, settleName, showAgain } from '#review/hideWords.ts';
import { keepMessage } from '#store/messages.ts';
import { redactionsOf, wordsHash } from '#store/redactions.ts';
import { hearMessage } from '#store/responses.ts';
import { responseById } from '#store/responses-read.ts';
import { consultation, NOON } from '#tests/loop/consultation.ts';
import { type Database, databases } from '#tests/store/databases.ts';
import { decided, hiddenIn, unquotable } from '#theming/redact/hiddenIn.ts';
import { maskedText } from '#theming/redact/maskedText.ts';
import { hiddenFromOutside } from '#theming/redact/outside.ts';

async function town(database: Database, text: string) {
  const { store, newId, contributor, say, flow } = await consultation(database);
  const { residentId, address } = await contributor();
  const responseId = newId();
  let now = NOON;
  const desk = { store, newId, clock: { now: () => (now += 1) } };
  const given = { responseId, officerId: 'officer' };
  /** One more message of the response, written at this place among the others. */
  const hear = (words: string, position: number, first = false) =>
    store.turn(async (tx) => {
      const messageId = newId();
      await keepMessage(tx, {
        ...{ id: messageId, channel: 'sms', dedupeKey: messageId, residentId, addressId: address.id },
        ...{ conversationId: null, kind: 'text', text: words, choice: null, media: '[]', replyTo: null },
        ...{ sentAt: null, receivedAt: position, state: 'handled' },
      });
      await hearMessage(
        tx,
        {
          ...{ id: responseId, consultationId: flow.id, conversationId: null, residentId, flowHash: 'v1' },
          ...{ stepId: 'tell', outcomeId: null, channel: 'sms', language: 'en', text: words, late: 0 },
          ...{ state: 'complete', held: 0, whoElse: 0, abusive: 0, createdAt: NOON, completedAt: NOON },
        },
        { messageId, position, first },
      );
    });
  await hear(text, NOON, true);
  const masked = async () => {
    const response = await responseById(store.read, responseId);
    if (response === undefined) throw new Error('The response is gone.');
    return maskedText(response.text, (await hiddenIn(store.read, response)).hidden).text;
  };
  const named = (words: string) => ({ ...given, of: wordsHash(responseId, words) });
  const names = async () => {
    const response = await responseById(store.read, responseId);
    const found = await hiddenIn(store.read, response ?? { id: '', text: '' });
    return found.possibleNames.map(({ start, end }) => response?.text.slice(start, end));
  };
  /** What no follow-up may quote. */
  const withheld = async () => {
    const response = (await responseById(store.read, responseId)) ?? { id: '', text: '' };
    const spans = unquotable(response, await redactionsOf(store.read, [responseId]));
    return spans.map(({ start, end }) => response.text.slice(start, end));
  };
  /** As resident reviewers and models read it. */
  const outside = async () => {
    const response = (await responseById(store.read, responseId)) ?? { id: '', text: '' };
    return maskedText(response.text, await hiddenFromOutside(store.read, response)).text;
  };
  return { store, desk, given, hear, masked, outside, withheld, named, names, say, responseId };
}

describe.each(databases)('what is hidden in a response, on %s', (database) => {
  test('is what the rules find and what officers add, wherever the words stand', async () => {
    const { desk, given, masked } = await town(
      database,
      'The Old Forge leaks. 07700 900123. I run The Old Forge.',
    );
    expect(await hideWords(desk, { ...given, words: 'The Old Forge', kind: 'other' })).toBe(2);
    expect(await masked()).toBe('[personal detail] leaks. [phone number]. I run [personal detail].');
    expect(await hideWords(desk, { ...given, words: 'the old forge', kind: 'other' })).toBe(2);
    expect(await hideWords(desk, { ...given, words: 'Forg', kind: 'other' })).toBe(0);
    expect(
      await hideWords(desk, { ...given, responseId: 'none', words: 'x', kind: 'other' }),
    ).toBeUndefined();
  });

  test('is shown again and hidden again, by the latest decision', async () => {
    const { desk, given, masked, named, store, responseId } = await town(
      database,
      'Our hall is 01632 960123, use it.',
    );
    expect(await showAgain(desk, named('01632 960123'))).toBe(true);
    expect(await masked()).toBe('Our hall is 01632 960123, use it.');
    // Pressed twice, or by somebody who had the page open.
    expect(await showAgain(desk, named('01632 960123'))).toBe(false);
    expect(await hideAgain(desk, named('01632 960123'))).toBe(true);
    expect(await masked()).toBe('Our hall is [phone number], use it.');
    await hideWords(desk, { ...given, words: 'hall', kind: 'other' });
    expect(await showAgain(desk, named('hall'))).toBe(true);
    expect(await masked()).toBe('Our hall is [phone number], use it.');
    const audit = await store.read.selectFrom('audit').selectAll().orderBy('id').execute();
    expect(audit.map(({ action }) => action)).toEqual([
      ...['redaction.shown', 'redaction.hidden', 'redaction.hidden', 'redaction.shown'],
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/960123|hall/);
    expect(JSON.stringify(await redactionsOf(store.read, [responseId]))).not.toMatch(/960123|hall/);
  });

  test('what overlaps is masked as one, and each part of it is shown again by itself', async () => {
    const { desk, given, masked, named } = await town(database, 'Call Pat 07700 900123 now');
    await hideWords(desk, { ...given, words: 'Pat 07700', kind: 'name' });
    expect(await masked()).toBe('Call [phone number] now');
    expect(await showAgain(desk, named('Pat 07700 900123'))).toBe(false);
    expect(await showAgain(desk, named('07700 900123'))).toBe(true);
    expect(await masked()).toBe('Call [name] 900123 now');
    expect(await showAgain(desk, named('Pat 07700'))).toBe(true);
    expect(await masked()).toBe('Call Pat 07700 900123 now');
    expect(await hideAgain(desk, named('07700 900123'))).toBe(true);
    expect(await masked()).toBe('Call Pat [phone number] now');
  });

  test('what is hidden for itself stays hidden when something longer is shown again', async () => {
    const { desk, given, masked, named } = await town(
      database,
      'I met sammy. The shop of sammy jonesy is good.',
    );
    await hideWords(desk, { ...given, words: 'sammy', kind: 'name' });
    await hideWords(desk, { ...given, words: 'sammy jonesy', kind: 'name' });
    expect(await showAgain(desk, named('sammy jonesy'))).toBe(true);
    expect(await masked()).toBe('I met [name]. The shop of [name] jonesy is good.');
    expect(await showAgain(desk, named('sammy'))).toBe(true);
    expect(await masked()).toBe('I met sammy. The shop of sammy jonesy is good.');
  });

  test('what an officer hides within what a rule hides is written down, once', async () => {
    const { desk, given, masked, named, store, responseId } = await town(
      database,
      'The bench at 14 Wombat Road is broken.',
    );
    const hide = () => hideWords(desk, { ...given, words: 'Wombat', kind: 'other' });
    expect([await hide(), await hide()]).toEqual([1, 1]);
    expect(await redactionsOf(store.read, [responseId])).toHaveLength(1);
    expect(await masked()).toBe('The bench at [home address] is broken.');
    expect(await showAgain(desk, named('14 Wombat Road'))).toBe(true);
    expect(await masked()).toBe('The bench at 14 [personal detail] Road is broken.');
    // It is shown but for that part of it, and can be hidden again.
    expect(await hideAgain(desk, named('14 Wombat Road'))).toBe(true);
    expect(await masked()).toBe('The bench at [home address] is broken.');
  });

  test('a name is hidden once a person says so, its parts too, and is not suggested once a person says no', async () => {
    const text = 'My name is Sarah Jones. Sarah is tired. My neighbour Rose has no roses.';
    const { desk, masked, named, names } = await town(database, text);
    expect(await names()).toEqual(['Sarah Jones', 'Rose']);
    expect(await settleName(desk, { ...named('Sarah Jones'), isName: true })).toBe(true);
    expect(await settleName(desk, { ...named('Rose'), isName: false })).toBe(true);
    expect(await names()).toEqual([]);
    expect(await masked()).toBe('My name is [name]. [name] is tired. My neighbour Rose has no roses.');
    expect(await settleName(desk, { ...named('Rose'), isName: true })).toBe(false);
  });

  test('a name that is shown again is shown whole, and where a part of it stands alone somebody is asked', async () => {
    const text = 'My neighbour is Sam Okoro. Sam is loud. Okoro has a dog.';
    const { desk, masked, named, names } = await town(database, text);
    await settleName(desk, { ...named('Sam Okoro'), isName: true });
    expect(await masked()).toBe('My neighbour is [name]. [name] is loud. [name] has a dog.');
    expect(await showAgain(desk, named('Sam Okoro'))).toBe(true);
    expect(await masked()).toBe(text);
    expect(await names()).toEqual(['Sam', 'Okoro']);
    await settleName(desk, { ...named('Sam'), isName: false });
    expect(await names()).toEqual(['Okoro']);
    await settleName(desk, { ...named('Okoro'), isName: true });
    expect(await masked()).toBe('My neighbour is Sam [name]. Sam is loud. [name] has a dog.');
  });

  test.each([
    ['Councillor Sam Okoro came to see us. My son Sam is ill and cannot walk.', 'Sam Okoro', 'Sam'],
    ['I spoke to Rowan Ellis. Then my daughter Rowan fell.', 'Rowan Ellis', 'Rowan'],
    ['Councillor Mark Hill came. We mark the path. My son Mark is ill.', 'Mark Hill', 'Mark'],
  ])('whoever else has that first name is not shown with it: %s', async (text, whole, part) => {
    const { desk, hear, masked, outside, withheld, named, names } = await town(database, text);
    await settleName(desk, { ...named(whole), isName: true });
    expect(await withheld()).toEqual([whole, part]);
    await showAgain(desk, named(whole));
    expect([await masked(), await names(), await withheld()]).toEqual([text, [part], [part]]);
    expect(await outside()).toBe(text.replace(new RegExp(`${part}(?! ${whole.split(' ')[1]})`), '[name]'));
    // Nor in what they say later.
    await hear(`${whole} again\nI am with ${part} now`, NOON + 1000);
    expect(await withheld()).toEqual([part, part]);
    await settleName(desk, { ...named(part), isName: false });
    expect(await withheld()).toEqual([]);
  });

  test('what was asked about and is hidden with another name is asked about again with that one', async () => {
    const text = 'Councillor Sam Okoro came. Councillor Sam Jonesy came too. My son Sam is ill.';
    const { desk, masked, named, names } = await town(database, text);
    for (const whole of ['Sam Okoro', 'Sam Jonesy']) {
      await settleName(desk, { ...named(whole), isName: true });
      expect(await masked()).toContain('My son [name] is ill.');
      await showAgain(desk, named(whole));
      expect(await masked()).toBe(text);
      expect(await names()).toContain('Sam');
    }
    expect(await names()).toEqual(['Sam']);
  });

  test('a part of a name that is shown again stays hidden where a rule hides it', async () => {
    const text = 'My name is Rowan Ellis. I live at 14 Ellis Road now.';
    const { desk, masked, named, names } = await town(database, text);
    await settleName(desk, { ...named('Rowan Ellis'), isName: true });
    await showAgain(desk, named('Rowan Ellis'));
    expect(await masked()).toBe('My name is Rowan Ellis. I live at [home address] now.');
    expect(await names()).toEqual([]);
    await showAgain(desk, named('14 Ellis Road'));
    expect(await masked()).toBe(text);
    expect(await names()).toEqual([]);
  });

  test('and leaves hidden what is a part of another hidden name, or hidden for itself', async () => {
    const text = 'My neighbour is Sam Okoro. Her friend is Sam Jonesy. I met Okoro and Mr Bellweather.';
    const { desk, given, masked, named, names } = await town(database, text);
    await settleName(desk, { ...named('Sam Okoro'), isName: true });
    expect(await names()).toContain('Jonesy');
    await settleName(desk, { ...named('Jonesy'), isName: true });
    // It is hidden as a part already, and from now on for itself.
    await hideWords(desk, { ...given, words: 'Okoro', kind: 'name' });
    await showAgain(desk, named('Sam Okoro'));
    expect(await masked()).toMatch(
      /^My neighbour is \[name\] \[name\]\. Her friend is \[name\] \[name\]\. I met \[name\]/,
    );
    await showAgain(desk, named('Okoro'));
    await showAgain(desk, named('Sam'));
    expect(await masked()).toMatch(/^My neighbour is Sam Okoro\. Her friend is Sam \[name\]\. I met Okoro/);
  });

  test('a name that is a word as well is hidden where it is written as a name, and the word is not', async () => {
    const text =
      'My neighbour is Mark Hill. When do you mark the hill path? Mark it soon. Hill paths are bad. I told Mark so. Mark was rude.';
    const { desk, given, masked, named } = await town(database, text);
    expect(await settleName(desk, { ...named('Mark Hill'), isName: true })).toBe(true);
    expect(await masked()).toBe(
      'My neighbour is [name]. When do you mark the hill path? Mark it soon. Hill paths are bad. I told [name] so. [name] was rude.',
    );
    // What somebody hides by hand is hidden wherever it stands.
    await hideWords(desk, { ...given, words: 'hill', kind: 'other' });
    expect(await masked()).toMatch(/mark the \[personal detail\] path\?.* \[personal detail\] paths are bad/);
  });

  test('a name that is no word is hidden however it is written, but not the thing that is called the same', async () => {
    const { desk, masked, named } = await town(
      database,
      'I met Mr Heath and Sarah Jones. heath was kind. sarah is tired. The heath is wet.',
    );
    for (const words of ['Heath', 'Sarah Jones'])
      expect(await settleName(desk, { ...named(words), isName: true })).toBe(true);
    expect(await masked()).toBe(
      'I met Mr [name] and [name]. heath was kind. [name] is tired. The heath is wet.',
    );
  });

  test('the rest of a name of which a part is hidden may still be a name', async () => {
    const { desk, given, masked, named, names, outside } = await town(
      database,
      'My name is Rowan T. Pricehard. It is wet.',
    );
    await hideWords(desk, { ...given, words: 'Rowan', kind: 'name' });
    expect(await names()).toEqual(['T. Pricehard']);
    expect(await outside()).toBe('My name is [name] [name]. It is wet.');
    await hideWords(desk, { ...given, words: 'T', kind: 'name' });
    expect(await names()).toEqual(['Pricehard']);
    expect(await settleName(desk, { ...named('Pricehard'), isName: false })).toBe(true);
    expect(await names()).toEqual([]);
    expect(await masked()).toBe('My name is [name] [name]. Pricehard. It is wet.');
  });

  test('words are the same however they are written', async () => {
    const { desk, given, hear, masked, named, store, responseId } = await town(
      database,
      'zoe\u0308lla shouts. We know ZOËLLA and zoëlla and Zoëllas.',
    );
    expect(await hideWords(desk, { ...given, words: 'zoëlla', kind: 'name' })).toBe(3);
    expect(await masked()).toBe('[name] shouts. We know [name] and [name] and Zoëllas.');
    await hear('ZOËLLA again', NOON - 1000);
    expect(await masked()).toMatch(/^\[name\] again\n\[name\] shouts\. We know \[name\] and \[name\] /);
    expect(await redactionsOf(store.read, [responseId])).toHaveLength(1);
    expect(await showAgain(desk, named('ZOËLLA'))).toBe(true);
    expect(await masked()).not.toContain('[name]');
  });

  test('goes with its words where more is said, also where it was written earlier', async () => {
    const { desk, given, hear, masked, named } = await town(database, 'The Old Forge is 01632 960123');
    await hideWords(desk, { ...given, words: 'The Old Forge', kind: 'other' });
    await showAgain(desk, named('01632 960123'));
    await hear('It is loud at The Old Forge', NOON + 1000);
    expect(await masked()).toBe('[personal detail] is 01632 960123\nIt is loud at [personal detail]');
    await hear('Ring 07700 900123 or see', NOON - 1000);
    expect(await masked()).toBe(
      'Ring [phone number] or see\n[personal detail] is 01632 960123\nIt is loud at [personal detail]',
    );
  });

  test('where other words stand in the place, a decision is about nothing', async () => {
    const { desk, given, store, responseId } = await town(database, 'Ask Pat about it');
    await hideWords(desk, { ...given, words: 'Pat', kind: 'name' });
    const rows = await redactionsOf(store.read, [responseId]);
    expect(decided('Ask Pat about it', rows).hidden).toEqual([{ start: 4, end: 7, kind: 'name' }]);
    expect(decided('Ask Sue about it', rows).hidden).toEqual([]);
  });
});
