/** Words that make a row of capitalised ones an office, a scheme or a place, and no person. Lower case. */
const lists = [
  // Bodies.
  'council councils department departments team teams service services office offices government senedd parliament ministry agency authority authorities commission commissioner inspectorate ombudsman union company companies ltd limited association society trust charity foundation partnership network group groups club centre center hub hospital hospitals surgery clinic practice school schools academy college university police fire ambulance nhs board committee cabinet panel forum bank post mail rail railway railways bus buses trains airport water gas electric electricity energy network telecom openreach chamber army lottery scouts guides rotary',
  // What they do.
  'customer contact housing options homelessness homes benefit benefits revenues tax finance planning building buildings control licensing enforcement highways transport travel transit parking parks waste recycling refuse rubbish bins cleansing repairs maintenance environment environmental health safety hygiene pest trading standards electoral elections registrar registrars registration democratic legal complaints feedback reception switchboard helpline helpdesk line careline lifeline social care adult adults children childrens families family youth early help support advice citizens age carers learning education admissions libraries leisure sport sports culture arts tourism heritage regeneration development economic business businesses communities community neighbourhood neighbourhoods resident residents tenancy tenants estates grounds street streetscene streetcare lighting flood flooding drainage emergency public works mental disability safeguarding wellbeing welfare universal credit pension pensions jobcentre veterans samaritans childline shelter crimestoppers crisis',
  // Schemes, times and things.
  'scheme fund funding plan plans strategy programme project projects act bill policy order orders survey consultation report review charter award awards agreement framework initiative campaign pledge pass card app website online facebook whatsapp google zoom teams week weeks weekend day days night month year festival fair fete show event events holiday holidays season term christmas easter summer winter autumn spring zone area district region ward wards route routes phase stage section part flag express coffee bowling levelling lives paths spaces',
  // Places.
  'street road lane avenue drive way square court crescent terrace gardens garden bridge river canal lake harbour port quay beach island market mall precinct arcade castle abbey cathedral church chapel mosque temple synagogue hall town city village county borough parish valley forest woods common recreation playground playing fields field stadium arena theatre cinema museum gallery library pool baths pavilion cemetery crematorium station stop depot roundabout junction motorway bypass path footpath trail riverside seafront north northern south southern east eastern west western central upper lower high great saint england wales scotland ireland britain kingdom uk europe london cardiff swansea newport wrexham leeds bradford manchester birmingham liverpool bristol york yorkshire lancashire cumbria durham kent essex devon cornwall norfolk suffolk powys gwynedd conwy ceredigion',
  // In Welsh the word stands first, and changes its first letter.
  'cyngor gyngor chyngor nghyngor adran gwasanaeth gwasanaethau wasanaeth wasanaethau tîm dîm thîm ysgol heddlu bwrdd fwrdd llywodraeth lywodraeth iechyd prifysgol brifysgol canolfan ganolfan chanolfan llyfrgell lyfrgell cymru gymru chymru nghymru tai thai cynllunio gynllunio priffyrdd briffyrdd phriffyrdd cwsmeriaid gwsmeriaid chwsmeriaid opsiynau dinas ddinas sir tref dref cymuned gymuned chymuned cymdeithas gymdeithas cymdeithasol gofal ofal plant oedolion trafnidiaeth drafnidiaeth ymddiriedolaeth swyddfa cynllun gynllun cronfa gronfa prosiect dydd nos stryd heol ffordd lôn rhodfa parc barc pharc pont bont phont ysbyty meddygfa neuadd eglwys capel marchnad farchnad gorsaf orsaf dŵr caerdydd gaerdydd abertawe casnewydd wrecsam llundain lundain môn fôn',
].join(' ');

export const officeWords: ReadonlySet<string> = new Set(lists.split(/\s+/));

/** Some of them are what people are called too, where another name stands before. */
export const surnames: ReadonlySet<string> = new Set(
  'hall west day church park field bridge castle lane north east york kent woods'.split(' '),
);

/** After what somebody is comes who they are: "Housing Officer Rowan Price". */
export const roles: ReadonlySet<string> = new Set(
  'officer manager councillor cllr mayor director leader warden worker ranger chair chairman chairwoman secretary minister mp ms pc pcso sgt sergeant inspector mr mrs miss dr prof rev swyddog cynghorydd maer rheolwr arweinydd cyfarwyddwr'.split(
    ' ',
  ),
);
