import type { Words } from './bank.ts';

/** Ysgrifennwyd ar gyfer y demo: does dim lle, person na siop go iawn ynddo. */
export const highStreetCy: Words = {
  now: {
    '': ["Mae'n iawn, am wn i.", 'Dibynnu ar y diwrnod. Dydd Sadwrn yn brysur, dydd Llun yn farw.'],
    'feels-unsafe': [
      'Iawn yn y dydd ond dwi ddim yn mynd yno ar fy mhen fy hun ar ôl iddi nosi.',
      "Mae'r goleuadau yn y lôn gefn wedi torri ers misoedd a does neb yn gwneud dim.",
      "Dwi ddim yn hoffi pasio'r dynion sy'n yfed ar y grisiau wrth ddod adre o'r gwaith.",
    ],
    'empty-shops': [
      "Mae'n drist gweld cymaint o ffenestri wedi'u bordio. Roedd y stryd yn llawn pan oeddwn i'n blentyn.",
      "Deg siop wag rhwng y capel a'r bont. Mi wnes i gyfri.",
    ],
    'same-shops': [
      'Siop fêps ar ôl siop fêps. Lle mae rhywun i fod i brynu pâr o sgidiau?',
      'Does dim rheswm i aros yno ar ôl bod yn y post.',
    ],
    'hard-to-get-about': [
      'Dwi mewn cadair olwyn ac mae pob cwrb fel wal. Dim ond dau le sydd i groesi.',
      "Mae'r palmant mor gul nes bod rhaid mynd â'r pram i'r ffordd.",
    ],
    'buses-let-down': [
      "Mi awn i'n amlach petai bws adre ar ôl hanner awr wedi pump.",
      "Daeth y bws ddim eto ddoe. Dyna'r trydydd tro mewn pythefnos.",
    ],
    'parking-puts-off': [
      "Dwywaith rownd y maes parcio, wedyn dyw'r peiriant ddim yn gweithio. Dwi'n mynd adre.",
    ],
    dirty: [
      'Gwylanod, biniau llawn a sglodion ar y llawr bob bore Sul.',
      "Mae golwg ddi-raen ar y lle, chwyn ym mhob man a'r cloc wedi stopio.",
    ],
    'nowhere-to-be': [
      "Does unman i eistedd. Dwi'n 78 ac mae'n bell o un pen i'r llall.",
      'Caewyd y toiledau, felly dwi ddim yn gallu aros yn hir.',
    ],
    'people-make-it': [
      "Dwi wrth fy modd yno. Dwi'n mynd am dorth ac yn siarad am awr.",
      'Mae pobl y farchnad yn nabod fy mhlant wrth eu henwau ac yn siarad Cymraeg efo nhw.',
      "Y bobl sy'n ei gwneud hi. Gofynnodd dyn y siop bapur amdana i pan o'n i yn yr ysbyty.",
    ],
  },
  change: {
    '': ['Dim syniad a bod yn onest.', 'Gadael llonydd iddi.'],
    'feels-unsafe': [
      "Trwsio'r goleuadau wrth yr hen fanc, er mwyn i ni allu cerdded adre.",
      "Rhywun o gwmpas gyda'r nos, nid yr heddlu o reidrwydd.",
    ],
    'empty-shops': [
      "Rhoi'r siopau gwag i bobl ifanc sydd eisiau dechrau busnes, am ddim am flwyddyn.",
      "Gwneud fflatiau uwchben y siopau. Mae 'na bobl yn chwilio am gartref ers blynyddoedd.",
    ],
    'hard-to-get-about': [
      'Cwrb isel ar y ddwy ochr ym mhob croesfan. Dyw un ochr yn dda i ddim.',
      'Mwy o amser i groesi wrth y cloc, plîs.',
    ],
    'buses-let-down': [
      "Un bws hwyrach, tua naw, er mwyn i mi fynd i'r côr.",
      'Amserlen bapur yn y lloches. Does gan mam ddim ffôn clyfar.',
    ],
    'parking-puts-off': ['Hanner awr am ddim i bobl gael picio i mewn.'],
    dirty: ["Gwagio'r biniau ar ddydd Sul. Dim mwy, dim llai.", "Golchi'r palmant tu allan i'r siopau bwyd."],
    'nowhere-to-be': [
      "Toiledau glân sydd ar agor, dyna'r cwbl dwi'n gofyn amdano.",
      'Coed a meinciau yn y sgwâr, mae fel ffwrn yno yn yr haf.',
    ],
    'not-listened-to': ['Gwnewch beth ofynnon ni amdano y tro diwethaf, wedyn gofynnwch eto.'],
  },
  keep: {
    '': ["Dim byd yn dod i'r meddwl"],
    'people-make-it': [
      'Y farchnad ar ddydd Iau. Hebddi hi does dim tref.',
      'Clywed Cymraeg yn y ciw yn y becws.',
      "Y llyfrgell a'r ddynes sy'n gweithio yno. Hi ddysgodd fi i ddefnyddio'r we.",
      "Yr hen arcêd, hyd yn oed efo'r bwcedi dan y to.",
      "Y cinio cymunedol bob dydd Mercher. Mae'n cadw cwmni i dad.",
      "Y cigydd a'i jôcs ofnadwy.",
    ],
    'nowhere-to-be': ["Y darn bach o laswellt tu ôl i'r eglwys, yr unig le i eistedd heb wario."],
  },
  journey: {
    '': ['Hawdd, pum munud ar droed.', "Dwi'n byw uwchben y siop felly dim problem."],
    'hard-to-get-about': [
      "Ceir ar y palmant ar hyd yr allt. Mae'n rhaid i mi fynd â'r plant i ganol y ffordd.",
      "Mae'r slabiau'n rhydd ac mi gwympais i ym mis Mawrth.",
    ],
    'buses-let-down': [
      "Dim bws ar ddydd Sul o gwbl, felly dyw'r mab ddim yn gallu gweithio.",
      'Dau fws ac awr o aros am daith naw munud.',
    ],
    'parking-puts-off': ['Dim ond tri lle bathodyn glas sydd, a phobl heb fathodyn ynddyn nhw.'],
    'feels-unsafe': ["Iawn yn y dydd, ond dwi ddim yn defnyddio'r twnnel yn y nos."],
  },
  'kept-away': {
    'same-shops': ['Caeodd y siop ddillad. Does dim i fi yno bellach.'],
    'buses-let-down': ['Stopiodd y bws. Dwi ddim yn gyrru. Dyna fo.'],
    'nowhere-to-be': ['Dim toiledau, felly dwi ddim yn mentro.'],
  },
  missing: {
    '': [
      "Y ffermwyr. Dewch i'r mart ar ddydd Mawrth.",
      'Pobl ifanc. Nhw sydd yno bob dydd a does neb yn gofyn.',
      'Pobl heb ffôn, fel fy modryb. Cnociwch ar y drws.',
      "Y rhai sy'n gweithio nos. Ewch i'r becws am dri y bore!",
      'Rhieni newydd, yn y grŵp babanod yn y festri.',
      'Dysgwyr Cymraeg, mae criw yn y caffi bob bore Gwener.',
    ],
  },
  'not-asked': {
    '': [
      "Beth fydden ni'n fodlon ei wneud ein hunain.",
      "Gofynnwch i'r plant. Mae ganddyn nhw syniadau gwell na ni.",
      "Dim byd arall i'w ddweud gen i, pob lwc.",
    ],
    'not-listened-to': [
      "Pryd fyddwch chi'n dweud wrthon ni beth ddigwyddodd wedyn?",
      "Be ddigwyddodd i'r atebion y tro dwytha?",
    ],
  },
};
