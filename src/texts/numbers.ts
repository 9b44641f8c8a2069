import { asCompared, phrases } from './as-compared.ts';
import { withoutCourtesies } from './courtesies.ts';

/** From one to twelve in each language: a bar between numbers, a stroke between forms of one. The last four unread. */
const cardinals = [
  'one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve',
  `un | dau/ddau/dwy/ddwy | tri/dri/tair/dair | pedwar/bedwar/pedair/bedair | pump/pum/bump/bum | chwech/chwe | saith
  | wyth | naw | deg/ddeg | un ar ddeg/un deg un | deuddeg/ddeuddeg/un deg dau`,
  `jeden/jedna/jedno | dwa/dwie | trzy | cztery | pięć | sześć | siedem | osiem | dziewięć | dziesięć | jedenaście
  | dwanaście`,
  'unu/una | doi/două | trei | patru | cinci | șase | șapte | opt | nouă | zece | unsprezece | doisprezece/douăsprezece',
  'এক/একটি/একটা | দুই/দুটি/দুটো | তিন/তিনটি | চার/চারটি | পাঁচ/পাঁচটি | ছয় | সাত | আট | নয় | দশ | এগারো | বারো',
  'ایک | دو | تین | چار | پانچ | چھ/چھے | سات | آٹھ | نو | دس | گیارہ | بارہ',
];
const ordinals = [
  `first/1st | second/2nd | third/3rd | fourth/4th | fifth/5th | sixth/6th | seventh/7th | eighth/8th | ninth/9th
  | tenth/10th | eleventh/11th | twelfth/12th`,
  `cyntaf/gyntaf/1af | ail/2il | trydydd/trydedd/drydedd/3ydd/3edd | pedwerydd/pedwaredd/bedwaredd/4ydd/4edd
  | pumed/bumed/5ed | chweched/6ed | seithfed/7fed | wythfed/8fed | nawfed/9fed | degfed/ddegfed/10fed
  | unfed ar ddeg/11eg | deuddegfed/ddeuddegfed/12fed`,
  `pierwszy/pierwsza/pierwsze | drugi/druga/drugie | trzeci/trzecia/trzecie | czwarty/czwarta/czwarte
  | piąty/piąta/piąte | szósty/szósta/szóste | siódmy/siódma/siódme | ósmy/ósma/ósme | dziewiąty/dziewiąta/dziewiąte
  | dziesiąty/dziesiąta/dziesiąte | jedenasty/jedenasta/jedenaste | dwunasty/dwunasta/dwunaste`,
  `primul/prima | al doilea/a doua | al treilea/a treia | al patrulea/a patra | al cincilea/a cincea
  | al șaselea/a șasea | al șaptelea/a șaptea | al optulea/a opta | al nouălea/a noua | al zecelea/a zecea
  | al unsprezecelea/a unsprezecea | al doisprezecelea/a douăsprezecea`,
  'প্রথম/প্রথমটি | দ্বিতীয়/দ্বিতীয়টি | তৃতীয়/তৃতীয়টি | চতুর্থ | পঞ্চম | ষষ্ঠ | সপ্তম | অষ্টম | নবম | দশম | একাদশ | দ্বাদশ',
  `پہلا/پہلی | دوسرا/دوسری | تیسرا/تیسری | چوتھا/چوتھی | پانچواں/پانچویں | چھٹا/چھٹی | ساتواں/ساتویں | آٹھواں/آٹھویں
  | نواں/نویں | دسواں/دسویں | گیارہواں/گیارہویں | بارہواں/بارہویں`,
];

const values = new Map<string, number>();
for (const list of [...cardinals, ...ordinals])
  list.split('|').forEach((forms, index) => {
    for (const form of phrases(forms.replaceAll('/', '|'))) values.set(form, index + 1);
  });

const before = phrases(`
  option | number | answer | choice | no | num | nr | opt | it's | its | i choose | i pick | i'd pick | i'd say | i say
  i'll go for | i would go for | i'd go for | i'll go with | i go for | go for | i think | probably | definitely | the
  my answer is | it is | i want number | i choose number | i pick number | option number | the number
  opsiwn | rhif | dewis | ateb | dewisaf | dwi'n dewis | dw i'n dewis | rwy'n dewis | y | yr | yr opsiwn | y rhif
  opcja | numer | odpowiedź | wybieram | opțiunea | numărul | varianta | aleg | নম্বর | বিকল্প | اختیار | نمبر | آپشن`);
const after = phrases(`
  one | option | answer | choice | for me | i think | un | opsiwn | dewis | ateb | opcja | odpowiedź | opțiune | variantă
  নম্বর | নম্বরটি | নাম্বার | নং | টি | টা | বিকল্প | বিকল্পটি | والا | والی | نمبر | اختیار | آپشن`);

const either = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|');
const number = `(\\d{1,2}|${either([...values.keys()])})(?:টি|টা|টো|নং)?`;
/** Where a number is no number. */
const others = new Set(phrases("no one | the one | yr un | y un | one one | it's one | i think one"));
const whole = new RegExp(`^(?:(?:${either(before)}) )*${number}(?: (?:${either(after)}))*$`, 'u');

/** What makes of a number something else: money, shares, times, sums. */
const measured = /[\p{Sc}%+=]|\d\s*[.,:/]\s*\d|\p{No}\p{N}|\p{N}\p{No}|[¼-¾]/u;

/** The number that the whole message is: "2.", "two", "option 2", "the second one", "yr ail", "২". Null where it is none. */
export function numberSaid(text: string): number | null {
  if (text.length > 60 || measured.test(text)) return null;
  const compared = withoutCourtesies(asCompared(text));
  const [, said] = others.has(compared) ? [] : (whole.exec(compared) ?? []);
  if (said === undefined) return null;
  return values.get(said) ?? Number(said);
}
