import type { ConsoleLanguage } from '#domain/words.ts';

/** Photos, voice notes and files that residents sent. */
export const mediaTexts = {
  'nav.media': { en: 'Photos and voice', cy: 'Lluniau a llais' },
  'media.title': { en: 'To listen to and look at', cy: 'I wrando arno ac edrych arno' },
  'media.intro': {
    en: 'What no machine can read. It may be a call for help, so somebody looks at it by the next working day.',
    cy: 'Yr hyn na all peiriant ei ddarllen. Gall fod yn gri am gymorth, felly mae rhywun yn edrych arno erbyn y diwrnod gwaith nesaf.',
  },
  'media.empty': {
    en: 'Nothing is waiting. Everything that came has been looked at.',
    cy: 'Nid oes dim yn aros. Edrychwyd ar bopeth a ddaeth.',
  },
  'media.came': { en: 'Came {date}', cy: 'Daeth {date}' },
  'media.heading': { en: 'Photos, voice notes and files', cy: 'Lluniau, nodiadau llais a ffeiliau' },
  'media.response': { en: 'See the response that it came with', cy: 'Gweld yr ymateb y daeth gydag ef' },
  'media.picture': { en: 'Photo', cy: 'Llun' },
  'media.sound': { en: 'Voice note', cy: 'Nodyn llais' },
  'media.film': { en: 'Video', cy: 'Fideo' },
  'media.paper': { en: 'File', cy: 'Ffeil' },
  'media.alt': { en: 'Photo that came {date}', cy: 'Llun a ddaeth {date}' },
  'media.play': { en: 'Recording that came {date}', cy: 'Recordiad a ddaeth {date}' },
  'media.open': { en: 'Open the photo that came {date}', cy: 'Agor y llun a ddaeth {date}' },
  'media.download': { en: 'Download the file that came {date}', cy: "Lawrlwytho''r ffeil a ddaeth {date}" },
  'media.paperText': {
    en: 'Files can hold harmful things. Open it only on a device that checks for them.',
    cy: "Gall ffeiliau gynnwys pethau niweidiol. Agorwch hi dim ond ar ddyfais sy''n chwilio amdanynt.",
  },
  'media.waiting': { en: 'It has not been fetched yet.', cy: 'Nid yw wedi cael ei nôl eto.' },
  'media.hearing': {
    en: 'A machine is writing down what is said in it.',
    cy: "Mae peiriant yn ysgrifennu''r hyn a ddywedir ynddo.",
  },
  'media.refused.type': {
    en: 'It was not kept: it is no photo, recording, PDF or plain text.',
    cy: "Ni chafodd ei gadw: nid yw''n llun, recordiad, PDF na thestun plaen.",
  },
  'media.refused.size': {
    en: 'It was not kept: it is too large.',
    cy: "Ni chafodd ei gadw: mae''n rhy fawr.",
  },
  'media.refused.gone': {
    en: 'It was not kept: the provider no longer had it, or could not be reached.',
    cy: "Ni chafodd ei gadw: nid oedd gan y darparwr mohono mwyach, neu nid oedd modd cysylltu â''r darparwr.",
  },
  'media.refused.host': {
    en: 'It was not fetched: it is not on the provider’s own servers.',
    cy: 'Ni chafodd ei nôl: nid yw ar weinyddion y darparwr ei hun.',
  },
  'media.byMachine': {
    en: 'Written down by a machine, so it may be wrong',
    cy: 'Ysgrifennwyd gan beiriant, felly gall fod yn anghywir',
  },
  'media.byOfficer': { en: 'Written down by an officer', cy: 'Ysgrifennwyd gan swyddog' },
  'media.write': { en: 'Write down what is said in it', cy: 'Ysgrifennwch yr hyn a ddywedir ynddo' },
  'media.writeHint': {
    en: 'Word for word, in the language that is spoken. It becomes part of the response and is never quoted.',
    cy: "Air am air, yn yr iaith a siaredir. Daw''n rhan o''r ymateb ac ni chaiff ei ddyfynnu byth.",
  },
  'media.save': { en: 'Save these words', cy: "Cadw''r geiriau hyn" },
  'media.seen': { en: 'There is nothing to write down', cy: "Nid oes dim i''w ysgrifennu" },
  'media.looked': { en: 'I have looked at it', cy: 'Rwyf wedi edrych arno' },
  'media.ofThis': { en: 'what came {date}', cy: 'yr hyn a ddaeth {date}' },
  'media.textMissing': { en: 'Write down what is said', cy: 'Ysgrifennwch yr hyn a ddywedir' },
  'media.textTooLong': {
    en: 'That is too long. Write at most 20,000 characters',
    cy: "Mae hynny''n rhy hir. Ysgrifennwch 20,000 nod ar y mwyaf",
  },
  'media.written': {
    en: 'The words are part of the response now',
    cy: "Mae''r geiriau''n rhan o''r ymateb nawr",
  },
  'media.tooLate': {
    en: 'Somebody has already dealt with it. Your words were not saved',
    cy: 'Mae rhywun eisoes wedi delio ag ef. Ni chadwyd eich geiriau',
  },
  'media.done': { en: 'Marked as looked at', cy: 'Nodwyd bod rhywun wedi edrych arno' },
  'media.already': { en: 'Somebody had dealt with it already', cy: 'Roedd rhywun eisoes wedi delio ag ef' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
