import { asCompared, phrases } from './as-compared.ts';

const courtesies = phrases(`
  please | pls | plz | plse | thanks | thank you | thankyou | many thanks | thanks very much | thank you very much | thx
  ta | cheers | sorry | hi | hello | hiya | hey | helo | shwmae | plis | plîs | diolch | diolch yn fawr | os gwelwch yn dda | os gweli di'n dda | sori
  thanks for your help | thank you for your help | thanks for the help | thanks for your time | thank you for your time
  thanks for asking | thank you for asking | thanks for everything | thank you for everything | thanks for listening
  thank you for listening | thanks for your messages | thank you for your messages | thanks for the texts
  thanks anyway | thank you anyway | thanks though | cheers anyway | bye | bye bye | bye for now | goodbye | good bye
  take care | all the best | best wishes | kind regards | regards | have a good day | have a nice day | no offence
  sent from my iphone | sent from my ipad | sent from my phone | sent from my mobile | sent from my android
  sent from my galaxy | sent from my samsung galaxy smartphone | sent from outlook for ios | sent from outlook for android
  diolch am eich help | diolch am ofyn | diolch am eich amser | diolch am bopeth | diolch am wrando | diolch beth bynnag
  diolch i chi | hwyl | hwyl fawr | hwyl am y tro | da bo chi | da boch chi | cofion
  proszę | dziękuję | dzięki | dziękuję bardzo | vă rog | te rog | mulțumesc | mersi
  দয়া করে | অনুগ্রহ করে | ধন্যবাদ | প্লিজ | براہ کرم | مہربانی | شکریہ | پلیز | برائے مہربانی`);
const courtesy = `(?:${courtesies.sort((a, b) => b.length - a.length).join('|')})`;
const before = new RegExp(`^${courtesy} (?=.)`, 'u');
const after = new RegExp(`(?<=.) ${courtesy}$`, 'u');
/** These begin something. */
const opens = new Set([
  'hi',
  'hello',
  'hiya',
  'hey',
  'helo',
  'shwmae',
  'please',
  'pls',
  'plz',
  'plse',
  'plis',
]);
const closing = courtesies.filter((one) => !opens.has(one)).join('|');
const polite = `(?:${closing}|ok|okay|k|fine|great|no worries|no problem|iawn|popeth yn iawn)`;
const onlyPolite = new RegExp(`^${polite}(?: ${polite}){0,4}$`, 'u');

/** "Stop. Thank you" and "please stop" are STOP: being polite must not keep anyone in. Takes what is compared. */
export function withoutCourtesies(compared: string): string {
  let said = compared;
  for (let earlier = ''; earlier !== said; ) {
    earlier = said;
    said = said.replace(before, '').replace(after, '');
  }
  return said;
}

/** Nothing but the end of a talk: "ok thanks, bye". "Hello?" is the beginning of one. */
export function isGoodbye(text: string): boolean {
  return text.length <= 100 && onlyPolite.test(asCompared(text));
}
