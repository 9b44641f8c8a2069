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
  'case.afterwards': { en: 'What was left for later', cy: 'Yr hyn a adawyd tan wedyn' },
  'case.afterwardsText': {
    en: 'This case is closed. What was not done then can still be done now.',
    cy: "Mae''r achos hwn wedi cau. Gellir gwneud nawr yr hyn na wnaed bryd hynny.",
  },
  'case.afterwardsButton': { en: 'Do what is ticked', cy: "Gwneud yr hyn sydd wedi''i dicio" },
  'case.releasedNow': { en: 'Their answers are released', cy: "Mae eu hatebion wedi''u rhyddhau" },
  'case.restartedNow': {
    en: 'Our questions have started again',
    cy: 'Mae ein cwestiynau wedi ailddechrau',
  },
  'case.notDoneOtherOpen': {
    en: 'Another case of the same conversation is still open, so not everything you ticked was done',
    cy: "Mae achos arall o''r un sgwrs yn dal ar agor, felly ni wnaed popeth a diciwyd gennych",
  },
  'case.closed': { en: 'The case is closed', cy: "Mae''r achos wedi cau" },

  'case.waitsForAcceptance': {
    en: 'Nobody has accepted this case yet',
    cy: 'Nid oes neb wedi derbyn yr achos hwn eto',
  },
  'case.acceptText': {
    en: 'Accepting means that you are dealing with it now.',
    cy: 'Mae ei dderbyn yn golygu eich bod yn delio ag ef nawr.',
  },
  'case.toldAgain': {
    en: 'Until somebody does, {set, select, both {the safeguarding lead and the deputy are} lead {the safeguarding lead is} other {the deputy is}} told again and again.',
    cy: "Hyd nes i rywun wneud hynny, dywedir wrth {set, select, both {yr arweinydd diogelu a''r dirprwy} lead {yr arweinydd diogelu} other {y dirprwy}} dro ar ôl tro.",
  },
  'case.accept': { en: 'Accept this case', cy: 'Derbyn yr achos hwn' },
  'case.acceptedNow': { en: 'You have accepted this case', cy: 'Rydych wedi derbyn yr achos hwn' },
  'case.acceptedAlready': {
    en: 'Somebody had accepted or closed this case before you',
    cy: "Roedd rhywun wedi derbyn neu gau''r achos hwn o''ch blaen",
  },
  'case.acceptedBy': { en: 'Accepted by {name}, {date}', cy: 'Derbyniwyd gan {name}, {date}' },
  'case.alerts': { en: 'Who was told', cy: 'Pwy gafodd wybod' },
  'case.noAlerts': {
    en: 'Nobody has been told by e-mail or webhook: no safeguarding lead or deputy is set.',
    cy: "Ni ddywedwyd wrth neb drwy e-bost na bachyn gwe: nid oes arweinydd diogelu na dirprwy wedi''i osod.",
  },
  'case.alert.sent': { en: '{who}: told {date}', cy: '{who}: dywedwyd {date}' },
  'case.alert.due': { en: '{who}: to be told {date}', cy: '{who}: i gael gwybod {date}' },
  'case.alert.trying': {
    en: '{who}: not reached yet. {why} Next try {date}',
    cy: '{who}: heb gyrraedd eto. {why} Cynnig nesaf {date}',
  },
  'case.alert.failed': { en: '{who}: not reached. {why}', cy: '{who}: heb gyrraedd. {why}' },
  'case.alert.notNeeded': {
    en: '{who}: did not need to be told',
    cy: '{who}: nid oedd angen dweud',
  },
  'alertTo.lead': { en: 'Safeguarding lead', cy: 'Arweinydd diogelu' },
  'alertTo.deputy': { en: 'Deputy', cy: 'Dirprwy' },
  'alertReason.nobody': {
    en: 'Nobody is set: see SAFEGUARDING_LEAD and SAFEGUARDING_DEPUTY in .env.example.',
    cy: "Nid oes neb wedi''i osod: gweler SAFEGUARDING_LEAD a SAFEGUARDING_DEPUTY yn .env.example.",
  },
  'alertReason.unreachable': {
    en: 'The mail server or webhook did not answer{code, select, none {} other { ({code})}}.',
    cy: "Ni wnaeth y gweinydd post na''r bachyn gwe ateb{code, select, none {} other { ({code})}}.",
  },
  'alertReason.signIn': {
    en: 'The mail server did not take our name and password{code, select, none {} other { ({code})}}: see SMTP_URL.',
    cy: "Ni dderbyniodd y gweinydd post ein henw a''n cyfrinair{code, select, none {} other { ({code})}}: gweler SMTP_URL.",
  },
  'alertReason.refused': {
    en: 'The mail server or webhook refused it{code, select, none {} other { ({code})}}.',
    cy: "Gwrthododd y gweinydd post neu''r bachyn gwe{code, select, none {} other { ({code})}}.",
  },
  'case.signpost': { en: 'Were they told where to get help?', cy: 'A gawson nhw wybod ble i gael help?' },
  'case.signpost.notTold': {
    en: 'NOT told where to get help: ring',
    cy: 'HEB gael gwybod ble i gael help: ffoniwch',
  },
  'case.signpost.notToldText': {
    en: 'Our message with the numbers to call did not get through. Ring this person.',
    cy: "Ni chyrhaeddodd ein neges gyda''r rhifau i''w ffonio. Ffoniwch y person hwn.",
  },
  'case.signpost.told': {
    en: 'Our message with the numbers to call has gone out.',
    cy: "Mae ein neges gyda''r rhifau i''w ffonio wedi mynd.",
  },
  'case.signpost.sending': {
    en: 'Our message with the numbers to call is on its way. Nothing says yet that it has gone out.',
    cy: "Mae ein neges gyda''r rhifau i''w ffonio ar ei ffordd. Does dim yn dweud eto ei bod wedi mynd.",
  },
  'case.held': { en: 'Answers that this case holds back', cy: "Atebion y mae''r achos hwn yn eu dal yn ôl" },
  'case.heldText': {
    en: 'They stay out of themes, quotes and follow-ups until somebody releases them.',
    cy: 'Maent yn aros allan o themâu, dyfyniadau a negeseuon dilynol nes i rywun eu rhyddhau.',
  },
  'case.heldOf': { en: 'Answer of {date}', cy: 'Ateb {date}' },

  'caseCategory.immediateDanger': { en: 'immediate danger', cy: 'perygl uniongyrchol' },
  'caseCategory.selfHarm': { en: 'self-harm', cy: 'hunan-niweidio' },
  'caseCategory.abuse': { en: 'abuse of a child or an adult', cy: 'cam-drin plentyn neu oedolyn' },
  'caseCategory.crime': { en: 'a crime under way', cy: 'trosedd ar y gweill' },
  'caseCategory.child': {
    en: 'someone who says they are a child',
    cy: "rhywun sy''n dweud mai plentyn ydyw",
  },
  'caseCategory.other': { en: 'somebody may be at risk', cy: 'gallai rhywun fod mewn perygl' },

  'alert.subject': { en: 'Safeguarding case: act now', cy: 'Achos diogelu: gweithredwch nawr' },
  'alert.text': {
    en: 'A safeguarding case is open ({category}) since {time} on {date}.\n{url}\nSign in and accept it, so that nobody else is alerted.',
    cy: "Mae achos diogelu ar agor ({category}) ers {time} ar {date}.\n{url}\nMewngofnodwch a''i dderbyn, fel na chaiff neb arall rybudd.",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
