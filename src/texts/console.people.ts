import type { ConsoleLanguage } from '#domain/words.ts';

export const peopleTexts = {
  'case.givenUp': {
    en: 'On {date} somebody there said that this is a wrong number. Make sure who answers before you say why you ring.',
    cy: "Ar {date} dywedodd rhywun yno mai rhif anghywir yw hwn. Gwnewch yn siŵr pwy sy''n ateb cyn dweud pam rydych yn ffonio.",
  },
  'case.toCopy': { en: 'Give them a full copy of their data', cy: "Rhoi copi llawn o''u data iddynt" },
  'case.toErase': { en: 'Erase this person', cy: "Dileu''r person hwn" },

  'data.title': { en: 'Give a full copy of their data', cy: "Rhoi copi llawn o''u data" },
  'data.back': { en: 'Back to the case', cy: "Yn ôl i''r achos" },
  'data.intro': {
    en: 'The copy holds everything we keep about this person: their addresses, messages and answers, what they agreed to, what they were told and the dates of their cases.',
    cy: "Mae''r copi yn cynnwys popeth a gadwn am y person hwn: eu cyfeiriadau, negeseuon ac atebion, yr hyn y cytunwyd iddo, yr hyn a ddywedwyd wrthynt a dyddiadau eu hachosion.",
  },
  'data.files': {
    en: 'Photos and voice notes are listed in it, but are not in it. That you download it is recorded.',
    cy: "Mae lluniau a nodiadau llais wedi''u rhestru ynddo, ond nid ydynt ynddo. Cofnodir eich bod yn ei lawrlwytho.",
  },
  'data.identity': {
    en: 'I have checked that the person who asks is the person it is about',
    cy: "Rwyf wedi gwirio mai''r person sy''n gofyn yw''r person y mae''n sôn amdano",
  },
  'data.others': {
    en: 'I will read it and take out what is about other people before I hand it over',
    cy: "Byddaf yn ei ddarllen ac yn tynnu allan yr hyn sy''n ymwneud â phobl eraill cyn ei drosglwyddo",
  },
  'data.safeguarding': {
    en: 'I have checked with the safeguarding lead that handing it over puts nobody at risk',
    cy: "Rwyf wedi gwirio gyda''r arweinydd diogelu nad yw ei drosglwyddo yn rhoi neb mewn perygl",
  },
  'data.tickMissing': {
    en: 'Tick this when you have done it',
    cy: 'Ticiwch hwn pan fyddwch wedi ei wneud',
  },
  'data.download': { en: 'Download the copy', cy: "Lawrlwytho''r copi" },

  'erasure.title': { en: 'Erase this person', cy: "Dileu''r person hwn" },
  'erasure.back': { en: 'Back to the case', cy: "Yn ôl i''r achos" },
  'erasure.warningLabel': { en: 'Warning', cy: 'Rhybudd' },
  'erasure.warning': { en: 'This cannot be undone.', cy: 'Ni ellir dadwneud hyn.' },
  'erasure.what': {
    en: 'Their addresses, messages, answers, files, consents and cases are erased here, and their messages at the provider as far as it lets us.',
    cy: "Bydd eu cyfeiriadau, negeseuon, atebion, ffeiliau, caniatadau ac achosion yn cael eu dileu yma, a''u negeseuon gyda''r darparwr cyn belled ag y mae''n caniatáu.",
  },
  'erasure.stays': {
    en: 'What stays leads to nobody: that a case was there, how many people were told of an outcome, and, if they said STOP, a mark that keeps us from writing to that address again.',
    cy: "Nid yw''r hyn sy''n aros yn arwain at neb: bod achos yno, faint o bobl a gafodd wybod am ganlyniad, ac, os dywedwyd STOP, marc sy''n ein cadw rhag ysgrifennu at y cyfeiriad hwnnw eto.",
  },
  'erasure.inTheWay': {
    en: 'Deal with these cases and close them first. Their words would be erased too, and somebody may be at risk or the law may need them kept.',
    cy: "Deliwch â''r achosion hyn a''u cau yn gyntaf. Byddai eu geiriau hwythau yn cael eu dileu, a gallai rhywun fod mewn perygl neu gallai''r gyfraith fynnu eu cadw.",
  },
  'erasure.button': { en: 'Erase now', cy: 'Dileu nawr' },
  'erasure.cancel': { en: 'Cancel', cy: 'Canslo' },
  'erasure.under': {
    en: 'They are being erased. The case closes by itself when that is done',
    cy: "Maent yn cael eu dileu. Bydd yr achos yn cau ei hun pan fydd hynny wedi''i wneud",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
