import type { Language } from '#domain/words.ts';
import type { Category } from './detect.ts';

export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

interface Line {
  en: string;
  cy: string;
  /** Where it can be called; everywhere if absent. */
  only?: readonly Nation[];
}

// Each entry with the page that says so, of whoever runs the line or of a public body that sends people there.
// Read them again every year: numbers and hours change.

/** police.uk/cy/contact/101: 999 for danger to life, violence or a crime under way, in all four nations. */
const emergency: Line = { en: 'In danger now: call 999.', cy: 'Mewn perygl nawr: ffoniwch 999.' };
/** iow.gov.uk, "Immediate danger", and standingtogether.org.uk: from a mobile, and 55 only when asked. */
const silent: Line = {
  en: "Can't speak? Call 999 from a mobile. When asked, press 55.",
  cy: 'Methu siarad? Ffoniwch 999 o ffôn symudol. Pan ofynnir, pwyswch 55.',
};
/** pendeensurgery.nhs.uk, "What is NHS 111 option 2?": option 2 is for England and Wales only. */
const nhs111: Line = {
  en: 'Mental health help: call 111, then press 2.',
  cy: 'Help iechyd meddwl: ffoniwch 111, yna pwyswch 2.',
  only: ['england', 'wales'],
};
/** NHS 24 "Mental Health Hub": the Scottish Government, 30 March 2020, "can be contacted by dialling 111". */
const nhs24: Line = {
  en: 'Mental health help: call 111 and choose mental health.',
  cy: 'Help iechyd meddwl: ffoniwch 111 a dewis iechyd meddwl.',
  only: ['scotland'],
};
/** lifelinehelpline.info/page/about.html, and contactni.com for the number. */
const lifeline: Line = {
  en: 'Lifeline: call 0808 808 8000.',
  cy: 'Lifeline: ffoniwch 0808 808 8000.',
  only: ['northern-ireland'],
};
/** samaritans.org, all four nations. */
const samaritans: Line = { en: 'Samaritans: call 116 123.', cy: 'Samariaid: ffoniwch 116 123.' };
/** giveusashout.org/about-us/faq: anyone living in the UK. */
const shout: Line = { en: 'Rather text? SHOUT to 85258.', cy: 'Gwell gennych decstio? SHOUT i 85258.' };
/** gov.wales/live-fear-free/domestic-abuse-wales: UK-wide. childline.org.uk: for anyone under 19. */
const childline: Line = { en: 'Under 19: Childline 0800 1111.', cy: 'Dan 19 oed: Childline 0800 1111.' };
/** gov.wales/live-fear-free/domestic-abuse-wales */
const nspcc: Line = {
  en: 'Worried about a child: NSPCC 0808 800 5000.',
  cy: 'Poeni am blentyn: NSPCC 0808 800 5000.',
};
/** centre56.org.uk/domestic-abuse, for the National Domestic Abuse Helpline that Refuge runs. */
const englandDomestic: Line = {
  en: 'Domestic abuse: call 0808 2000 247.',
  cy: 'Cam-drin domestig: ffoniwch 0808 2000 247.',
  only: ['england'],
};
/** gov.wales/live-fear-free/domestic-abuse-wales */
const walesDomestic: Line = {
  en: 'Domestic abuse: Live Fear Free 0808 80 10 800.',
  cy: 'Cam-drin domestig: Byw Heb Ofn 0808 80 10 800.',
  only: ['wales'],
};
/** safer.scot/information/da/report */
const scotlandDomestic: Line = {
  en: 'Domestic abuse: call 0800 027 1234.',
  cy: 'Cam-drin domestig: ffoniwch 0800 027 1234.',
  only: ['scotland'],
};
/** victimsupportni.com/help-for-victims/domestic-violence, for the helpline that Nexus runs. */
const northernIrelandDomestic: Line = {
  en: 'Domestic or sexual abuse: call 0808 802 1414.',
  cy: 'Cam-drin domestig neu rywiol: ffoniwch 0808 802 1414.',
  only: ['northern-ireland'],
};
/** police.uk/cy/contact/101: one number in all four nations. */
const police: Line = { en: 'Not an emergency: police on 101.', cy: 'Ddim yn argyfwng: yr heddlu ar 101.' };
/** crimestoppers-uk.org, "Our Contact Centre" */
const crimestoppers: Line = {
  en: 'Without giving your name: Crimestoppers 0800 555 111.',
  cy: 'Heb roi eich enw: Crimestoppers 0800 555 111.',
};

const domestic = [englandDomestic, walesDomestic, scotlandDomestic, northernIrelandDomestic];

const table: Record<Category, readonly Line[]> = {
  immediateDanger: [emergency, silent],
  selfHarm: [emergency, nhs111, nhs24, lifeline, samaritans, shout, childline],
  abuse: [emergency, silent, ...domestic, childline, nspcc],
  crime: [emergency, police, crimestoppers],
};

/**
 * Who to call now, one line each, most urgent first. A category that is not known, say of an older session, gets
 * every line there is: leaving someone without a number is the worse mistake.
 */
export function signposts(nation: Nation, category: string, language: Language): string[] {
  const lines = isCategory(category) ? table[category] : [...new Set(Object.values(table).flat())];
  return lines
    .filter(({ only }) => only?.includes(nation) ?? true)
    .map((line) => (language === 'cy' ? line.cy : line.en));
}

function isCategory(category: string): category is Category {
  return Object.hasOwn(table, category);
}
