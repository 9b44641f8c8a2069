import type { ConsoleLanguage } from '#domain/words.ts';

export const outcomesTexts = {
  'outcomes.title': { en: 'Outcomes', cy: 'Canlyniadau' },
  'outcomes.intro': {
    en: 'What was done about what people said, or why it cannot be done. Publishing one tells everyone who raised it and asked to hear back.',
    cy: 'Yr hyn a wnaed am yr hyn a ddywedodd pobl, neu pam na ellir ei wneud. Mae cyhoeddi un yn rhoi gwybod i bawb a’i cododd ac a ofynnodd am glywed yn ôl.',
  },
  'outcomes.write': { en: 'Write an outcome', cy: 'Ysgrifennu canlyniad' },
  'outcomes.empty': { en: 'No outcomes yet', cy: 'Dim canlyniadau eto' },
  'outcomes.emptyReview': { en: 'Review what people said', cy: 'Adolygwch yr hyn a ddywedodd pobl' },
  'outcomes.emptyReviewText': {
    en: 'so that each response has its themes.',
    cy: 'fel bod gan bob ymateb ei themâu.',
  },
  'outcomes.emptyWrite': {
    en: 'When something has been done about a theme, or cannot be done, write it as an outcome.',
    cy: 'Pan fydd rhywbeth wedi’i wneud am thema, neu pan na ellir ei wneud, ysgrifennwch hynny fel canlyniad.',
  },
  'outcomes.emptyPublish': {
    en: 'See who would hear, then publish. Nobody is messaged before that.',
    cy: 'Edrychwch pwy fyddai’n clywed, yna cyhoeddwch. Ni chaiff neb neges cyn hynny.',
  },
  'outcomes.drafts': { en: 'Drafts', cy: 'Drafftiau' },
  'outcomes.draftsNone': { en: 'There are no drafts.', cy: 'Nid oes drafftiau.' },
  'outcomes.published': { en: 'Published', cy: 'Wedi’u cyhoeddi' },
  'outcomes.publishedNone': { en: 'Nothing has been published yet.', cy: 'Nid oes dim wedi’i gyhoeddi eto.' },
  'outcomes.debt': {
    en: '{title}: {count, plural, one {# person} other {# people}} asked to hear back and heard nothing yet.',
    cy: '{title}: gofynnodd {count, plural, one {# person} other {# o bobl}} am glywed yn ôl, heb glywed dim eto.',
  },
  'outcomes.changed': { en: 'Last changed {date}', cy: 'Newidiwyd ddiwethaf {date}' },
  'outcomes.planned': {
    en: '{count, plural, =0 {nobody to tell} one {# person to tell} other {# people to tell}}',
    cy: '{count, plural, =0 {neb i roi gwybod iddynt} one {# person i roi gwybod iddo} other {# o bobl i roi gwybod iddynt}}',
  },
  'outcomes.draft': { en: 'Draft', cy: 'Drafft' },
  'outcomes.publishedTag': { en: 'Published', cy: 'Cyhoeddwyd' },

  'outcomeKind.did': { en: 'We did', cy: 'Gwnaethom ni' },
  'outcomeKind.doing': { en: 'We are doing', cy: 'Rydym yn gwneud' },
  'outcomeKind.cannot': { en: 'We can’t, because', cy: 'Ni allwn, oherwydd' },
  'outcomeKind.together': { en: 'We did it together', cy: 'Gwnaethom hyn gyda’n gilydd' },
  'outcomeKind.did.hint': { en: 'It is done', cy: 'Mae wedi’i wneud' },
  'outcomeKind.doing.hint': {
    en: 'It has been decided and has begun',
    cy: 'Mae wedi’i benderfynu ac wedi dechrau',
  },
  'outcomeKind.cannot.hint': {
    en: 'An honest no, with its reason, is worth more than silence',
    cy: 'Mae na gonest, gyda’i reswm, yn werth mwy na thawelwch',
  },
  'outcomeKind.together.hint': {
    en: 'Residents had a hand in it',
    cy: 'Roedd gan drigolion ran ynddo',
  },

  'outcome.new': { en: 'Write an outcome', cy: 'Ysgrifennu canlyniad' },
  'outcome.edit': { en: 'Change the outcome', cy: 'Newid y canlyniad' },
  'outcome.which': { en: 'Which consultation is it about?', cy: 'Am ba ymgynghoriad y mae?' },
  'outcome.whichMissing': { en: 'Select a consultation', cy: 'Dewiswch ymgynghoriad' },
  'outcome.continue': { en: 'Continue', cy: 'Parhau' },
  'outcome.kind': { en: 'What kind of answer is it?', cy: 'Pa fath o ateb ydyw?' },
  'outcome.themes': { en: 'Which themes does it answer?', cy: 'Pa themâu y mae’n eu hateb?' },
  'outcome.themesHint': {
    en: 'People who raised these hear about it. Only responses whose theme an officer has accepted count.',
    cy: 'Bydd pobl a gododd y rhain yn clywed amdano. Dim ond ymatebion y mae swyddog wedi derbyn eu thema sy’n cyfrif.',
  },
  'outcome.themePeople': {
    en: '{count, plural, =0 {nobody yet} one {# person} other {# people}}',
    cy: '{count, plural, =0 {neb eto} one {# person} other {# o bobl}}',
  },
  'outcome.themeWaiting': {
    en: '{count, plural, one {# suggestion not decided} other {# suggestions not decided}}',
    cy: '{count, plural, one {# awgrym heb ei benderfynu} other {# awgrym heb eu penderfynu}}',
  },
  'outcome.noThemes': {
    en: 'This consultation has no themes yet. You can write a draft, and publish it when there are some.',
    cy: 'Nid oes gan yr ymgynghoriad hwn themâu eto. Gallwch ysgrifennu drafft, a’i gyhoeddi pan fydd rhai.',
  },
  'outcome.noThemesLink': { en: 'Add a theme', cy: 'Ychwanegu thema' },
  'outcome.youSaid': { en: 'You said', cy: 'Dywedoch chi' },
  'outcome.youSaidHint': {
    en: 'What people told you, in a sentence or two. It stands on the public page. Do not name or describe anybody.',
    cy: 'Yr hyn a ddywedodd pobl wrthych, mewn brawddeg neu ddwy. Mae ar y dudalen gyhoeddus. Peidiwch ag enwi na disgrifio neb.',
  },
  'outcome.weDid': { en: 'What we did, or why we can’t', cy: 'Yr hyn a wnaethom, neu pam na allwn' },
  'outcome.weDidHint': {
    en: 'It follows the words you chose above, as in “We did: ”. People read it as a text message, so keep it short and plain.',
    cy: 'Mae’n dilyn y geiriau a ddewisoch uchod, fel yn “Gwnaethom hyn: ”. Bydd pobl yn ei ddarllen fel neges destun, felly cadwch ef yn fyr ac yn eglur.',
  },
  'outcome.later': {
    en: 'You can leave it empty until it has been translated, but not publish it.',
    cy: 'Gallwch ei adael yn wag nes iddo gael ei gyfieithu, ond nid ei gyhoeddi.',
  },
  'outcome.save': { en: 'Save and see who would hear', cy: 'Cadw a gweld pwy fyddai’n clywed' },
  'outcome.kindMissing': { en: 'Select what kind of answer it is', cy: 'Dewiswch pa fath o ateb ydyw' },
  'outcome.youSaidMissing': { en: 'Enter what people said', cy: 'Rhowch yr hyn a ddywedodd pobl' },
  'outcome.youSaidLong': {
    en: 'What people said must be 600 characters or fewer',
    cy: 'Rhaid i’r hyn a ddywedodd pobl fod yn 600 nod neu lai',
  },
  'outcome.weDidMissing': {
    en: 'Enter what was done, or why it cannot be done',
    cy: 'Rhowch yr hyn a wnaed, neu pam na ellir ei wneud',
  },
  'outcome.weDidLong': {
    en: 'What was done must be 480 characters or fewer, so that it fits into a text message',
    cy: 'Rhaid i’r hyn a wnaed fod yn 480 nod neu lai, fel ei fod yn ffitio mewn neges destun',
  },
  'outcome.themeUnknown': {
    en: 'One of these themes is no longer there. Select again',
    cy: 'Nid yw un o’r themâu hyn yno mwyach. Dewiswch eto',
  },
  'outcome.saved': { en: 'The draft has been saved', cy: 'Mae’r drafft wedi’i gadw' },

  'outcome.checkTitle': { en: 'Check before you publish', cy: 'Gwirio cyn cyhoeddi' },
  'outcome.change': { en: 'Change', cy: 'Newid' },
  'outcome.kindRow': { en: 'Kind of answer', cy: 'Math o ateb' },
  'outcome.themesRow': { en: 'Themes', cy: 'Themâu' },
  'outcome.none': { en: 'None', cy: 'Dim' },
  'outcome.missing': { en: 'Not written yet', cy: 'Heb ei ysgrifennu eto' },
  'outcome.who': { en: 'Who would hear', cy: 'Pwy fyddai’n clywed' },
  'outcome.people': {
    en: '{count, plural, =0 {Nobody would get a message} one {# person would get a message} other {# people would get a message}}',
    cy: '{count, plural, =0 {Ni fyddai neb yn cael neges} one {Byddai # person yn cael neges} other {Byddai # o bobl yn cael neges}}',
  },
  'outcome.nobodyText': {
    en: 'It would only be on the public page. People are told when an officer has accepted one of these themes for what they said, and they asked to hear back.',
    cy: 'Dim ond ar y dudalen gyhoeddus y byddai. Rhoddir gwybod i bobl pan fydd swyddog wedi derbyn un o’r themâu hyn ar gyfer yr hyn a ddywedon nhw, a’u bod wedi gofyn am glywed yn ôl.',
  },
  'outcome.byChannel': { en: 'How it reaches them', cy: 'Sut mae’n eu cyrraedd' },
  'outcome.byLanguage': { en: 'In which language', cy: 'Ym mha iaith' },
  'outcome.noLanguage': { en: 'Not chosen', cy: 'Heb ddewis' },
  'outcome.number': { en: 'People', cy: 'Pobl' },
  'outcome.leftOut': { en: 'Who would not hear, and why', cy: 'Pwy na fyddai’n clywed, a pham' },
  'outcome.leftOutNobody': {
    en: 'Everyone who raised this would hear.',
    cy: 'Byddai pawb a gododd hyn yn clywed.',
  },
  'outcome.undecided': {
    en: 'More people may have said this',
    cy: 'Efallai bod mwy o bobl wedi dweud hyn',
  },
  'outcome.undecidedText': {
    en: 'Nobody has accepted or rejected these suggestions yet. Whoever is behind one hears only if it is accepted before you publish.',
    cy: 'Nid oes neb wedi derbyn na gwrthod yr awgrymiadau hyn eto. Dim ond os derbynnir awgrym cyn i chi gyhoeddi y bydd y person y tu ôl iddo yn clywed.',
  },
  'outcome.why': { en: 'Why', cy: 'Pam' },
  'leftOut.noConsent': { en: 'Did not ask to hear back', cy: 'Heb ofyn am glywed yn ôl' },
  'leftOut.stopped': { en: 'Asked us to stop', cy: 'Wedi gofyn i ni stopio' },
  'leftOut.blocked': { en: 'Has blocked us', cy: 'Wedi ein rhwystro' },
  'leftOut.held': {
    en: 'A person must look at what they said first: see Cases',
    cy: 'Rhaid i berson edrych yn gyntaf ar yr hyn a ddywedon nhw: gweler Achosion',
  },
  'leftOut.noAddress': {
    en: 'We no longer know how to reach them',
    cy: 'Nid ydym yn gwybod mwyach sut i’w cyrraedd',
  },
  'leftOut.windowClosed': {
    en: 'Wrote on WhatsApp more than 24 hours ago, and no template is approved in their language',
    cy: 'Wedi ysgrifennu ar WhatsApp dros 24 awr yn ôl, ac nid oes templed wedi’i gymeradwyo yn eu hiaith',
  },
  'outcome.windowClosed': {
    en: '{count, plural, one {# person cannot be told on WhatsApp} other {# people cannot be told on WhatsApp}}',
    cy: '{count, plural, one {Ni ellir rhoi gwybod i # person ar WhatsApp} other {Ni ellir rhoi gwybod i # o bobl ar WhatsApp}}',
  },
  'outcome.windowClosedText': {
    en: 'They wrote more than 24 hours ago. After that WhatsApp lets only an approved template through. To tell them, ask whoever runs the service to have the follow-up template approved before you publish, in: {languages}. How to do it is in docs/channels.md. They get no message about this outcome afterwards.',
    cy: 'Ysgrifennon nhw dros 24 awr yn ôl. Ar ôl hynny dim ond templed cymeradwy y mae WhatsApp yn ei adael drwodd. I roi gwybod iddynt, gofynnwch i bwy bynnag sy’n rhedeg y gwasanaeth gael cymeradwyaeth i’r templed cyn i chi gyhoeddi, yn yr ieithoedd hyn: {languages}. Mae’r camau yn docs/channels.md. Ni fyddant yn cael neges am y canlyniad hwn wedyn.',
  },
  'outcome.byTemplate': {
    en: '{count, plural, one {# person gets the approved template on WhatsApp, with the same news in it, instead of the text: they wrote more than 24 hours ago.} other {# people get the approved template on WhatsApp, with the same news in it, instead of the text: they wrote more than 24 hours ago.}}',
    cy: '{count, plural, one {Bydd # person yn cael y templed cymeradwy ar WhatsApp, gyda’r un newyddion ynddo, yn lle’r testun: ysgrifennodd dros 24 awr yn ôl.} other {Bydd # o bobl yn cael y templed cymeradwy ar WhatsApp, gyda’r un newyddion ynddo, yn lle’r testun: ysgrifennon nhw dros 24 awr yn ôl.}}',
  },
  'outcome.cost': {
    en: 'Telling them would cost about {pounds}.',
    cy: 'Byddai rhoi gwybod iddynt yn costio tua {pounds}.',
  },
  'outcome.costLittle': {
    en: 'Telling them would cost less than a penny.',
    cy: 'Byddai rhoi gwybod iddynt yn costio llai na cheiniog.',
  },
  'outcome.preview': {
    en: 'What they would read or hear',
    cy: 'Yr hyn y byddent yn ei ddarllen neu ei glywed',
  },
  'outcome.previewText': {
    en: 'One of the messages in each language, exactly as it would be sent, read out or printed. Where people may be quoted to themselves, everyone reads their own words.',
    cy: 'Un o’r negeseuon ym mhob iaith, yn union fel y byddai’n cael ei hanfon, ei darllen neu ei hargraffu. Lle gellir dyfynnu pobl iddyn nhw eu hunain, mae pawb yn darllen eu geiriau eu hunain.',
  },
  'outcome.previewOf': { en: '{channel}, in {language}', cy: '{channel}, iaith: {language}' },
  'outcome.previewWay.phone': { en: 'Read out on the telephone', cy: 'Yn cael ei ddarllen dros y ffôn' },
  'outcome.previewWay.post': {
    en: 'Printed in a letter, below the name of the person',
    cy: "Wedi''i argraffu mewn llythyr, o dan enw''r person",
  },
  'outcome.previewBoth': {
    en: '{channel}, to someone who has not chosen a language',
    cy: '{channel}, i rywun nad yw wedi dewis iaith',
  },
  'outcome.segments': {
    en: '{count, plural, one {Charged as # text} other {Charged as # texts}}, {length, plural, one {# character} other {# characters}}',
    cy: '{count, plural, one {Codir tâl am # neges destun} other {Codir tâl am # neges destun}}, {length, plural, one {# nod} other {# nod}}',
  },
  'outcome.notYet': { en: 'Before it can be published', cy: 'Cyn y gellir ei gyhoeddi' },
  'outcome.needsWords': {
    en: 'Write “{field}” in {language}: people who chose it would otherwise get the wrong language.',
    cy: 'Ysgrifennwch “{field}” (iaith: {language}): fel arall byddai pobl a’i dewisodd yn cael yr iaith anghywir.',
  },
  'outcome.needsThemes': { en: 'Select at least one theme.', cy: 'Dewiswch o leiaf un thema.' },
  'outcome.publish': { en: 'Continue to publish', cy: 'Parhau i gyhoeddi' },
  'outcome.onlyPublisher': {
    en: 'Only an officer with the role Publisher can change or publish this.',
    cy: 'Dim ond swyddog â’r rôl Cyhoeddwr all newid neu gyhoeddi hwn.',
  },

  'outcome.confirmTitle': {
    en: '{count, plural, =0 {Publish without telling anybody?} one {Publish and tell # person?} other {Publish and tell # people?}}',
    cy: '{count, plural, =0 {Cyhoeddi heb roi gwybod i neb?} one {Cyhoeddi a rhoi gwybod i # person?} other {Cyhoeddi a rhoi gwybod i # o bobl?}}',
  },
  'outcome.warning': { en: 'Warning', cy: 'Rhybudd' },
  'outcome.confirmWarning': {
    en: 'You cannot change it or take it back afterwards.',
    cy: 'Ni allwch ei newid na’i dynnu’n ôl wedyn.',
  },
  'outcome.confirmPublic': {
    en: 'It appears on the public page and in the feed at once.',
    cy: 'Bydd yn ymddangos ar y dudalen gyhoeddus ac yn y ffrwd ar unwaith.',
  },
  'outcome.confirmHours': {
    en: 'Messages go out between {from} and {until}. What has not been sent after two weeks is not sent any more.',
    cy: 'Caiff negeseuon eu hanfon rhwng {from} ac {until}. Ni chaiff yr hyn nad yw wedi’i anfon ar ôl pythefnos ei anfon mwyach.',
  },
  'outcome.confirmOff': {
    en: 'Sending is switched off (SENDING=off). Messages wait until it is switched on.',
    cy: 'Mae anfon wedi’i ddiffodd (SENDING=off). Bydd negeseuon yn aros nes iddo gael ei droi ymlaen.',
  },
  'outcome.confirmOnce': {
    en: 'Each person gets one message, never two.',
    cy: 'Bydd pob person yn cael un neges, byth dwy.',
  },
  'outcome.confirmButton': {
    en: '{count, plural, =0 {Publish} one {Publish and tell # person} other {Publish and tell # people}}',
    cy: '{count, plural, =0 {Cyhoeddi} one {Cyhoeddi a rhoi gwybod i # person} other {Cyhoeddi a rhoi gwybod i # o bobl}}',
  },
  'outcome.personal': { en: 'May be personal data', cy: 'Gall fod yn ddata personol' },
  'outcome.personalWarning': {
    en: 'These words are published as they stand. Make sure that they do not show who somebody is.',
    cy: 'Cyhoeddir y geiriau hyn fel y maent. Gwnewch yn siŵr nad ydynt yn dangos pwy yw rhywun.',
  },
  'outcome.personalWriting': {
    en: 'These words would be published as they stand. Change them where they show who somebody is.',
    cy: 'Byddai’r geiriau hyn yn cael eu cyhoeddi fel y maent. Newidiwch nhw lle maent yn dangos pwy yw rhywun.',
  },
  'outcome.possibleName': { en: 'possible name', cy: 'enw posibl' },
  'outcome.personalChange': { en: 'Change the words', cy: 'Newid y geiriau' },
  'outcome.checked': { en: 'I have checked this', cy: 'Rwyf wedi gwirio hyn' },
  'outcome.checkMissing': {
    en: 'Tick that you have checked what may be personal data. Nothing was published',
    cy: 'Ticiwch eich bod wedi gwirio’r hyn a all fod yn ddata personol. Ni chyhoeddwyd dim',
  },
  'outcome.cancel': { en: 'Go back without publishing', cy: 'Mynd yn ôl heb gyhoeddi' },
  'outcome.done': {
    en: '{count, plural, =0 {Published. Nobody was to be told} one {Published. # person is being told} other {Published. # people are being told}}',
    cy: '{count, plural, =0 {Wedi’i gyhoeddi. Nid oedd neb i roi gwybod iddynt} one {Wedi’i gyhoeddi. Mae # person yn cael gwybod} other {Wedi’i gyhoeddi. Mae # o bobl yn cael gwybod}}',
  },
  'outcome.already': {
    en: 'This had been published already. Nobody was told twice',
    cy: 'Roedd hwn wedi’i gyhoeddi eisoes. Ni chafodd neb wybod ddwywaith',
  },
  'outcome.overtaken': {
    en: 'Somebody changed this while you were writing. What you wrote is below and is not saved yet. Look at theirs first: saving now replaces it',
    cy: "Newidiodd rhywun hwn tra oeddech yn ysgrifennu. Mae''r hyn a ysgrifennoch isod ac nid yw wedi''i gadw eto. Edrychwch ar eu fersiwn nhw yn gyntaf: bydd cadw nawr yn ei ddisodli",
  },
  'outcome.stale': {
    en: 'Somebody changed this while you were looking at it. Nothing was published. Check it again',
    cy: 'Newidiodd rhywun hwn tra oeddech yn edrych arno. Ni chyhoeddwyd dim. Gwiriwch ef eto',
  },
  'outcome.held': {
    en: 'Nothing can be published from {from} until the end of {until}: it is a pre-election period',
    cy: 'Ni ellir cyhoeddi dim o {from} hyd ddiwedd {until}: mae’n gyfnod cyn etholiad',
  },
  'outcome.heldDraft': {
    en: 'Held until the end of {until}: pre-election period. It began on {from}. You can go on writing, and publish this afterwards.',
    cy: 'Wedi’i ddal hyd ddiwedd {until}: cyfnod cyn etholiad. Dechreuodd ar {from}. Gallwch ddal i ysgrifennu, a’i gyhoeddi wedyn.',
  },
  'outcome.heldFollowUps': {
    en: 'Messages that wait are held until the end of {until}: pre-election period. They go out by themselves the day after.',
    cy: 'Mae negeseuon sy’n aros yn cael eu dal hyd ddiwedd {until}: cyfnod cyn etholiad. Byddant yn mynd ohonynt eu hunain y diwrnod wedyn.',
  },
  'outcome.notReady': {
    en: 'It is not complete, so nothing was published. See what is missing',
    cy: 'Nid yw’n gyflawn, felly ni chyhoeddwyd dim. Gweler beth sydd ar goll',
  },

  'outcome.lockedTitle': { en: 'This cannot be changed any more', cy: 'Ni ellir newid hwn mwyach' },
  'outcome.lockedText': {
    en: 'It was published on {date}. People have read it on their phones, and what they have read cannot be changed under them.',
    cy: 'Cafodd ei gyhoeddi ar {date}. Mae pobl wedi’i ddarllen ar eu ffonau, ac ni ellir newid yr hyn y maent wedi’i ddarllen.',
  },
  'outcome.lockedInstead': {
    en: 'If something was wrong, or there is more to say, write a new outcome on the same themes. The same people hear about it.',
    cy: 'Os oedd rhywbeth yn anghywir, neu os oes mwy i’w ddweud, ysgrifennwch ganlyniad newydd ar yr un themâu. Bydd yr un bobl yn clywed amdano.',
  },
  'outcome.again': { en: 'Write a new one on the same themes', cy: 'Ysgrifennu un newydd ar yr un themâu' },

  'outcome.publishedOn': { en: 'Published {date}', cy: 'Cyhoeddwyd {date}' },
  'outcome.publicPage': { en: 'See it on the public page', cy: 'Ei weld ar y dudalen gyhoeddus' },
  'outcome.progress': { en: 'Telling people', cy: 'Rhoi gwybod i bobl' },
  'outcome.progressText': {
    en: '{count, plural, =0 {Nobody was to be told: nobody who raised it could hear back.} one {# message, to # person.} other {# messages, one for each person.}}',
    cy: '{count, plural, =0 {Nid oedd neb i roi gwybod iddynt: ni allai neb a’i cododd glywed yn ôl.} one {# neges, i # person.} other {# neges, un i bob person.}}',
  },
  'outcome.language': { en: 'Language', cy: 'Iaith' },
  'outcome.saidWhat': { en: 'What it says', cy: 'Yr hyn y mae’n ei ddweud' },
  'outcome.more': { en: 'If there is more to say', cy: 'Os oes mwy i’w ddweud' },
  'outcome.state': { en: 'State', cy: 'Cyflwr' },
  'outcome.messages': { en: 'Messages', cy: 'Negeseuon' },
  'outcome.seeDeliveries': { en: 'See each message', cy: 'Gweld pob neges' },
  'outcome.notTold': { en: 'Who was not told, and why', cy: 'Pwy na chafodd wybod, a pham' },
  'outcome.replies': { en: 'What people answered', cy: 'Beth atebodd pobl' },
  'outcome.repliesText': {
    en: '{count, plural, one {# answer. Where it says that this is not right, put it right: write a new outcome, or get in touch.} other {# answers. Where one says that this is not right, put it right: write a new outcome, or get in touch.}}',
    cy: '{count, plural, one {# ateb. Lle mae’n dweud nad yw hyn yn iawn, cywirwch ef: ysgrifennwch ganlyniad newydd, neu cysylltwch.} other {# ateb. Lle mae un yn dweud nad yw hyn yn iawn, cywirwch ef: ysgrifennwch ganlyniad newydd, neu cysylltwch.}}',
  },
  'outcome.repliesNone': {
    en: 'Nobody has answered yet. Answers appear here when people reply to the message.',
    cy: 'Nid oes neb wedi ateb eto. Bydd atebion yn ymddangos yma pan fydd pobl yn ateb y neges.',
  },
  'outcome.replyHeld': {
    en: 'A case holds this answer. Read it there.',
    cy: 'Mae achos yn dal yr ateb hwn. Darllenwch ef yno.',
  },
  'outcome.replyListening': { en: 'Still writing', cy: 'Yn dal i ysgrifennu' },
  'outcome.replyOpen': { en: 'Open this answer', cy: 'Agor yr ateb hwn' },
  'outcome.cases': { en: 'Open the cases', cy: 'Agor yr achosion' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
