import type { Words } from './bank.ts';

/** Ysgrifennwyd ar gyfer y demo: does dim person na gwasanaeth go iawn ynddo. */
export const carersCy: Words = {
  day: {
    '': [
      'Codi am chwech, moddion, brecwast, siopa, moddion eto. Rhywun yn dod i arfer.',
      'Mae pob diwrnod yn wahanol.',
    ],
    'no-break': [
      "Dwi ddim wedi cysgu drwy'r nos ers dwy flynedd. Mae hi'n galw bob awr.",
      "Dim ond fi sydd. Mae 'mrawd yn byw dramor.",
    ],
    'worn-out': [
      'Mae pawb yn holi am mam. Does neb yn holi amdana i.',
      "Dwi wedi blino cymaint nes mod i'n crio am ddim rheswm.",
    ],
    'money-tight': [
      "Roedd rhaid i mi roi'r gorau i 'ngwaith ac mae'r biliau'n dal i ddod. Un stafell gynnes sydd gynnon ni.",
    ],
    'passed-around': ['Hanner y diwrnod ar y ffôn. Mae pawb yn gofyn yr un cwestiynau eto ac eto.'],
    'good-support': ["Y grŵp gofalwyr bob dydd Mawrth. Fan'no dwi'n cael bod yn fi fy hun."],
  },
  hard: {
    '': ["Ei weld o'n anghofio. All neb wneud hynny'n haws."],
    'no-break': [
      "Un prynhawn yr wythnos i mi fy hun, efo rhywun caredig yn y tŷ, a faswn i'n iawn.",
      'Y nosweithiau. Does neb i gymryd drosodd.',
    ],
    'passed-around': [
      "Yr ysbyty'n dweud gofynnwch i'r feddygfa, y feddygfa'n dweud gofynnwch i'r cyngor.",
      "Llenwi ffurflen hir ac wedyn nhw'n ei cholli hi.",
    ],
    'did-not-know': [
      "Wyddwn i ddim mod i'n ofalwr tan i ddynes yn y ciw ddweud wrtha i am y gwasanaeth eistedd.",
    ],
    'money-tight': ["Tacsis i'r clinig bob wythnos. Mae arna i arian i'm chwaer."],
    'worn-out': ["Bod ar fy mhen fy hun efo'r cyfan, a phoeni am dri y bore."],
  },
  asking: {
    'passed-around': [
      "Ffoniais i ym mis Mai. Mi ddwedon nhw y bydden nhw'n ffonio'n ôl. Dwi'n dal i aros.",
      "Tair swyddfa, a'r drydedd yn fy anfon yn ôl i'r gyntaf.",
    ],
    'good-support': [
      "Daeth dynes o'r elusen i'r gegin a llenwi'r ffurflen efo fi, yn Gymraeg. Roedd hynny'n bopeth.",
    ],
    '': ['Iawn, dim byd mawr.'],
  },
  'why-not': {
    'did-not-know': [
      'Doeddwn i ddim yn gwybod bod modd gofyn.',
      "Un rhif ffôn ar yr oergell, dyna fyddai'n help.",
    ],
    '': ["Dan ni'n ymdopi. Mae eraill angen mwy."],
  },
  you: {
    '': [
      'Canu mewn côr eto.',
      'Mynd am dro ar lan y môr heb edrych ar y cloc.',
      'Gweld fy wyres yn chwarae pêl-droed.',
      'Darllen llyfr cyfan yng ngolau dydd.',
    ],
    'no-break': ["Un penwythnos i ffwrdd, ond pwy fyddai'n edrych ar ei hôl hi?"],
  },
  'not-asked-you': {
    '': [
      "Gofynnwch iddo fo hefyd. Mae ganddo fo ddigon i'w ddweud.",
      "Beth dan ni'n falch ohono. Mae hi'n dal gartref.",
    ],
    'did-not-know': ['Sut ddaethon ni o hyd i chi. Ddylai o ddim bod yn lwc.'],
    'worn-out': ['Gofynnwch sut ydan ni, ac wedyn arhoswch am yr ateb go iawn.'],
  },
};
