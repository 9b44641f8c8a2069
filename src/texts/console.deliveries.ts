import type { ConsoleLanguage } from '#domain/words.ts';

export const deliveriesTexts = {
  'deliveries.title': { en: 'Deliveries', cy: 'Negeseuon a anfonwyd' },
  'deliveries.intro': {
    en: 'Every message that we send or will send. Nobody’s number and nobody’s words are shown here.',
    cy: 'Pob neges yr ydym yn ei hanfon neu am ei hanfon. Ni ddangosir rhif neb na geiriau neb yma.',
  },
  'deliveries.empty': { en: 'Nothing has been sent yet', cy: 'Nid oes dim wedi’i anfon eto' },
  'deliveries.emptyText': {
    en: 'Messages appear here when somebody writes in and is answered, and when an outcome is published.',
    cy: 'Bydd negeseuon yn ymddangos yma pan fydd rhywun yn ysgrifennu ac yn cael ateb, a phan gyhoeddir canlyniad.',
  },
  'deliveries.none': {
    en: 'No message matches. Choose fewer filters.',
    cy: 'Nid oes neges yn cyfateb. Dewiswch lai o hidlwyr.',
  },
  'deliveries.states': { en: 'How sending goes', cy: 'Sut mae’r anfon yn mynd' },
  'deliveries.filter': { en: 'Filter', cy: 'Hidlo' },
  'deliveries.apply': { en: 'Apply filters', cy: 'Defnyddio’r hidlwyr' },
  'deliveries.clear': { en: 'Clear filters', cy: 'Clirio’r hidlwyr' },
  'deliveries.all': { en: 'All', cy: 'Pob un' },
  'deliveries.state': { en: 'State', cy: 'Cyflwr' },
  'deliveries.channel': { en: 'Channel', cy: 'Sianel' },
  'deliveries.purpose': { en: 'Purpose', cy: 'Diben' },
  'deliveries.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'deliveries.count': {
    en: '{count, plural, one {# message} other {# messages}}',
    cy: '{count, plural, one {# neges} other {# neges}}',
  },
  'deliveries.messages': { en: 'Messages', cy: 'Negeseuon' },
  'deliveries.code': { en: 'code {code}', cy: 'cod {code}' },
  'deliveries.tries': {
    en: '{count, plural, one {# try} other {# tries}}',
    cy: '{count, plural, one {# cynnig} other {# cynnig}}',
  },
  'deliveries.notBefore': { en: 'not before {date}', cy: 'nid cyn {date}' },
  'deliveries.held': {
    en: 'held until the end of {date}: pre-election period',
    cy: 'wedi’i dal hyd ddiwedd {date}: cyfnod cyn etholiad',
  },
  'deliveries.month': { en: 'What sending has cost since {date}', cy: 'Cost anfon ers {date}' },
  'deliveries.cost': { en: 'Cost', cy: 'Cost' },
  'deliveries.total': { en: 'Total', cy: 'Cyfanswm' },
  'deliveries.chargedAs': {
    en: '{count, plural, one {charged as # text} other {charged as # texts}}',
    cy: '{count, plural, one {codir tâl am # neges destun} other {codir tâl am # neges destun}}',
  },
  'deliveries.pence': { en: '{pence}p', cy: '{pence}c' },
  'deliveries.left': {
    en: '{left} of this month’s {budget} is left. When it is spent, follow-ups and reminders wait; replies go on.',
    cy: 'Mae {left} o’r {budget} ar gyfer y mis hwn ar ôl. Pan fydd wedi’i wario, bydd negeseuon am ganlyniadau a nodiadau atgoffa’n aros; bydd atebion yn parhau.',
  },
  'deliveries.decide': { en: 'Decide what to do', cy: 'Penderfynu beth i’w wneud' },
  'deliveries.left.decided': {
    en: 'An officer decided to leave it',
    cy: 'Penderfynodd swyddog ei gadael fel y mae',
  },
  'delivery.title': { en: 'Send this message again?', cy: 'Anfon y neges hon eto?' },
  'delivery.text': {
    en: 'The connection broke while we were sending it. We cannot tell if it arrived.',
    cy: 'Torrodd y cysylltiad tra oeddem yn ei hanfon. Ni allwn ddweud a gyrhaeddodd.',
  },
  'delivery.warning': {
    en: 'If it did arrive, the person gets it twice.',
    cy: 'Os cyrhaeddodd, bydd y person yn ei chael ddwywaith.',
  },
  'delivery.asEver': {
    en: 'It goes out as any other message does: within the hours for sending, and not at all if the person has asked us to stop.',
    cy: 'Bydd yn mynd allan fel unrhyw neges arall: o fewn yr oriau anfon, a ddim o gwbl os yw’r person wedi gofyn i ni stopio.',
  },
  'delivery.again': { en: 'Send it again', cy: 'Ei hanfon eto' },
  'delivery.leaveText': {
    en: 'If you leave it and it did not arrive, the person never gets it.',
    cy: 'Os byddwch yn ei gadael ac ni chyrhaeddodd, ni fydd y person byth yn ei chael.',
  },
  'delivery.leave': { en: 'Leave it', cy: 'Ei gadael' },
  'delivery.sentAgain': { en: 'It will be sent again', cy: 'Caiff ei hanfon eto' },
  'delivery.left': { en: 'It is left as it is', cy: 'Mae’n cael ei gadael fel y mae' },
  'delivery.overtaken': {
    en: 'Nothing was done: somebody has decided already, or the provider has said since what became of it',
    cy: 'Ni wnaed dim: mae rhywun wedi penderfynu eisoes, neu mae’r darparwr wedi dweud ers hynny beth ddigwyddodd iddi',
  },
  'budget.important': { en: 'Important', cy: 'Pwysig' },
  'budget.spent': {
    en: 'This month’s budget of {budget} is spent',
    cy: 'Mae cyllideb y mis hwn, {budget}, wedi’i gwario',
  },
  'budget.spentText': {
    en: 'Follow-ups and reminders on {channels} wait until {date}, or until whoever runs the service raises the budget in the settings. Replies and where to get help still go out.',
    cy: 'Mae negeseuon am ganlyniadau a nodiadau atgoffa ar {channels} yn aros tan {date}, neu nes bod pwy bynnag sy’n rhedeg y gwasanaeth yn codi’r gyllideb yn y gosodiadau. Mae atebion, a ble i gael cymorth, yn dal i fynd allan.',
  },
  'deliveries.seeOutcome': { en: 'See the outcome', cy: 'Gweld y canlyniad' },
  'deliveries.pages': { en: 'Pages', cy: 'Tudalennau' },
  'deliveries.previous': { en: 'Previous page', cy: 'Tudalen flaenorol' },
  'deliveries.next': { en: 'Next page', cy: 'Tudalen nesaf' },

  'purpose.reply': { en: 'Reply', cy: 'Ateb' },
  'purpose.followUp': { en: 'Follow-up on an outcome', cy: 'Neges am ganlyniad' },
  'purpose.reminder': { en: 'Reminder', cy: 'Nodyn atgoffa' },
  'purpose.service': { en: 'Service message', cy: 'Neges gwasanaeth' },

  'state.queued': { en: 'Waiting', cy: 'Yn aros' },
  'state.queued.means': {
    en: 'It will be sent when its time comes. Follow-ups wait for the day.',
    cy: 'Caiff ei hanfon pan ddaw ei hamser. Mae negeseuon am ganlyniadau’n aros tan y dydd.',
  },
  'state.attempting': { en: 'Being sent', cy: 'Wrthi’n anfon' },
  'state.attempting.means': { en: 'We are handing it over now.', cy: 'Rydym yn ei throsglwyddo nawr.' },
  'state.accepted': { en: 'Handed over', cy: 'Wedi’i throsglwyddo' },
  'state.accepted.means': {
    en: 'The provider has taken it. It has not said yet whether it got through.',
    cy: 'Mae’r darparwr wedi’i chymryd. Nid yw wedi dweud eto a gyrhaeddodd.',
  },
  'state.sent': { en: 'Sent', cy: 'Anfonwyd' },
  'state.sent.means': {
    en: 'The provider has sent it on. Some channels never say more than that.',
    cy: 'Mae’r darparwr wedi’i hanfon ymlaen. Nid yw rhai sianeli byth yn dweud mwy na hynny.',
  },
  'state.delivered': { en: 'Delivered', cy: 'Cyrhaeddodd' },
  'state.delivered.means': { en: 'It is on the person’s phone.', cy: 'Mae ar ffôn y person.' },
  'state.read': { en: 'Read', cy: 'Darllenwyd' },
  'state.read.means': { en: 'The person has opened it.', cy: 'Mae’r person wedi’i hagor.' },
  'state.rejected': { en: 'Refused', cy: 'Gwrthodwyd' },
  'state.rejected.means': {
    en: 'The provider did not take it or could not deliver it. It is not sent again.',
    cy: 'Ni chymerodd y darparwr hi, neu ni allai ei chyflwyno. Ni chaiff ei hanfon eto.',
  },
  'state.suppressed': { en: 'Held back', cy: 'Ataliwyd' },
  'state.suppressed.means': {
    en: 'The person had asked us to stop, or could not be reached, so we did not send it.',
    cy: 'Roedd y person wedi gofyn i ni stopio, neu ni ellid ei gyrraedd, felly ni wnaethom ei hanfon.',
  },
  'state.expired': { en: 'Too late', cy: 'Rhy hwyr' },
  'state.expired.means': {
    en: 'It could not be sent in time, so it was not sent at all.',
    cy: 'Ni ellid ei hanfon mewn pryd, felly ni chafodd ei hanfon o gwbl.',
  },
  'state.cancelled': { en: 'Cancelled', cy: 'Canslwyd' },
  'state.cancelled.means': {
    en: 'It was called off before it was sent.',
    cy: 'Cafodd ei chanslo cyn ei hanfon.',
  },
  'state.unknown': { en: 'Unknown', cy: 'Anhysbys' },
  'state.unknown.means': {
    en: 'We cannot tell if it was sent: the connection broke at the wrong moment. We do not send it again by ourselves, because nobody should get it twice. A publisher can decide to.',
    cy: 'Ni allwn ddweud a gafodd ei hanfon: torrodd y cysylltiad ar yr eiliad anghywir. Nid ydym yn ei hanfon eto ohonom ein hunain, oherwydd ni ddylai neb ei chael ddwywaith. Gall cyhoeddwr benderfynu gwneud hynny.',
  },

  'reason.optedOut': { en: 'asked us to stop', cy: 'wedi gofyn i ni stopio' },
  'reason.blocked': { en: 'has blocked us', cy: 'wedi ein rhwystro' },
  'reason.badAddress': {
    en: 'the number or account does not exist',
    cy: 'nid yw’r rhif neu’r cyfrif yn bodoli',
  },
  'reason.unreachable': { en: 'the phone could not be reached', cy: 'ni ellid cyrraedd y ffôn' },
  'reason.windowClosed': {
    en: 'it is too long since they wrote for this channel to let us write freely',
    cy: 'mae’n rhy hir ers iddynt ysgrifennu i’r sianel hon adael i ni ysgrifennu’n rhydd',
  },
  'reason.templateInvalid': { en: 'the channel refused the template', cy: 'gwrthododd y sianel y templed' },
  'reason.tooLong': { en: 'too long', cy: 'rhy hir' },
  'reason.filtered': { en: 'the network took it for spam', cy: 'cymerodd y rhwydwaith mai sbam ydoedd' },
  'reason.auth': {
    en: 'the provider does not accept our keys: tell whoever runs the service',
    cy: 'nid yw’r darparwr yn derbyn ein hallweddi: dywedwch wrth bwy bynnag sy’n rhedeg y gwasanaeth',
  },
  'reason.rate': { en: 'too many at once', cy: 'gormod ar unwaith' },
  'reason.country': {
    en: 'the number is of a country that we do not send to',
    cy: 'mae’r rhif o wlad nad ydym yn anfon iddi',
  },
  'reason.other': { en: 'another reason', cy: 'rheswm arall' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
