import type { ConsoleLanguage } from '#domain/words.ts';
import type { ResidentKey } from './resident.ts';

/** Easy-read variants: short sentences, one idea each, everyday words. What is not here is plain enough already. */
export const easyTexts: Partial<Record<ResidentKey, Record<ConsoleLanguage, string>>> = {
  'resident.first': {
    en: '{organisation}: {question} Write as much as you want. You have until {closes}. A computer answers. Staff read your words later. In danger? Call 999. {price}PRIVACY: how we use this. STOP: we stop.',
    cy: "{organisation}: {question} Ysgrifennwch faint a fynnwch. Mae gennych tan {closes}. Cyfrifiadur sy''n ateb. Bydd staff yn darllen wedyn. Mewn perygl? Ffoniwch 999. {price}PREIFATRWYDD: sut rydym yn defnyddio hyn. STOP: byddwn yn stopio.",
  },
  'resident.help': {
    en: 'In danger? Call 999. To talk to us text PERSON. We are {organisation}. We ask what you think. A computer answers. Staff read what you say. Are we real? Ring the number on our website. PRIVACY: how we use this. LINK: add a phone or app. STOP: we stop.',
    cy: "Mewn perygl? Ffoniwch 999. I siarad â ni, tecstiwch PERSON. {organisation} ydym ni. Rydym yn gofyn beth yw eich barn. Cyfrifiadur sy''n ateb. Mae staff yn darllen yr hyn a ddywedwch. Ydym ni''n go iawn? Ffoniwch y rhif ar ein gwefan. PREIFATRWYDD: sut rydym yn defnyddio hyn. LINC: ychwanegu ffôn. STOP: byddwn yn stopio.",
  },
  'resident.who': {
    en: 'We are {organisation}. A computer sends these texts. Staff read what you say. Not sure? Ring the number on our website.',
    cy: "{organisation} ydym ni. Cyfrifiadur sy''n anfon y negeseuon hyn. Mae staff yn darllen yr hyn a ddywedwch. Ddim yn siŵr? Ffoniwch y rhif ar ein gwefan.",
  },
  'resident.person': {
    en: 'Thank you. A person from {organisation} will contact you. We work: {cover}. In danger? Call 999.',
    cy: 'Diolch. Bydd person o {organisation} yn cysylltu â chi. Rydym yn gweithio: {cover}. Mewn perygl? Ffoniwch 999.',
  },
  'resident.choiceHelp': {
    en: 'Sorry. We do not understand. Please pick one of these.',
    cy: "Mae''n ddrwg gennym. Dydyn ni ddim yn deall. Dewiswch un o''r rhain.",
  },
  'resident.howToBack': {
    en: '{organisation}: you said stop. So we will not answer. We kept your words. Want us back? Text START.',
    cy: '{organisation}: dywedoch chi stop. Felly ni fyddwn yn ateb. Rydym wedi cadw eich geiriau. Eisiau dod yn ôl? Tecstiwch START.',
  },
  'resident.closed': {
    en: 'This ended on {closes}. Your words are late. We kept them.',
    cy: 'Daeth hyn i ben ar {closes}. Mae eich geiriau yn hwyr. Rydym wedi eu cadw.',
  },
  'resident.declineGroup': {
    en: 'We talk to one person at a time. Please write to us on your own. Do not use a group.',
    cy: 'Rydym yn siarad ag un person ar y tro. Ysgrifennwch atom ar eich pen eich hun. Peidiwch â defnyddio grŵp.',
  },
  'resident.later': {
    en: 'Take your time. We will ask again on {when}. You can write now too.',
    cy: 'Cymerwch eich amser. Byddwn yn gofyn eto ar {when}. Gallwch ysgrifennu nawr hefyd.',
  },
  'resident.reminder': {
    en: '{organisation}: take your time. You do not have to answer. LATER: ask me another day. STOP: we stop.',
    cy: '{organisation}: cymerwch eich amser. Does dim rhaid i chi ateb. WEDYN: gofynnwch ddiwrnod arall. STOP: byddwn yn stopio.',
  },
  'resident.expired': {
    en: '{organisation}: you have not written. So we stopped asking. We kept your words. Want to go on? Text START.',
    cy: '{organisation}: nid ydych wedi ysgrifennu. Felly rydym wedi stopio gofyn. Rydym wedi cadw eich geiriau. Eisiau mynd ymlaen? Tecstiwch START.',
  },
  'resident.statusNoOutcome': {
    en: 'We have not decided yet. We will decide: {when}.',
    cy: 'Nid ydym wedi penderfynu eto. Byddwn yn penderfynu: {when}.',
  },
  'resident.myData': {
    en: 'We keep these things about you:\n{addresses, plural, one {# number or account} other {# numbers or accounts}}\n{messages, plural, one {# message} other {# messages}}\n{answers, plural, one {# answer} other {# answers}}\nThe first is from {since}.\nMay we message you: {hearBack}.\nMay we show your words: {quote}.\nA person will contact you by {due}. They will check it is you. Then you get a copy.',
    cy: "Rydym yn cadw''r pethau hyn amdanoch:\n{addresses, plural, other {# rhif neu gyfrif}}\n{messages, plural, other {# neges}}\n{answers, plural, other {# ateb}}\nMae''r cyntaf o {since}.\nGawn ni anfon neges atoch: {hearBack}.\nGawn ni ddangos eich geiriau: {quote}.\nBydd person yn cysylltu â chi erbyn {due}. Bydd yn gwirio mai chi sydd yno. Yna cewch gopi.",
  },
  'resident.forgetAsk': {
    en: 'Do you want us to delete your words and your number? We cannot get them back.',
    cy: "Ydych chi am i ni ddileu eich geiriau a''ch rhif? Ni allwn eu cael yn ôl.",
  },
  'resident.forgotten': {
    en: 'We are deleting your words and your number. We cannot delete: {cannot}. We keep numbers and results with no names.',
    cy: "Rydym yn dileu eich geiriau a''ch rhif. Ni allwn ddileu: {cannot}. Rydym yn cadw ffigurau a chanlyniadau heb enwau.",
  },
  'resident.forgetByPerson': {
    en: 'A person must check first. By {due} we will tell you what we deleted.',
    cy: "Rhaid i berson wirio yn gyntaf. Erbyn {due} byddwn yn dweud beth rydym wedi''i ddileu.",
  },
  'resident.takenAsNo': {
    en: 'We think you mean no. To talk to us, text PERSON.',
    cy: 'Rydym yn meddwl mai na yw eich ateb. I siarad â ni, tecstiwch PERSON.',
  },
  'resident.held': {
    en: 'We kept your message. A person will read it when we are here: {cover}. We will not ask questions until then. In danger? Call 999.',
    cy: 'Rydym wedi cadw eich neges. Bydd person yn ei darllen pan fyddwn yma: {cover}. Ni fyddwn yn gofyn cwestiynau tan hynny. Mewn perygl? Ffoniwch 999.',
  },
  'resident.inviteTo': {
    en: '{organisation} wants to know what you think. It is about: {title}. Text {keyword} to {number}.',
    cy: 'Mae {organisation} eisiau gwybod eich barn. Mae am: {title}. Tecstiwch {keyword} i {number}.',
  },
};
