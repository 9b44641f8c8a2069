import type { ConsoleLanguage } from '#domain/words.ts';

export const casesTexts = {
  'cases.title': { en: 'Cases', cy: 'Achosion' },
  'cases.intro': {
    en: 'What a person must handle. Safeguarding comes first, then what is due first.',
    cy: "Pethau y mae''n rhaid i berson ddelio â nhw. Diogelu sy''n dod gyntaf, yna''r hyn sy''n ddyledus gyntaf.",
  },
  'cases.open': { en: 'Open', cy: 'Agored' },
  'cases.closed': { en: 'Closed', cy: 'Wedi cau' },
  'cases.showOpen': { en: 'Open cases', cy: 'Achosion agored' },
  'cases.showClosed': { en: 'Closed cases', cy: 'Achosion a gaewyd' },
  'cases.views': { en: 'Which cases', cy: 'Pa achosion' },
  'cases.emptyOpen': {
    en: 'No case is open. There is nothing to do here.',
    cy: "Nid oes achos ar agor. Nid oes dim i''w wneud yma.",
  },
  'cases.emptyClosed': { en: 'No case has been closed yet.', cy: 'Nid oes achos wedi cau eto.' },
  'cases.atOnce': { en: 'Act at once', cy: 'Gweithredwch ar unwaith' },
  'cases.due': { en: 'Due by {date}', cy: 'Erbyn {date}' },
  'cases.overdue': { en: 'Overdue: was due by {date}', cy: 'Hwyr: roedd i fod erbyn {date}' },
  'cases.opened': { en: 'Opened {date}', cy: 'Agorwyd {date}' },
  'cases.closedOn': { en: 'Closed {date}', cy: 'Caewyd {date}' },

  'case.back': { en: 'Back to cases', cy: "Yn ôl i''r achosion" },
  'case.words': { en: 'What they wrote', cy: 'Yr hyn a ysgrifennon nhw' },
  'case.noWords': { en: 'There are no words with this case.', cy: "Nid oes geiriau gyda''r achos hwn." },
  'case.reach': { en: 'Reach this person', cy: "Cysylltu â''r person hwn" },
  'case.reachText': {
    en: 'Only look if you need to contact them. That you looked is recorded.',
    cy: 'Edrychwch dim ond os oes angen cysylltu â nhw. Cofnodir eich bod wedi edrych.',
  },
  'case.show': { en: 'Show how to reach them', cy: 'Dangos sut i gysylltu â nhw' },
  'case.address': { en: 'On {channel}: {address}', cy: 'Ar {channel}: {address}' },
  'case.noAddress': {
    en: 'This case has no message, so there is nobody to reach.',
    cy: "Nid oes neges gyda''r achos hwn, felly nid oes neb i gysylltu â nhw.",
  },
  'case.close': { en: 'Close this case', cy: "Cau''r achos hwn" },
  'case.closeText': {
    en: 'Close it when somebody has dealt with it.',
    cy: 'Caewch ef ar ôl i rywun ddelio ag ef.',
  },
  'case.release': {
    en: '{count, plural, one {Release their answer: it may be themed, quoted and followed up} other {Release their # answers: they may be themed, quoted and followed up}}',
    cy: "{count, plural, one {Rhyddhau eu hateb: gellir ei themateiddio, ei ddyfynnu a''i ddilyn} other {Rhyddhau eu # ateb: gellir eu themateiddio, eu dyfynnu a''u dilyn}}",
  },
  'case.restart': { en: 'Start our questions again', cy: 'Ailddechrau ein cwestiynau' },
  'case.restartHint': {
    en: 'They stopped when this case was opened. Only do this if you have been in touch with the person and it is right for them.',
    cy: "Daethant i ben pan agorwyd yr achos hwn. Gwnewch hyn dim ond os ydych wedi cysylltu â''r person a''i fod yn iawn iddo.",
  },
  'case.closeButton': { en: 'Close case', cy: "Cau''r achos" },
  'case.closedAndRestarted': {
    en: 'The case is closed and our questions have started again',
    cy: "Mae''r achos wedi cau ac mae ein cwestiynau wedi ailddechrau",
  },
  'case.closedOtherOpen': {
    en: 'The case is closed. Another case of the same conversation is still open, so not everything you ticked was done',
    cy: "Mae''r achos wedi cau. Mae achos arall o''r un sgwrs yn dal ar agor, felly ni wnaed popeth a diciwyd gennych",
  },
  'case.closed': { en: 'The case is closed', cy: "Mae''r achos wedi cau" },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
