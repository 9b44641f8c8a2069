import { phrases } from './as-compared.ts';

const courtesies = phrases(`
  please | pls | plz | plse | thanks | thank you | thankyou | many thanks | thanks very much | thank you very much | thx
  ta | cheers | sorry | hi | hello | hiya | hey | helo | shwmae | plis | plîs | diolch | diolch yn fawr | os gwelwch yn dda | os gweli di'n dda | sori
  proszę | dziękuję | dzięki | dziękuję bardzo | vă rog | te rog | mulțumesc | mersi
  দয়া করে | অনুগ্রহ করে | ধন্যবাদ | প্লিজ | براہ کرم | مہربانی | شکریہ | پلیز | برائے مہربانی`);
const courtesy = `(?:${courtesies.sort((a, b) => b.length - a.length).join('|')})`;
const before = new RegExp(`^${courtesy} (?=.)`, 'u');
const after = new RegExp(`(?<=.) ${courtesy}$`, 'u');

/** "Stop. Thank you" and "please stop" are STOP: being polite must not keep anyone in. Takes what is compared. */
export function withoutCourtesies(compared: string): string {
  let said = compared;
  for (let earlier = ''; earlier !== said; ) {
    earlier = said;
    said = said.replace(before, '').replace(after, '');
  }
  return said;
}
