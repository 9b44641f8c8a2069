import type { ConsoleLanguage } from '#domain/words.ts';

/** Links, codes and posters that invite people to write. */
export const inviteTexts = {
  'nav.invite': { en: 'Invite', cy: 'Gwahodd' },
  'invite.title': { en: 'Invite people', cy: 'Gwahodd pobl' },
  'invite.intro': {
    en: 'Links, QR codes and posters for each set of questions. Put them where people already are.',
    cy: 'Dolenni, codau QR a phosteri ar gyfer pob set o gwestiynau. Rhowch nhw lle mae pobl eisoes.',
  },
  'invite.open': { en: 'Links and posters', cy: 'Dolenni a phosteri' },
  'invite.closes': { en: 'Open until {date}', cy: 'Ar agor tan {date}' },
  'invite.back': { en: 'All sets of questions', cy: 'Pob set o gwestiynau' },
  'invite.ways': { en: 'Where people can write to you', cy: 'Lle gall pobl ysgrifennu atoch' },
  'invite.way.sms': { en: 'Text message', cy: 'Neges destun' },
  'invite.way.whatsapp': { en: 'WhatsApp', cy: 'WhatsApp' },
  'invite.way.telegram': { en: 'Telegram', cy: 'Telegram' },
  'invite.way.webchat': { en: 'Web chat', cy: 'Sgwrs ar y we' },
  'invite.way.simulator': { en: 'Simulator, to try it out', cy: 'Efelychydd, i roi cynnig arni' },
  'invite.unset': {
    en: 'Not set up. Ask whoever runs Hearback to set {setting}.',
    cy: 'Heb ei osod. Gofynnwch i bwy bynnag sy’n rhedeg Hearback osod {setting}.',
  },
  'invite.nowhere': {
    en: 'There is nowhere to write to yet, so there is nothing to print. Set one of the ways in above.',
    cy: 'Nid oes unman i ysgrifennu ato eto, felly nid oes dim i’w argraffu. Gosodwch un o’r ffyrdd uchod.',
  },
  'invite.noWord': {
    en: 'Nobody can begin these questions by writing: they have no keyword. Add one under keywords in the flow’s file.',
    cy: 'Ni all neb ddechrau’r cwestiynau hyn drwy ysgrifennu: nid oes ganddynt allweddair. Ychwanegwch un o dan keywords yn ffeil y llif.',
  },
  'invite.otherWord': {
    en: 'There is no keyword in this language, so this one begins the questions in {language}.',
    cy: 'Nid oes allweddair yn yr iaith hon, felly mae’r un yma’n dechrau’r cwestiynau yn {language}.',
  },
  'invite.anything': {
    en: 'People can write anything to begin.',
    cy: 'Gall pobl ysgrifennu unrhyw beth i ddechrau.',
  },
  'invite.keyword': { en: 'Keyword: {word}', cy: 'Allweddair: {word}' },
  'invite.language': { en: 'In {language}', cy: 'Iaith: {language}' },
  'invite.edition.both': { en: 'Welsh and English', cy: 'Cymraeg a Saesneg' },
  'invite.edition.en': { en: 'English', cy: 'Saesneg' },
  'invite.edition.cy': { en: 'Welsh', cy: 'Cymraeg' },
  'invite.edition.pl': { en: 'Polish', cy: 'Pwyleg' },
  'invite.edition.ro': { en: 'Romanian', cy: 'Rwmaneg' },
  'invite.edition.bn': { en: 'Bangla', cy: 'Bangla' },
  'invite.edition.ur': { en: 'Urdu', cy: 'Wrdw' },
  'invite.code': { en: 'QR code for {way}: {link}', cy: 'Cod QR ar gyfer {way}: {link}' },
  'invite.posters': { en: 'Posters', cy: 'Posteri' },
  'invite.postersText': {
    en: 'Print A4 for a wall and A5 to hand out. Print one and scan it with your own phone first.',
    cy: 'Argraffwch A4 ar gyfer wal ac A5 i’w rannu. Argraffwch un a’i sganio â’ch ffôn eich hun yn gyntaf.',
  },
  'invite.trial': {
    en: 'These lead to the simulator, which only this machine can open. They are for trying out, not for a wall.',
    cy: 'Mae’r rhain yn arwain at yr efelychydd, na all ond y peiriant hwn ei agor. Maent ar gyfer rhoi cynnig arni, nid ar gyfer wal.',
  },
  'invite.unread': {
    en: 'Nobody who speaks this language has read through what people get in it. Have it read before you print it, then add the language under reviewed in the flow’s file.',
    cy: 'Nid oes neb sy’n siarad yr iaith hon wedi darllen drwy’r hyn y mae pobl yn ei gael ynddi. Trefnwch i rywun ei ddarllen cyn ei argraffu, yna ychwanegwch yr iaith o dan reviewed yn ffeil y llif.',
  },
  'invite.warning': { en: 'Warning', cy: 'Rhybudd' },
  'invite.preview': { en: 'Poster: {title}, {edition}', cy: 'Poster: {title}, {edition}' },
  'invite.download': { en: '{size} as {format}', cy: '{size} fel {format}' },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
