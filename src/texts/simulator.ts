import type { ConsoleLanguage } from '#domain/words.ts';

/** Every string of the simulator's page and of `hearback chat`, by language. */
export const simulatorTexts = {
  'simulator.title': { en: 'Simulator', cy: 'Efelychydd' },
  'simulator.elsewherePages': { en: 'Other pages', cy: 'Tudalennau eraill' },
  'simulator.intro': {
    en: 'Each phone is one person. Write on it as a resident would, and see what they hear back. No real phone is written to.',
    cy: "Mae pob ffôn yn un person. Ysgrifennwch arno fel y byddai preswylydd, a gweld beth mae''n ei glywed yn ôl. Nid anfonir dim at ffôn go iawn.",
  },
  'simulator.console': { en: 'Console', cy: 'Consol' },
  'simulator.newPhone': { en: 'New phone', cy: 'Ffôn newydd' },
  'simulator.manner': { en: 'How it behaves', cy: "Sut mae''n ymddwyn" },
  'simulator.manner.sms': { en: 'SMS', cy: 'SMS' },
  'simulator.manner.whatsapp': { en: 'WhatsApp', cy: 'WhatsApp' },
  'simulator.manner.telegram': { en: 'Telegram', cy: 'Telegram' },
  'simulator.hint.sms': { en: 'Choices are answered by number', cy: 'Atebir dewisiadau â rhif' },
  'simulator.hint.whatsapp': { en: 'Up to 10 buttons', cy: 'Hyd at 10 botwm' },
  'simulator.hint.telegram': { en: 'Up to 8 buttons', cy: 'Hyd at 8 botwm' },
  'simulator.full': {
    en: 'There is room for {most} phones here. Put one away to add another.',
    cy: 'Mae lle i {most} ffôn yma. Rhowch un i gadw cyn ychwanegu un arall.',
  },
  'simulator.phone': { en: '{manner} phone {number}', cy: 'Ffôn {manner} {number}' },
  'simulator.putAway': { en: 'Put away', cy: 'Rhoi i gadw' },
  'simulator.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'simulator.ofPhone': { en: 'phone {number}', cy: 'ffôn {number}' },
  'simulator.thread': { en: 'Messages on {number}', cy: 'Negeseuon ar {number}' },
  'simulator.empty': {
    en: 'No messages yet. Say hello to begin.',
    cy: 'Dim negeseuon eto. Dywedwch helo i ddechrau.',
  },
  'simulator.you': { en: 'Resident', cy: 'Preswylydd' },
  'simulator.message': { en: 'Message', cy: 'Neges' },
  'simulator.send': { en: 'Send', cy: 'Anfon' },
  'simulator.attach': { en: 'Photo, voice note or file', cy: 'Llun, nodyn llais neu ffeil' },
  'simulator.sentFile': { en: '(a photo, voice note or file)', cy: '(llun, nodyn llais neu ffeil)' },
  'simulator.start': { en: 'Start', cy: 'Dechrau' },
  'simulator.waiting': {
    en: 'Waiting until {time} in case there is more to come.',
    cy: 'Yn aros tan {time} rhag ofn bod rhagor i ddod.',
  },
  'simulator.skip': { en: 'Skip the wait', cy: 'Peidio ag aros' },
  'simulator.notSent': {
    en: 'That was not sent. Please try again.',
    cy: 'Ni chafodd hynny ei anfon. Rhowch gynnig arall arni.',
  },
  'simulator.noPhone': {
    en: 'There is no such phone. Take a new one at /simulator.',
    cy: "Nid oes ffôn o''r fath. Cymerwch un newydd yn /simulator.",
  },
  'simulator.noChoice': {
    en: 'This phone has no such button. Go back and refresh the page.',
    cy: "Nid oes botwm o''r fath ar y ffôn hwn. Ewch yn ôl ac adnewyddu''r dudalen.",
  },
  'simulator.noManner': {
    en: 'Choose SMS, WhatsApp or Telegram.',
    cy: 'Dewiswch SMS, WhatsApp neu Telegram.',
  },
  'simulator.emptyMessage': {
    en: 'There were no words in that message. Go back and write some.',
    cy: 'Nid oedd geiriau yn y neges honno. Ewch yn ôl ac ysgrifennu rhai.',
  },
  'simulator.tooLarge': {
    en: 'That message is too long to send.',
    cy: "Mae''r neges honno''n rhy hir i''w hanfon.",
  },
  'simulator.elsewhere': {
    en: 'This came from another site, so it was not sent. Use the form at /simulator.',
    cy: 'Daeth hyn o wefan arall, felly ni chafodd ei anfon. Defnyddiwch y ffurflen yn /simulator.',
  },
  'simulator.off': {
    en: 'The simulator is off here. Set SIMULATOR=on to use it.',
    cy: "Mae''r efelychydd wedi''i ddiffodd yma. Gosodwch SIMULATOR=on i''w ddefnyddio.",
  },
  'simulator.unavailable': {
    en: 'That could not be kept just now. Please send it again.',
    cy: 'Nid oedd modd cadw hynny nawr. Anfonwch ef eto.',
  },
  'chat.welcome': {
    en: 'You are on {manner} phone {number}. Write, and press Enter to send. /skip skips the wait for more; Ctrl-C leaves.',
    cy: 'Rydych ar ffôn {manner} {number}. Ysgrifennwch, a phwyswch Enter i anfon. Mae /skip yn peidio ag aros am ragor; mae Ctrl-C yn gadael.',
  },
  'chat.choice': { en: '  [{number}] {label}', cy: '  [{number}] {label}' },
  'chat.speaker': { en: '{speaker}: {words}', cy: '{speaker}: {words}' },
  'chat.notWaiting': { en: 'Nothing is being waited for.', cy: 'Nid oes aros am ddim.' },
  'simulator.flowProblems': {
    en: 'A flow file was edited and cannot be used yet. These phones go on with the flow of before.',
    cy: "Golygwyd ffeil llif ac ni ellir ei defnyddio eto. Mae''r ffonau hyn yn mynd ymlaen gyda''r llif blaenorol.",
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
