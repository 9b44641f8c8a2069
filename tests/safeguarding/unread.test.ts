import { describe, expect, it } from 'vitest';
import { isUnread } from '#safeguarding/unread.ts';
import { council, phone } from '#tests/conversation/council.ts';

describe('what the gate may have read past', () => {
  it.each([
    'Nie wiem co robić, ona nas bije i zamyka w pokoju',
    'nu mai pot, mă bate în fiecare zi',
    'আমি আর বাঁচতে চাই না',
    'میں بہت پریشان ہوں',
    'мне страшно',
    'Help 救命',
    'Please read: ' + 'آپ',
  ])('%s', (text) => expect(isUnread(text, null)).toBe(true));

  it.each(['pl', 'ro', 'bn', 'ur'] as const)('anything, where they have chosen %s', (language) =>
    expect(isUnread('help', language)).toBe(true),
  );
});

describe('what it reads', () => {
  it.each([
    'The bus stop is filthy, and the café is shut',
    "Mae'r tŷ bwyta ar gau, a dŵr ar y llawr. Ŵyr neb pam, na sut mae’r gêm yn mynd; â phwy, tîm, môr, ffôl, cŵn",
    'My neighbours from Łódź and Iași run the shop',
    'Fine by me 👍🏽 ¯\\_(ツ)_/¯ ಠ_ಠ',
    'ＦＵＬＬ ＷＩＤＴＨ and naïve Zoë, 20 °C, 5 µm',
    'HELP',
    '',
  ])('%s', (text) => {
    expect(isUnread(text, null)).toBe(false);
    expect(isUnread(text, 'cy')).toBe(false);
  });
});

describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
  it('a person looks at it by the next working day, once a conversation, whatever language was chosen', async () => {
    const { say, read } = await council(dialect);
    const someone = phone(1);
    await say(someone, 'high street');
    await say(someone, 'The buses are fine');
    await say(someone, 'Nie wiem co robić, ona nas bije');
    await say(someone, 'i zamyka nas w pokoju na całą noc');
    expect(await read.selectFrom('cases').select(['kind', 'dueAt']).execute()).toEqual([
      { kind: 'unread', dueAt: Date.UTC(2026, 10, 23, 17) },
    ]);
  });
});
