import type { Language } from '#domain/words.ts';

/**
 * Every string that the system itself sends to a resident. A flow's own words are in its file.
 *
 * ICU message syntax: an apostrophe is written twice. English keeps to the GSM-7 alphabet, so that a text costs
 * 153 characters a segment and not 67; Welsh keeps its circumflexes whatever they cost. No links: a first text with
 * a link reads as a scam. None asks for the word YES, which opts people in at the SMS provider.
 * After "am" Welsh softens what follows, so a flow's Welsh topic is written softened: "am ganol y dref".
 */
export const residentTexts = {
  /** First contact on any channel: at most two SMS segments in English. */
  'resident.first': {
    en: '{organisation}: {question} Write as much as you like, until {closes}. Automatic replies; staff read every answer, not straight away. In danger? Call 999. Usual text price. PRIVACY: how we use this. STOP to stop.',
    cy: '{organisation}: {question} Ysgrifennwch faint a fynnwch, tan {closes}. Mae ein negeseuon yn awtomatig; mae staff yn darllen pob ateb, ond nid yn syth. Mewn perygl? Ffoniwch 999. Pris tecst arferol. PREIFATRWYDD: sut rydym yn defnyddio hyn. STOP i stopio.',
  },
  /** Ends a bilingual first text, once in each language. */
  'resident.chooseLanguage': {
    en: 'For English only, text ENGLISH.',
    cy: 'I gael Cymraeg yn unig, tecstiwch CYMRAEG.',
  },
  'resident.languageSet': {
    en: 'We will write to you in English.',
    cy: 'Byddwn yn ysgrifennu atoch yn Gymraeg.',
  },

  /** One line of a choice, where a channel has no buttons. */
  'resident.numbered': { en: '{number} {label}', cy: '{number} {label}' },
  'resident.yes': { en: 'Yes', cy: 'Iawn' },
  'resident.no': { en: 'No', cy: 'Dim diolch' },
  'resident.choiceHelp': {
    en: 'Sorry, we did not understand that. Please answer with one of these.',
    cy: "Mae''n ddrwg gennym, ni wnaethom ddeall hynny. Atebwch ag un o''r rhain, os gwelwch yn dda.",
  },

  'resident.stopped': {
    en: '{organisation}: we have stopped. You will get no more messages from us. To come back, text START.',
    cy: '{organisation}: rydym wedi stopio. Ni chewch ragor o negeseuon gennym. I ddod yn ôl, tecstiwch START.',
  },
  /** Said once to someone who stopped and then writes again. */
  'resident.howToBack': {
    en: '{organisation}: you asked us to stop, so we will not answer. We have kept your words. To come back, text START.',
    cy: '{organisation}: gofynnoch i ni stopio, felly ni fyddwn yn ateb. Rydym wedi cadw eich geiriau. I ddod yn ôl, tecstiwch START.',
  },
  'resident.started': {
    en: '{organisation}: welcome back. You will get our messages again. To stop, text STOP.',
    cy: '{organisation}: croeso yn ôl. Byddwch yn cael ein negeseuon eto. I stopio, tecstiwch STOP.',
  },
  'resident.alreadyStarted': {
    en: '{organisation}: you already get our messages. To stop, text STOP.',
    cy: '{organisation}: rydych eisoes yn cael ein negeseuon. I stopio, tecstiwch STOP.',
  },
  'resident.help': {
    en: 'In danger? Call 999. To talk to us text PERSON. This is {organisation}. We ask what people think. Replies are automatic; staff read every answer. To check it is us, ring the number on our website. PRIVACY: how we use this. STOP to stop.',
    cy: 'Mewn perygl? Ffoniwch 999. I siarad â ni, tecstiwch PERSON. {organisation} sydd yma. Rydym yn gofyn beth yw barn pobl. Mae ein negeseuon yn awtomatig; mae staff yn darllen pob ateb. I wirio mai ni sydd yma, ffoniwch y rhif ar ein gwefan. PREIFATRWYDD: sut rydym yn defnyddio hyn. STOP i stopio.',
  },
  'resident.person': {
    en: 'Thank you. A person from {organisation} will contact you. We are here: {cover}. In danger? Call 999.',
    cy: 'Diolch. Bydd rhywun o {organisation} yn cysylltu â chi. Rydym yma: {cover}. Mewn perygl? Ffoniwch 999.',
  },

  'resident.afterwards': {
    en: 'Thank you. We have added this to what you told us.',
    cy: 'Diolch. Rydym wedi ychwanegu hyn at yr hyn a ddywedoch wrthym.',
  },
  'resident.closed': {
    en: 'This closed on {closes}. We kept your words, marked late.',
    cy: 'Daeth hyn i ben ar {closes}. Rydym wedi cadw eich geiriau a nodi eu bod yn hwyr.',
  },
  'resident.notYetOpen': {
    en: 'This opens on {opens}. Please text us again then.',
    cy: 'Bydd hyn yn agor ar {opens}. Tecstiwch ni eto bryd hynny.',
  },
  'resident.mediaAlone': {
    en: 'Thank you. What should we notice in it?',
    cy: 'Diolch. Beth ddylem ni sylwi arno ynddo?',
  },
  'resident.noPictures': {
    en: 'We cannot get pictures by text. Please tell us in words.',
    cy: 'Ni allwn dderbyn lluniau drwy neges destun. Dywedwch wrthym mewn geiriau.',
  },
  'resident.declineGroup': {
    en: 'We only talk with one person at a time, so that your words stay yours. Please write to us on your own, not in a group.',
    cy: "Dim ond ag un person ar y tro rydym yn siarad, er mwyn i''ch geiriau aros yn eiddo i chi. Ysgrifennwch atom ar eich pen eich hun, nid mewn grŵp.",
  },

  /** Opens a follow-up where the flow lets a resident's own words go back. */
  'resident.quoteIntro': { en: 'You told us: "{quote}"', cy: 'Dywedoch wrthym: "{quote}"' },
  /** Opens a follow-up everywhere else. The month is in words, with its year. */
  'resident.topicIntro': {
    en: 'You told us about {topic} in {month}.',
    cy: 'Dywedoch wrthym am {topic} ym mis {month}.',
  },
  'resident.did': { en: 'We did: {text}', cy: 'Gwnaethom hyn: {text}' },
  'resident.doing': { en: 'We are doing: {text}', cy: 'Rydym yn gwneud hyn: {text}' },
  'resident.cannot': { en: "We can''t, because {text}", cy: 'Ni allwn, oherwydd {text}' },
  'resident.together': { en: 'We did this together: {text}', cy: "Gwnaethom hyn gyda''n gilydd: {text}" },
  'resident.followUpAsk': {
    en: 'Reply to tell us if this is right. STOP to stop.',
    cy: 'Atebwch i ddweud a yw hyn yn iawn. STOP i stopio.',
  },
  'resident.followUpThanks': {
    en: 'Thank you. Staff will read what you said.',
    cy: 'Diolch. Bydd staff yn darllen yr hyn a ddywedoch.',
  },

  /** Care: who to call now comes before anything about us. It promises neither secrecy nor rescue. `lines` come from safeguarding/signposts.ts. */
  'resident.signpost': {
    en: 'Thank you for telling us. If you need help now, please do not wait for us:\n{lines}\nThis is an automatic reply. A person may not see your message until we are here: {cover}. We have stopped our questions. You can still write to us.',
    cy: 'Diolch am ddweud wrthym. Os oes angen help arnoch nawr, peidiwch ag aros amdanom ni:\n{lines}\nAteb awtomatig yw hwn. Efallai na fydd person yn gweld eich neges nes y byddwn yma: {cover}. Rydym wedi stopio ein cwestiynau. Gallwch ysgrifennu atom o hyd.',
  },
  /** Said once when someone writes on after a signpost. */
  'resident.held': {
    en: 'We have kept what you wrote. A person will read it when we are here: {cover}. Until then our questions have stopped. In danger? Call 999.',
    cy: 'Rydym wedi cadw yr hyn a ysgrifennoch. Bydd person yn ei ddarllen pan fyddwn yma: {cover}. Tan hynny mae ein cwestiynau wedi stopio. Mewn perygl? Ffoniwch 999.',
  },
} satisfies Record<string, Record<Language, string>>;
