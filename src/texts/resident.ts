import type { ConsoleLanguage } from '#domain/words.ts';

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
    en: '{organisation}: {question} Write as much as you like, until {closes}. Automatic replies; staff read every answer, not straight away. In danger? Call 999. {price}PRIVACY: how we use this. STOP to stop.',
    cy: '{organisation}: {question} Ysgrifennwch faint a fynnwch, tan {closes}. Negeseuon awtomatig; mae staff yn darllen pob ateb, ond nid yn syth. Mewn perygl? Ffoniwch 999. {price}PREIFATRWYDD: sut rydym yn defnyddio hyn. STOP i stopio.',
  },
  /** In the first text by SMS alone: an app costs nothing to write in. */
  'resident.price': { en: 'Usual text price.', cy: 'Pris tecst arferol.' },
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
    cy: "Mae''n ddrwg gennym, wnaethon ni ddim deall hynny. Atebwch ag un o''r rhain, os gwelwch yn dda.",
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
    en: 'In danger? Call 999. To talk to us text PERSON. This is {organisation}. We ask what people think. Replies are automatic; staff read every answer. To check it is us, ring the number on our website. PRIVACY: how we use this. LINK: add a phone or app. STOP to stop.',
    cy: 'Mewn perygl? Ffoniwch 999. I siarad â ni, tecstiwch PERSON. {organisation} sydd yma. Rydym yn gofyn beth yw barn pobl. Mae ein negeseuon yn awtomatig; mae staff yn darllen pob ateb. I wirio mai ni sydd yma, ffoniwch y rhif ar ein gwefan. PREIFATRWYDD: sut rydym yn defnyddio hyn. LINC: ffôn arall. STOP i stopio.',
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
    cy: 'Diolch. Beth ddylem ni sylwi arno?',
  },
  'resident.spokenAlone': { en: 'Thank you. We will listen to it.', cy: 'Diolch. Byddwn yn gwrando arno.' },
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

  /** Buttons, where a channel has them. */
  'resident.finished': { en: 'Finished', cy: 'Wedi gorffen' },
  'resident.skip': { en: 'Skip this', cy: 'Hepgor hwn' },

  'resident.later': {
    en: 'No hurry. We will ask again on {when}. You can write before then too.',
    cy: 'Does dim brys. Byddwn yn gofyn eto ar {when}. Gallwch ysgrifennu cyn hynny hefyd.',
  },
  /** Opens the question again when LATER has come. */
  'resident.comeBack': {
    en: '{organisation}: you asked us to come back to you.',
    cy: '{organisation}: gofynnoch i ni ddod yn ôl atoch.',
  },
  /** Opens the question again after a long silence; at most twice. */
  'resident.reminder': {
    en: '{organisation}: there is no hurry, and you do not have to answer. LATER: ask me another day. STOP to stop.',
    cy: '{organisation}: does dim brys, a does dim rhaid i chi ateb. WEDYN: gofynnwch ddiwrnod arall. STOP i stopio.',
  },
  'resident.expired': {
    en: '{organisation}: we have not heard from you, so we have stopped asking. We have kept what you told us. To go on, text START.',
    cy: "{organisation}: nid ydym wedi clywed gennych, felly rydym wedi rhoi''r gorau i ofyn. Rydym wedi cadw''r hyn a ddywedoch. I fynd ymlaen, tecstiwch START.",
  },
  /** Two questions are open, both asked long ago: the one of the flow, and what we told them on a day. */
  'resident.which': {
    en: 'Thank you. Which is this about?\n1 {question}\n2 what we told you on {day}',
    cy: 'Diolch. Am beth mae hyn?\n1 {question}\n2 yr hyn a ddywedom wrthych ar {day}',
  },
  'resident.questions': {
    en: 'These are our questions. Take your time:\n{lines}',
    cy: 'Dyma ein cwestiynau. Cymerwch eich amser:\n{lines}',
  },
  'resident.nothingBefore': {
    en: 'This is the first question.',
    cy: "Dyma''r cwestiwn cyntaf.",
  },
  'resident.nothingToSkip': {
    en: 'There is no question to skip.',
    cy: "Does dim cwestiwn i''w hepgor.",
  },
  /** `list` is of words to text, one a language. */
  'resident.languages': {
    en: 'To change language, text one of these: {list}. For shorter words, text EASY READ.',
    cy: "I newid iaith, tecstiwch un o''r rhain: {list}. I gael geiriau byrrach, tecstiwch HAWDD EI DDEALL.",
  },
  'resident.notInThatLanguage': {
    en: 'We cannot write to you in that language here.',
    cy: 'Ni allwn ysgrifennu atoch yn yr iaith honno yma.',
  },
  'resident.easySet': {
    en: 'We will use shorter words. To change back, text PLAIN.',
    cy: 'Byddwn yn defnyddio geiriau byrrach. I newid yn ôl, tecstiwch GEIRIAU ARFEROL.',
  },
  'resident.easyOff': {
    en: 'We will write as before.',
    cy: "Byddwn yn ysgrifennu fel o''r blaen.",
  },
  'resident.who': {
    en: 'Automatic texts from {organisation}. Staff read every answer. To check, ring the number on our website.',
    cy: 'Negeseuon awtomatig gan {organisation}. Mae staff yn darllen pob ateb. I wirio, ffoniwch y rhif ar ein gwefan.',
  },
  'resident.wrongNumber': {
    en: 'Sorry. We have taken this number off and will not message it again.',
    cy: "Mae''n ddrwg gennym. Rydym wedi tynnu''r rhif hwn oddi ar ein rhestr ac ni fyddwn yn anfon neges ato eto.",
  },

  /** STATUS is made of these, a line each. */
  'resident.statusNone': {
    en: 'You have not sent us an answer yet.',
    cy: 'Nid ydych wedi anfon ateb atom eto.',
  },
  'resident.statusHeard': {
    en: '{count, plural, one {You have sent us # answer.} other {You have sent us # answers.}} {read, plural, =0 {{count, plural, one {Staff have not read it yet.} other {Staff have not read them yet.}}} other {Staff have read # so far.}}',
    cy: 'Rydych wedi anfon {count, plural, other {# ateb}} atom. {read, plural, =0 {{count, plural, one {Nid yw staff wedi ei ddarllen eto.} other {Nid yw staff wedi eu darllen eto.}}} other {Mae staff wedi darllen # hyd yma.}}',
  },
  'resident.statusNoOutcome': {
    en: 'Nothing has been decided yet. When we decide: {when}.',
    cy: 'Nid oes penderfyniad eto. Pryd y byddwn yn penderfynu: {when}.',
  },
  'resident.statusOutcome': { en: 'About what you said: {text}', cy: 'Am yr hyn a ddywedoch: {text}' },

  /** MY DATA is made of these. */
  'resident.myData': {
    en: 'We hold: {addresses, plural, one {# number or account of yours} other {# numbers or accounts of yours}}, {messages, plural, one {# message} other {# messages}} and {answers, plural, one {# answer} other {# answers}} since {since}. Hear back: {hearBack}. Show your words: {quote}. By {due} a person will contact you. They check who is asking and give you the full copy.',
    cy: "Ers {since} mae gennym: {addresses, plural, other {# rhif neu gyfrif i chi}}, {messages, plural, other {# neges}}, {answers, plural, other {# ateb}}. Clywed yn ôl: {hearBack}. Dangos eich geiriau: {quote}. Erbyn {due} bydd rhywun yn cysylltu â chi, yn gwirio pwy sy''n gofyn ac yn rhoi''r copi llawn i chi.",
  },

  'resident.forgetAsk': {
    en: 'Shall we delete all that you told us, and your number? It cannot be undone.',
    cy: "A ddylem ddileu popeth a ddywedoch wrthym, a''ch rhif? Ni ellir dadwneud hyn.",
  },
  'resident.forgetYes': { en: 'Delete everything', cy: 'Dileu popeth' },
  'resident.forgetNo': { en: 'Keep it', cy: 'Ei gadw' },
  'resident.forgetKept': { en: 'We have kept everything.', cy: 'Rydym wedi cadw popeth.' },
  /** `cannot` names what is out of our hands: see the texts below. */
  'resident.forgotten': {
    en: 'We are deleting what you told us and your number. We cannot delete: {cannot}. Figures and outcomes without names stay.',
    cy: "Rydym yn dileu''r hyn a ddywedoch wrthym a''ch rhif. Ni allwn ddileu: {cannot}. Mae ffigurau a chanlyniadau heb enwau yn aros.",
  },
  'resident.cannotPhone': {
    en: 'the messages on your own phone, and what your network keeps of them',
    cy: "y negeseuon ar eich ffôn eich hun, a''r hyn y mae eich rhwydwaith yn ei gadw",
  },
  'resident.cannotApp': {
    en: 'the messages in your own app, and what its provider keeps of them',
    cy: "y negeseuon yn eich ap eich hun, a''r hyn y mae ei ddarparwr yn ei gadw",
  },
  /** Where the law may need some of it kept, say for a safeguarding case: a person decides. */
  'resident.forgetByPerson': {
    en: 'A person must look at this first. We will tell you what we have deleted by {due}.',
    cy: "Rhaid i berson edrych ar hyn yn gyntaf. Byddwn yn dweud wrthych beth rydym wedi''i ddileu erbyn {due}.",
  },

  'resident.noQuote': {
    en: 'Thank you. We will not show your words to others.',
    cy: 'Diolch. Ni fyddwn yn dangos eich geiriau i eraill.',
  },
  'resident.noHearBack': {
    en: 'Thank you. We will not message you about what is done.',
    cy: "Diolch. Ni fyddwn yn anfon neges atoch am yr hyn sy''n cael ei wneud.",
  },
  /** An earlier button was pressed again with another answer. */
  'resident.changed': { en: 'Thank you. We have changed that.', cy: 'Diolch. Rydym wedi newid hynny.' },
  /** After two unclear answers to a consent. */
  'resident.takenAsNo': {
    en: 'We have taken that as no. To talk to us, text PERSON.',
    cy: 'Rydym wedi cymryd mai na oedd eich ateb. I siarad â ni, tecstiwch PERSON.',
  },
  /** After two unclear answers to a choice. */
  'resident.goingOn': {
    en: 'We have kept your words and will move on. To talk to us, text PERSON.',
    cy: 'Rydym wedi cadw eich geiriau a byddwn yn symud ymlaen. I siarad â ni, tecstiwch PERSON.',
  },

  'resident.inviteIntro': {
    en: 'Thank you. If you know somebody, you can send this on to them:',
    cy: 'Diolch. Os ydych yn adnabod rhywun, gallwch anfon hyn ymlaen:',
  },
  'resident.inviteTo': {
    en: '{organisation} wants to hear from you about: {title}. Text {keyword} to {number}.',
    cy: 'Hoffai {organisation} glywed gennych am: {title}. Tecstiwch {keyword} i {number}.',
  },
  /** Where we do not know a number that anybody could text. */
  'resident.invite': {
    en: '{organisation} wants to hear from you about: {title}. Ask us for {keyword}.',
    cy: 'Hoffai {organisation} glywed gennych am: {title}. Gofynnwch i ni am {keyword}.',
  },
  'resident.preferNot': { en: 'I would rather not say', cy: "Byddai''n well gen i beidio â dweud" },

  /** To someone younger than the flow is for, in words for a child. It promises no secret: others may have to help. */
  'resident.child': {
    en: 'Thank you for writing to us. You do not have to answer. A grown-up who works here will read it. We will not publish it. If we are worried about you, we may ask others to help. To talk to someone now: Childline, 0800 1111. It is free. In danger? Call 999.',
    cy: "Diolch am ysgrifennu atom. Does dim rhaid i ti ateb. Bydd oedolyn sy''n gweithio yma yn ei ddarllen. Fyddwn ni ddim yn ei gyhoeddi. Os ydym yn poeni amdanat, efallai y byddwn yn gofyn i eraill helpu. I siarad â rhywun nawr: Childline, 0800 1111. Mae am ddim. Mewn perygl? Ffonia 999.",
  },

  /** LINK: `code` is in groups of four. */
  'resident.linkCode': {
    en: 'Within 15 minutes, send LINK {code} from your other phone or app. Then we know that both are you. Do not give this code to anybody else.',
    cy: "O fewn 15 munud, anfonwch LINC {code} o''ch ffôn neu ap arall. Yna byddwn yn gwybod mai chi yw''r ddau. Peidiwch â rhoi''r cod hwn i neb arall.",
  },
  /** `list` is of our numbers and names on other channels. */
  'resident.linkElsewhere': {
    en: 'You can send it to: {list}.',
    cy: 'Gallwch ei anfon at: {list}.',
  },
  'resident.linkJoined': {
    en: 'Done. Here and there you are one person to us now. STOP on either stops both.',
    cy: "Wedi''i wneud. Un person ydych chi i ni nawr, yma ac acw. Bydd STOP ar y naill yn stopio''r ddau.",
  },
  'resident.linkAlready': {
    en: 'You joined these two before. There is nothing more to do.',
    cy: "Rydych wedi cysylltu''r ddau hyn o''r blaen. Does dim rhagor i''w wneud.",
  },
  'resident.linkOwn': {
    en: 'Please send that code from your other phone or app, not from this one.',
    cy: "Anfonwch y cod hwnnw o''ch ffôn neu ap arall, nid o''r un hwn.",
  },
  'resident.linkUnknown': {
    en: 'That code does not work: it may be old or used. For a new one, text LINK from your other phone or app.',
    cy: "Nid yw''r cod hwnnw yn gweithio: gall fod yn hen neu wedi''i ddefnyddio. I gael un newydd, tecstiwch LINC o''ch ffôn neu ap arall.",
  },
  'resident.linkStopped': {
    en: 'We cannot join them: one of the two has said STOP. To come back, text START from that one, then LINK.',
    cy: "Ni allwn eu cysylltu: mae un o''r ddau wedi dweud STOP. I ddod yn ôl, tecstiwch START o''r un hwnnw, yna LINC.",
  },
  'resident.linkByPerson': {
    en: 'A person must look at this first. We have asked them to.',
    cy: 'Rhaid i berson edrych ar hyn yn gyntaf. Rydym wedi gofyn iddyn nhw.',
  },
  /** To the side that gave the code, once another address has been joined to it. */
  'resident.linkTold': {
    en: '{organisation}: another phone or app was joined to this one with the code you asked for. Was that not you? Text "wrong number": we take this one off and stop.',
    cy: '{organisation}: cafodd ffôn neu ap arall ei gysylltu â hwn gyda\'\'r cod y gofynnoch amdano. Nid chi oedd hynny? Tecstiwch "rhif anghywir": byddwn yn tynnu hwn i ffwrdd ac yn stopio.',
  },
  /** Where they want to hear back and this chat will be gone by then. A code follows. */
  'resident.linkOffer': {
    en: 'We cannot find this chat again weeks from now. To hear back, add a phone or app of yours.',
    cy: "Ni allwn ddod o hyd i''r sgwrs hon eto ymhen wythnosau. I glywed yn ôl, ychwanegwch ffôn neu ap.",
  },
  'resident.statusNoAddress': {
    en: 'We cannot tell you here what is done: this chat is gone by then. To add a phone or app, text LINK.',
    cy: "Ni allwn ddweud wrthych yma beth sy''n cael ei wneud: bydd y sgwrs hon wedi mynd erbyn hynny. I ychwanegu ffôn neu ap, tecstiwch LINC.",
  },
  /** Nearly a keyword: `lines` are keywords with what each is about, numbered; `number` is one more. */
  'resident.didYouMean': {
    en: 'Which do you mean? Please answer with a number.\n{lines}\n{number} something else: just tell us',
    cy: "Pa un ydych chi''n ei feddwl? Atebwch â rhif.\n{lines}\n{number} rhywbeth arall: dywedwch wrthym",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;

export type ResidentKey = keyof typeof residentTexts;
