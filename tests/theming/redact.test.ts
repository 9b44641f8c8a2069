import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '#safeguarding/detect.ts';
import { nations, signposts } from '#safeguarding/signposts.ts';
import { mask } from '#theming/redact/mask.ts';
import { type HiddenKind, redact } from '#theming/redact/redact.ts';
import { corpus } from './redaction-corpus/corpus.ts';

const hiddenOf = (text: string) =>
  redact(text).hidden.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
const namesOf = (text: string) => redact(text).possibleNames.map(({ start, end }) => text.slice(start, end));
const masked = (text: string) => mask(text, redact(text).hidden, (kind) => kind).text;

describe('what is hidden', () => {
  test.each<[HiddenKind, string, string]>([
    ['phone', 'ring 07700 900123 today', '07700 900123'],
    ['phone', 'ring +44 (0)7700 900123 today', '+44 (0)7700 900123'],
    ['phone', 'ring 0044 7700.900.123', '0044 7700.900.123'],
    ['phone', '(01632) 960123 at home', '(01632) 960123'],
    ['phone', 'my sister +48 600 000 001', '+48 600 000 001'],
    ['phone', 'ফোন ০৭৭০০ ৯০০১২৩', '০৭৭০০ ৯০০১২৩'],
    ['phone', 'فون ۰۷۷۰۰ ۹۰۰۱۲۳', '۰۷۷۰۰ ۹۰۰۱۲۳'],
    ['phone', '07700\u200b 900\u200b123 please', '07700\u200b 900\u200b123'],
    ['email', 'to sam@example.org.', 'sam@example.org'],
    ['email', 'sam at example dot com please', 'sam at example dot com'],
    ['postcode', 'near ls6 2qt', 'ls6 2qt'],
    ['postcode', 'near EC1V4PW', 'EC1V4PW'],
    ['nhsNumber', 'NHS 999 112 3458', '999 112 3458'],
    ['niNumber', 'NI AB 12 34 56 C', 'AB 12 34 56 C'],
    ['card', 'card 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['link', 'https://example.org/reset?token=abc', 'https://example.org/reset?token=abc'],
    ['address', 'I live at Flat 2, 7 Kings Road and', 'Flat 2, 7 Kings Road'],
    ['address', "dwi'n byw yn 12 Heol y Bont ac", '12 Heol y Bont'],
    // Over two lines, and with more blanks than one.
    ['address', 'I live at 14\nMill Road', '14\nMill Road'],
    ['address', 'by 14  Mill  Road', '14  Mill  Road'],
    ['postcode', 'CF10\n1AA', 'CF10\n1AA'],
    ['email', 'sam@\nexample.org', 'sam@\nexample.org'],
    ['card', '4111\n1111\n1111\n1111', '4111\n1111\n1111\n1111'],
    // Digits that are drawn, said, or kept apart by what few put there.
    ['phone', '⓪⑦⑦⓪⓪ ⑨⓪⓪①②③', '⓪⑦⑦⓪⓪ ⑨⓪⓪①②③'],
    ['phone', 'on ⁰⁷⁷⁰⁰ ⁹⁰⁰¹²³', '⁰⁷⁷⁰⁰ ⁹⁰⁰¹²³'],
    ['phone', '0❼❼00 ❾00❶❷❸', '0❼❼00 ❾00❶❷❸'],
    [
      'phone',
      'oh seven seven double oh nine double oh one two three',
      'oh seven seven double oh nine double oh one two three',
    ],
    ['phone', 'ring 07700 nine hundred 123 please', '07700 nine hundred 123'],
    ['phone', 'my number is 07700 nine hundred 123, 2 kids', '07700 nine hundred 123'],
    ['phone', 'at number 2, 07700 nine hundred 123', '07700 nine hundred 123'],
    [
      'phone',
      'oh-seven-seven-double-oh-nine-double-oh-one-two-three',
      'oh-seven-seven-double-oh-nine-double-oh-one-two-three',
    ],
    [
      'phone',
      'oh, seven, seven, double oh, nine, double oh, one, two, three',
      'oh, seven, seven, double oh, nine, double oh, one, two, three',
    ],
    ['phone', 'my number is two three nine one four four one two', 'two three nine one four four one two'],
    ['phone', 'my number is 0115, 496, 0123', '0115, 496, 0123'],
    ['phone', '0115 ~ 496 ~ 0123', '0115 ~ 496 ~ 0123'],
    ['phone', 'saith saith dim dim naw dim dim un dau tri', 'saith saith dim dim naw dim dim un dau tri'],
    ['phone', 'my whatsapp is 7700 900 123', '7700 900 123'],
    ...[', ', ':', ';', '=', '~', '|', '#', '+', '…', ' … '].map((between): [HiddenKind, string, string] => [
      'phone',
      `07700${between}900${between}123`,
      `07700${between}900${between}123`,
    ]),
    ['postcode', 'CF1O 1AA', 'CF1O 1AA'],
    ['postcode', 'CF10, 1AA', 'CF10, 1AA'],
    ['postcode', 'CF10/1AA', 'CF10/1AA'],
    ['postcode', '\u0421F10 1AA', '\u0421F10 1AA'],
    ['email', 'sam(a)example.org', 'sam(a)example.org'],
    ['email', 'sam\ufe6bexample.org', 'sam\ufe6bexample.org'],
    ['email', 'it is samjones gmail com', 'samjones gmail com'],
    ['address', 'I live at Mill Road 14', 'Mill Road 14'],
    ['address', 'Mill Road no 14, by the bridge', 'Mill Road no 14'],
  ])('%s in "%s"', (kind, text, words) => {
    expect(hiddenOf(text)).toEqual([`${kind}: ${words}`]);
  });

  test.each([
    'Call 999, 111 or 101; Samaritans 116 123; text SHOUT to 85258; Childline 0800 1111',
    'Lifeline is 0808 808 8000',
    'It cost £1,250.00 in 2019 and 400 houses are planned by 2030',
    'Planning ref 23/04567/FUL, case 4471902, meter 1234567890',
    'See https://www.example.gov.uk/parks and example.com',
    'In 2024 Mill Lane was closed, 20 houses on Park Road had no water, the 14 King Street bus was cut',
    'LS6 needs trees, the M1 5pm queue is long and the m6 2hr delays are worse',
    'Meet at dot cafe, look at www dot example dot com',
    'I waited 20\nMill Lane is bad. There are 3\nPotholes by the bank',
    'We counted one two three four five six seven eight nine ten cars, or one or two',
    'ten nine eight seven six five four three two one',
    'zero eight zero eight eight zero eight eight zero zero zero',
    'On Mill Road 20 years ago, Mill Road 30 mph, Mill Road 14 houses, open on Mill Road 7.30pm',
    'In M6, 2hr queues, at LS6, 2nd floor, the M1/M62 junction, A1/4th exit, from E1, 3pm',
    'LS6\n2nd thing: SE1\n3rd thing',
    'The whatsapp group has 1200 members, whatsapp since 2019-2020',
    'At 07:30, 09:00, 12:30 and 17:00; flats 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11; 0, 7, 7, 0, 0',
    '20 m² of grass, 5 m³ of water, a note¹',
    '0115, 2020, 150 people came. Flats 01254, 332, 110. Flats 01254 ; 332 : 110. Goals 0,2,0,4,1,5,6,1,2,3',
    'One two three four five six seven nine cars. Zero one two three four five six seven eight nine ten',
    '0115, 2020, one hundred and fifty people',
    'section 3(a) example.org, (a)benches (b)bins',
    'I use yahoo com and my gmail com, we have a gmail.com address',
  ])('nothing in "%s"', (text) => {
    expect(hiddenOf(text)).toEqual([]);
  });

  test('no line that people in need can call', () => {
    for (const nation of nations) {
      for (const category of categories) {
        for (const language of ['en', 'cy'] as const)
          expect(hiddenOf(signposts(nation, category, language).join(' '))).toEqual([]);
      }
    }
  });

  test('several kinds in one message, in order, each where it stands', () => {
    const text = 'Mr Smith, 9 Orchard Close, YO24 1QP, 07700 900123 or j@example.org';
    expect(hiddenOf(text)).toEqual([
      'address: 9 Orchard Close',
      'postcode: YO24 1QP',
      'phone: 07700 900123',
      'email: j@example.org',
    ]);
    expect(masked(text)).toBe('Mr Smith, [address], [postcode], [phone] or [email]');
  });
});

describe('what may be a name', () => {
  test.each([
    ['My name is Sarah Jones and', 'Sarah Jones'],
    ['my neighbour Steve burns rubbish', 'Steve'],
    ['Dr Patel was kind', 'Patel'],
    ['More benches.\nRegards,\nAlan Pryce', 'Alan Pryce'],
    ['fy enw i yw Rhiannon', 'Rhiannon'],
    ['Nazywam się Tomasz Zieliński', 'Tomasz Zieliński'],
    ['Mă numesc Ioana', 'Ioana'],
    ['আমার নাম করিম', 'করিম'],
    ['میرا نام فاطمہ ہے', 'فاطمہ'],
    ['Miss  Jones', 'Jones'],
    ['I saw Dr\nPatel yesterday', 'Patel'],
    ['Name: Rowan Price', 'Rowan Price'],
    ['Benches. name: rowan price', 'rowan price'],
    ['my name is rowan price', 'rowan price'],
    ['my name is rowan price and I am cold', 'rowan price'],
    ['my name is rowan price the bus is late', 'rowan'],
    ['Call Doris Pugh on 07700 900123', 'Doris Pugh', '07700 900123'],
    ['Ring Doris on 07700 900123', 'Doris', '07700 900123'],
    ['Please call Sarah Hall on 07700 900123', 'Sarah Hall', '07700 900123'],
    ['Thanks to Rowan West', 'Rowan West'],
    ['Contact Doris Pugh', 'Doris Pugh'],
    ['Ring Doris Pugh', 'Doris Pugh'],
    ['Email Doris Pugh', 'Doris Pugh'],
    ['Speak to Housing Officer Doris Pugh', 'Doris Pugh'],
    ['Thanks to Doris Pugh for the bench', 'Doris Pugh'],
    ['Doris Pugh told us', 'Doris Pugh'],
    ['Last week Doris White said so', 'Doris White'],
    ['Ffoniwch Doris Pugh', 'Doris Pugh'],
    ['Cysylltwch â Doris Pugh', 'Doris Pugh'],
    ['Gofynnwch am Doris Pugh', 'Doris Pugh'],
    ['Diolch i Doris Pugh am y fainc', 'Doris Pugh'],
    ['Fel y dywedodd Doris Pugh', 'Doris Pugh'],
  ])('in "%s"', (text, name, ...others) => {
    expect(namesOf(text)).toEqual([name]);
    // Only a person hides it.
    expect(hiddenOf(text)).toEqual(others.map((words) => expect.stringContaining(words)));
  });

  test('over two lines, but no line that says something else', () => {
    expect(namesOf('I am Rowan\nPrice')).toEqual(['Rowan', 'Price']);
    expect(namesOf('I am Rowan\nPlease mend it')).toEqual(['Rowan']);
    expect(namesOf('I am Rowan\nBenches are broken')).toEqual(['Rowan']);
  });

  test.each([
    'Street name: Mill Road. I gave my name\nnobody rang',
    'I am Welsh. I spoke to Social Services in March. Thanks Council',
    'Monday is bad. The Library is shut. Park Road floods.',
    'my son is 8 and my GP is full',
    'Call Customer Services on 01632 960123. Contact Planning, or call Housing Options.',
    'Thanks to Highways, thanks to Welsh Water and to Network Rail',
    'The Planning Inspectorate told us. Transport for Wales said no. Thornbury Town Council wrote.',
    'Cysylltwch â Chyngor Sir Ddinbych. Diolch i Gyngor Powys. Dywedodd Llywodraeth Cymru',
    'I call Openreach, email Vodafone and ask Google',
  ])('not in "%s"', (text) => {
    expect(namesOf(text)).toEqual([]);
  });
});

const personal = corpus().map(({ text }) => text);
const pieces = fc.oneof(
  fc.constantFrom(...personal),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(' ', '\n', '', '\u200b', '👍', '0', '+44', '@', '.', '[', ']', '(', ')', '١', '৩'),
);
const message = fc.array(pieces, { maxLength: 6 }).map((some) => some.join(' '));

describe('whatever is written', () => {
  test('what is found is in order, within the text, overlaps nothing and cuts no character', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { hidden, possibleNames } = redact(text);
        for (const spans of [hidden, possibleNames]) {
          let until = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(until);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            for (const at of [start, end])
              expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
            until = end;
          }
        }
        for (const name of possibleNames)
          expect(hidden.filter(({ start, end }) => start < name.end && name.start < end)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('what is masked has nothing left to hide, and leads back to the words that are shown', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { hidden } = redact(text);
        const shown = mask(text, hidden, (kind) => kind);
        expect(redact(shown.text).hidden.map(({ start, end }) => shown.text.slice(start, end))).toEqual([]);
        let place = 0;
        for (const { start, end, kind } of [...hidden, { start: text.length, end: text.length, kind: '' }]) {
          const words = text.slice(place, start);
          const at = shown.text.indexOf(words, 0);
          expect(at).toBeGreaterThanOrEqual(0);
          place = end;
          expect(kind === '' || shown.text.includes(`[${kind}]`)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'a',
    '1',
    '1 ',
    '07 ',
    '+4',
    'a.',
    'a@',
    '(',
    'A ',
    'Mr A ',
    '12 Aa ',
    'a at ',
    'a dot ',
    'www.',
    'http://',
    'a.b/',
    'my son ',
    'LS6 ',
    'AB 12 ',
    '১ ক ',
    '\u200b',
    '👍',
    "o'",
    'Regards, ',
    '0️⃣',
    '4111 ',
    '[at]',
    'one ',
    '1 one ',
    'Mill Road ',
    'a gmail ',
    '7,',
    ' \n',
    '14\n',
    'my name is a ',
    'Name: ',
    'Rowan\n',
    'Doris Pugh ',
    'call Doris Pugh ',
  ])('100,000 characters of "%s" take no more than a few times what a quarter of them takes', (piece) => {
    const read = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const began = performance.now();
      redact(text);
      return performance.now() - began;
    };
    read(10_000);
    const quarter = read(25_000);
    expect(read(100_000)).toBeLessThan(Math.max(500, quarter * 12));
  });
});
