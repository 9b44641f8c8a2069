import type { CommandPhrases } from './command.ts';

/** As commands.en.ts, north and south, formal and familiar; accents and apostrophes are not compared. */
export const welshCommands: CommandPhrases = {
  stop: `
    stopio | stopiwch | stopia | stop | peidiwch | peidio | canslo | canslwch | diwedd | rhoi'r gorau iddi
    rhowch y gorau iddi | dad danysgrifio | datdanysgrifio | dad danysgrifiwch | dwi eisiau stopio
    dw i eisiau stopio | dwi isio stopio | dwi am stopio | rwyf am stopio | rydw i eisiau stopio | rwy am stopio
    dim diddordeb | does gen i ddim diddordeb | dwi ddim eisiau cymryd rhan | dw i ddim eisiau cymryd rhan
    dwi ddim isio cymryd rhan | sut mae stopio | sut ydw i'n stopio | tynnwch fi oddi ar y rhestr`,
  start: `
    dechrau | dechreuwch | dechreua | ailddechrau | ail ddechrau | ailddechreuwch | ail ddechreuwch | ailgychwyn
    dechrau eto os gwelwch yn dda | dwi eisiau dechrau eto | dw i eisiau dechrau eto | tanysgrifio`,
  help: `
    cymorth | help | helpu | helpwch | helpwch fi | helpa fi | gwybodaeth | dwi angen help | dw i angen help
    rydw i angen help | rwyf angen help | rwyf angen cymorth | dwi angen cymorth | dwi isio help | mae angen help arna i
    mae angen help arnaf | mae angen help arnaf i | mae angen cymorth arna i | mae angen cymorth arnaf
    allwch chi helpu | allwch chi fy helpu | fedrwch chi helpu | fedrwch chi fy helpu | sut mae hyn yn gweithio
    sut mae hwn yn gweithio | beth ddylwn i wneud | beth ddylwn i ei wneud | be dwi'n neud | beth dw i'n ei wneud
    dwi ddim yn deall | dw i ddim yn deall | dydw i ddim yn deall | beth ydych chi'n feddwl`,
  privacy: `
    preifatrwydd | breifatrwydd | hysbysiad preifatrwydd | polisi preifatrwydd | datganiad preifatrwydd
    diogelu data | fy mhreifatrwydd | ydy hyn yn breifat | yw hyn yn breifat | ydy hwn yn breifat
    ydi hyn yn breifat | a yw hyn yn breifat | ydy hyn yn gyfrinachol | yw hyn yn gyfrinachol
    a yw hyn yn gyfrinachol | ydy hyn yn ddienw | yw hyn yn ddienw | a yw hyn yn ddienw | fydda i'n ddienw
    pwy sy'n gweld hyn | pwy sy'n gweld hwn | pwy fydd yn gweld hyn | pwy sy'n darllen hyn | pwy sy'n darllen hwn
    pwy fydd yn darllen hyn | pwy fydd yn gweld fy atebion | pwy sy'n gweld fy atebion
    sut ydych chi'n defnyddio fy nata | sut rydych chi'n defnyddio fy nata | sut dach chi'n defnyddio fy nata
    sut fyddwch chi'n defnyddio fy nata | sut fyddwch chi'n defnyddio hyn | beth sy'n digwydd i fy nata
    be sy'n digwydd i fy nata | beth ydych chi'n ei wneud gyda fy nata | beth fyddwch chi'n ei wneud gyda fy nata
    beth dach chi'n neud efo fy nata | sut gawsoch chi fy rhif | sut gawsoch chi fy rhif i
    o ble gawsoch chi fy rhif | o le gawsoch chi fy rhif | pwy roddodd fy rhif i chi`,
  person: `
    person | siarad | person go iawn | rhywun go iawn | ffoniwch fi | ffonia fi | ffoniwch fi yn ôl | galwch fi
    all rhywun fy ffonio | all rhywun fy ffonio i | gall rhywun fy ffonio | allwch chi fy ffonio | fedrwch chi fy ffonio
    wnewch chi fy ffonio | oes rhywun i siarad | oes rhywun i siarad ag e | oes rhywun yno i siarad
    dwi eisiau cwyno | dw i eisiau cwyno | dwi isio cwyno | rwyf am gwyno | dwi am gwyno | sut mae cwyno`,
  who: `
    pwy | pwy yw hwn | pwy ydy hwn | pwy ydi hwn | pwy yw hyn | pwy ydy hyn | pwy yw hon | pwy sy yna | pwy sydd yna
    pwy sydd yno | pwy sy'na | pwy sy 'na | pwy ydych chi | pwy ydach chi | pwy dach chi | pwy ych chi | pwy wyt ti
    pwy sy'n tecstio | pwy sy'n anfon hwn | pwy sy'n gofyn | pwy sy'n siarad | pwy anfonodd hwn | pwy anfonodd hyn
    gan bwy mae hwn | oddi wrth bwy mae hwn | beth yw hwn | beth ydy hwn | beth yw hyn | beth ydy hyn | be ydi hwn
    be ydi hyn | be di hwn | beth yw'r neges hon | ai sgam yw hwn | ai sgam yw hyn | ydy hwn yn sgam
    ydi hwn yn sgam | ydy hyn yn sgam | yw hwn yn sgam | yw hyn yn sgam | a yw hwn yn sgam | sgam ydy hwn
    sgam ydi hwn | sgam yw hwn | sgam | twyll yw hwn | ai twyll yw hwn | ydy hwn yn dwyll | ydy hwn yn go iawn
    ydy hyn yn go iawn | yw hwn yn go iawn | yw hyn yn go iawn | ydi hwn yn go iawn | a yw hwn yn ddilys
    ydy hwn yn ddilys | ai robot ydych chi | ai robot dach chi | robot ydych chi | robot dach chi
    ydych chi'n robot | dach chi'n robot | ydych chi'n fot | ai bot ydych chi | ai robot yw hwn | ai bot yw hwn
    ydych chi'n go iawn | dach chi'n go iawn | ydych chi'n berson | ydych chi'n berson go iawn | ai person ydych chi
    ai'r cyngor yw hwn | ydy hwn o'r cyngor | ydy hwn yn awtomatig | yw hwn yn awtomatig | ai cyfrifiadur yw hwn`,
  wrongNumber: `
    rhif anghywir | y rhif anghywir | rhif ffôn anghywir | rhif rong | rong nymbar | person anghywir | y person anghywir
    nid fi | dim fi | nid fi yw hwn | nid fi ydy hwn | nid fi ydi hwn | nid fi yw hwnna | dim fi ydy hwn | dim fi di hwn
    rhif anghywir yw hwn | rhif anghywir ydy hwn | rhif anghywir ydi hwn | rhif anghywir sori | nid fy enw i
    mae gennych chi'r rhif anghywir | mae gennych y rhif anghywir | mae gynnoch chi'r rhif anghywir
    mae ganddoch chi'r rhif anghywir | mae'r rhif anghywir gennych chi | mae'r rhif anghywir gennych
    mae'r rhif anghywir gyda chi | mae'r rhif anghywir 'da chi | dyma'r rhif anghywir | mae'r rhif yn anghywir
    mae'r rhif yma yn anghywir | mae'r rhif hwn yn anghywir | mae hwn yn rhif anghywir
    mae gennych chi'r person anghywir | mae gennych y person anghywir | mae gynnoch chi'r person anghywir
    rydych wedi tecstio'r person anghywir | rydych chi wedi tecstio'r rhif anghywir
    dach chi wedi tecstio'r rhif anghywir | fy rhif i yw hwn nawr | fy rhif i ydy hwn rŵan | newydd gael y rhif hwn
    dwi newydd gael y rhif hwn | dwi newydd gael y rhif yma`,
  later: `
    wedyn | yn hwyrach | hwyrach ymlaen | nes ymlaen | yn nes ymlaen | yn ddiweddarach | ddim nawr | ddim rŵan | dim nawr
    dim rŵan | nid nawr | nid rŵan | ddim heddiw | nid heddiw | rywbryd eto | rhywbryd eto | tro arall | dro arall
    gofynnwch wedyn | gofynnwch eto | dwi'n brysur | dw i'n brysur | rwy'n brysur | rydw i'n brysur | fi'n brysur
    dwi'n brysur nawr | dwi'n brysur rŵan | rwy'n brysur nawr | rwy'n brysur ar hyn o bryd | dwi'n brysur ar hyn o bryd
    dwi yn y gwaith | dw i yn y gwaith | rwyf yn y gwaith | rydw i yn y gwaith | ga i ateb wedyn | ga i ateb yfory
    mi wna i wedyn | wna i wedyn | wna i o wedyn | fe wna i wedyn | mi atebaf wedyn | atebaf wedyn | gadewch i mi feddwl
    gad i mi feddwl | dwi angen amser i feddwl | dw i angen amser i feddwl | dwi isio amser i feddwl
    mae angen amser arna i | mae angen amser arna i i feddwl | rwyf angen amser i feddwl
    yfory plîs | yfory os gwelwch yn dda | wythnos nesaf plîs | dim ar hyn o bryd | ddim ar hyn o bryd`,
  questions: `
    cwestiynau | y cwestiynau | gwestiynau | yr holl gwestiynau | pob cwestiwn | anfonwch y cwestiynau
    anfonwch y cwestiynau ata i | anfonwch y cwestiynau ataf | anfonwch y cwestiynau i mi | danfonwch y cwestiynau
    danfonwch y cwestiynau ata i | anfonwch yr holl gwestiynau | anfonwch yr holl gwestiynau ata i
    gyrrwch y cwestiynau | gyrrwch y cwestiynau i mi | gyrrwch y cwestiynau ata i | dangoswch y cwestiynau
    dangoswch y cwestiynau i mi | dangoswch yr holl gwestiynau | ga i weld y cwestiynau | gaf i weld y cwestiynau
    ga i weld y cwestiynau yn gyntaf | ga i weld y cwestiynau gyntaf | ga i weld yr holl gwestiynau | ga i'r cwestiynau
    gaf i'r cwestiynau | dwi eisiau gweld y cwestiynau | dw i eisiau gweld y cwestiynau | dwi isio gweld y cwestiynau
    hoffwn weld y cwestiynau | hoffwn i weld y cwestiynau | beth yw'r cwestiynau | beth ydy'r cwestiynau
    be ydi'r cwestiynau | beth fyddwch chi'n ei ofyn | beth fyddwch chi'n gofyn | faint o gwestiynau
    faint o gwestiynau sydd | faint o gwestiynau sydd yna | sawl cwestiwn | sawl cwestiwn sydd`,
  skip: `
    hepgor | hepgorwch | hepgor hwn | hepgor hyn | hepgorwch hwn | hepgor y cwestiwn | hepgor y cwestiwn hwn
    hepgor y cwestiwn yma | sgipio | sgipiwch | sgipio hwn | sgipia hwn | pasio | nesaf | nesa | y nesaf
    y nesa | cwestiwn nesaf | cwestiwn nesa | y cwestiwn nesaf | y cwestiwn nesa | ymlaen | ymlaen i'r nesaf
    ewch i'r cwestiwn nesaf | ewch ymlaen | symud ymlaen | symudwch ymlaen | ga i hepgor hwn | ga i hepgor | gaf i hepgor
    gaf i hepgor hwn | ga i sgipio | ga i sgipio hwn | ga i'r cwestiwn nesaf | dwi am hepgor hwn | dwi eisiau hepgor hwn
    dwi ddim eisiau ateb | dw i ddim eisiau ateb | dwi ddim isio ateb | dwi ddim moyn ateb | sa i moyn ateb
    sai moyn ateb | dwi ddim eisiau ateb hwn | dwi ddim eisiau ateb hynny | dw i ddim eisiau ateb hwn
    dw i ddim am ateb | dwi ddim am ateb | dwi ddim am ateb hwn | rwy ddim eisiau ateb | nid wyf am ateb
    nid wyf eisiau ateb | nid wyf yn dymuno ateb | byddai'n well gen i beidio ateb | well gen i beidio ateb
    well gen i beidio ag ateb | cwestiwn arall | gofynnwch rywbeth arall`,
  back: `
    yn ôl | nôl | ewch yn ôl | ewch nôl | ewch 'nôl | cer yn ôl | cer nôl | dos yn ôl | mynd yn ôl | mynd nôl | blaenorol
    cwestiwn blaenorol | y cwestiwn blaenorol | y cwestiwn cynt | y cwestiwn o'r blaen | yn ôl i'r cwestiwn blaenorol
    yn ôl i'r cwestiwn diwethaf | nôl i'r cwestiwn diwethaf | ewch yn ôl i'r cwestiwn blaenorol
    ewch yn ôl i'r cwestiwn diwethaf | yn ôl un cwestiwn | ga i fynd yn ôl | gaf i fynd yn ôl | ga i fynd nôl
    dwi eisiau mynd yn ôl | dw i eisiau mynd yn ôl | dwi isio mynd yn ôl | dwi moyn mynd nôl | newid fy ateb
    newid fy ateb diwethaf | ga i newid fy ateb | gaf i newid fy ateb | ga i newid fy ateb diwethaf
    dwi eisiau newid fy ateb | dw i eisiau newid fy ateb | dwi isio newid fy ateb | hoffwn newid fy ateb
    hoffwn i newid fy ateb | gofynnwch hynny eto | gofynnwch hwnna eto`,
  status: `
    statws | unrhyw newyddion | oes newyddion | oes unrhyw newyddion | oes 'na newyddion | oes diweddariad
    unrhyw ddiweddariad | oes unrhyw ddiweddariad | beth sy'n digwydd | be sy'n digwydd | beth sydd yn digwydd
    beth sy'n digwydd nawr | be sy'n digwydd rŵan | beth ddigwyddodd | be ddigwyddodd | beth sydd wedi digwydd
    beth sy wedi digwydd | be sy wedi digwydd | beth sy'n digwydd nesaf | be sy'n digwydd nesa
    beth ddigwyddodd i'r hyn ddywedais i | beth ddigwyddodd i'r hyn a ddywedais | beth ddigwyddodd i beth ddywedais i
    be ddigwyddodd i be ddudish i | be ddigwyddodd i be ddywedais i | beth ddigwyddodd i'r hyn a ddywedais i
    beth sydd wedi digwydd i'r hyn a ddywedais | beth sy'n digwydd gyda'r hyn ddywedais i
    beth ddigwyddodd i fy ateb | beth ddigwyddodd i fy atebion | beth ddigwyddodd i fy neges | be ddigwyddodd i fy ateb
    beth ddigwyddodd i fy sylwadau | beth ydych chi wedi'i wneud | beth ydych chi wedi ei wneud
    be dach chi wedi neud | be dach chi wedi'i wneud | beth wnaethoch chi | be wnaethoch chi | beth wnaethoch chi wedyn
    gawsoch chi fy neges | gawsoch chi fy ateb | gawsoch chi fy atebion | ydych chi wedi darllen fy ateb
    dach chi wedi darllen fy ateb | oes rhywun wedi darllen fy ateb | oes rhywun wedi ei ddarllen
    oes penderfyniad | beth benderfynwyd | beth yw'r penderfyniad | pryd fyddwch chi'n penderfynu
    pryd fydda i'n clywed | pryd fydda i'n clywed yn ôl | pryd ga i glywed | pryd ga i wybod`,
  myData: `
    fy nata | fy nata i | fy ngwybodaeth | fy ngwybodaeth i | fy manylion | fy manylion i | dangoswch fy nata
    dangoswch fy nata i mi | anfonwch fy nata | anfonwch fy nata ata i | ga i weld fy nata | gaf i weld fy nata
    ga i gopi o fy nata | gaf i gopi o fy nata | copi o fy nata | dwi eisiau gweld fy nata | dw i eisiau gweld fy nata
    dwi isio gweld fy nata | hoffwn weld fy nata | hoffwn i weld fy nata | hoffwn gopi o fy nata | dwi eisiau fy nata
    dw i eisiau fy nata | cais gwrthrych am wybodaeth | cais am fynediad at ddata`,
  forgetMe: `
    anghofiwch fi | anghofia fi | anghofiwch amdana i | anghofiwch amdanaf | anghofiwch amdanaf i | anghofia amdana i
    anghofiwch bopeth | anghofiwch bopeth ddywedais i | anghofiwch bopeth amdana i | anghofiwch beth ddywedais i
    dileu fi | dilëwch fi | dileu fy nata | yr hawl i gael fy anghofio | hawl i gael fy anghofio | hawl i ddileu
    dwi eisiau cael fy anghofio | dw i eisiau cael fy anghofio | hoffwn gael fy anghofio | cais i ddileu`,
  language: `
    iaith | ieithoedd | newid iaith | newid yr iaith | newidiwch iaith | newidiwch yr iaith | pa ieithoedd
    pa ieithoedd sydd | pa ieithoedd sydd gennych | pa ieithoedd sydd gennych chi | ga i newid iaith
    ga i newid yr iaith | gaf i newid iaith | ga i iaith arall | mewn iaith arall | dwi eisiau newid iaith`,
  english: `
    saesneg | yn saesneg | saesneg yn unig | dim ond saesneg | saesneg os gwelwch yn dda | ga i saesneg | gaf i saesneg
    ga i hwn yn saesneg | ysgrifennwch yn saesneg | newid i saesneg | newid i'r saesneg | dwi ddim yn siarad cymraeg
    dw i ddim yn siarad cymraeg | dwi ddim yn deall cymraeg`,
  cymraeg: `
    cymraeg | gymraeg | yn gymraeg | yn y gymraeg | cymraeg yn unig | dim ond cymraeg | y gymraeg | cymraeg plîs
    ga i gymraeg | ga i hwn yn gymraeg | gaf i hwn yn gymraeg | ga i hyn yn gymraeg | ysgrifennwch yn gymraeg
    tecstiwch yn gymraeg | siaradwch gymraeg | newid i gymraeg | newid i'r gymraeg | dwi eisiau cymraeg
    dwi isio cymraeg | dwi eisiau hwn yn gymraeg | hoffwn gael cymraeg | fersiwn gymraeg
    ydych chi'n siarad cymraeg | dach chi'n siarad cymraeg`,
  polski: 'pwyleg | yn bwyleg | yn y bwyleg',
  romana: 'rwmaneg | yn rwmaneg | romaneg',
  bangla: 'bengaleg | yn bengaleg | bengali | bangla',
  urdu: 'wrdw | yn wrdw | wrdeg | yn wrdeg',
  easyRead: `
    hawdd ei ddeall | hawdd i'w ddeall | darllen hawdd | hawdd ei ddarllen | hawdd i'w ddarllen | hawdd i'w darllen
    geiriau hawdd | geiriau haws | geiriau syml | geiriau symlach | geiriau byr | geiriau byrrach | cymraeg hawdd
    cymraeg syml | cymraeg clir | symlach | defnyddiwch eiriau syml | defnyddiwch eiriau haws
    defnyddiwch eiriau symlach | ga i eiriau symlach | ga i eiriau haws | ga i hwn yn hawdd ei ddeall`,
  plain: `
    geiriau arferol | iaith arferol | geiriau hirach | nid hawdd ei ddeall | dim hawdd ei ddeall
    stopio hawdd ei ddeall`,
  noQuote: `
    peidiwch â fy nyfynnu | dim dyfynnu | peidiwch â dyfynnu | peidiwch dyfynnu | nid i'w ddyfynnu`,
  noHearBack: `
    peidiwch â rhoi gwybod i mi | peidiwch rhoi gwybod i mi`,
  link: `
    linc | lincio | lincio fy ffôn | cysylltu | cysylltu ffôn | cysylltu fy ffôn | cysylltu fy ffonau | cysylltu fy rhif
    cysylltu fy rhifau | cysylltu ffôn arall | cysylltu rhif arall | cysylltwch fy ffôn | cod cysylltu | yr un person
    yr un person ydw i | yr un un ydw i | dwi hefyd yn defnyddio whatsapp | rydw i hefyd yn defnyddio whatsapp
    rwyf hefyd yn defnyddio whatsapp | dwi hefyd yn defnyddio telegram | ychwanegu ffôn | ychwanegu rhif
    ychwanegu fy ffôn | ychwanegu fy rhif`,
};
