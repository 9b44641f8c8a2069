/** Words that begin with a capital, or follow "my name is", and are nobody's name. Lower case, all languages together. */
const lists = [
  // Days, months, feasts.
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan eid today tomorrow',
  'dydd llun mawrth mercher iau gwener sadwrn sul ionawr chwefror ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr',
  // Peoples, faiths and what people say they are.
  'british english welsh scottish irish polish romanian bengali bangladeshi pakistani indian african asian caribbean european ukrainian syrian chinese black white muslim christian hindu sikh jewish catholic deaf disabled blind autistic gay trans',
  'cymro cymraes cymraeg saesnes polak polka polką polakiem român româncă romancă romana română roman',
  // Bodies and places.
  'council councils department team services service office officer housing social care adult children citizens advice association centre center hospital surgery school college university police nhs gp bbc royal city town county borough parish street road lane avenue park library station market church mosque temple club group trust health mental public transport buses bus council planning highways environmental customer contact crew community parks bins leeds bradford london cardiff manchester birmingham england wales scotland ireland britain uk',
  // What begins a sentence.
  'a an the and but or so if it its is i my me we our us you your they them their he she his her this that these those there here not no yes never always please thanks thank hello hi hey dear sorry all any some every each what when where why who how which for from to in on at by of with as be been was were are am have has had do does did can could would should will just still also too very more most much many one two three both either neither none nothing nobody someone somebody anyone everyone everybody again now then only even old new happy sad fed sick tired late ill sure afraid glad angry writing asking saying living working moving trying going getting waiting using worried proud fine ok okay good bad best kind many yours regards wishes well really quite about said says told gave saw came asked prescribed requested quicker surgery appointment appointments problem problems issue issues fabulous confused poor into day head psychiatrist against because after before since until while without important address phone number email name not on regular local single retired',
  // In the other languages.
  'y yr yn mae nid does dim rwy dw dwi ni nhw fi ti hi ef o i ac a neu ond diolch helo annwyl cofion',
  'nie tak jest są mam jestem proszę dziękuję i w na z do że się to ale lub mój moja dla przez zadowolona zadowolony zmęczona zmęczony tu tutaj',
  'nu da este sunt am vă rog mulțumesc și in în la de pe cu o un dar sau mea meu foarte nemulțumit nemulțumită mulțumit obosit obosită aici',
].join(' ');

export const noNames: ReadonlySet<string> = new Set(lists.split(/\s+/));

/** Who somebody may be to the writer, before a name: "my neighbour Steve". */
export const relations =
  'neighbou?rs?|son|daughter|husband|wife|partner|boyfriend|girlfriend|fianc[ée]e?|mother|father|mum|mam|mom|dad|nan|nana|gran|grandma|grandad|grandfather|grandmother|grandson|granddaughter|brother|sister|uncle|aunt(?:ie|y)?|cousin|niece|nephew|stepson|stepdaughter|ex|friend|mate|carer|landlord|landlady|gp|doctor|dentist|nurse|social worker|support worker|key ?worker|health visitor|housing officer|case ?worker|care ?worker|teacher|head ?teacher|boss|manager|colleague|pa|boy|girl|child|baby|kid|kids|children|boys|girls|sons|daughters|twins|little (?:one|boy|girl)|eldest|youngest|flatmate|housemate|lodger|tenant|councillor|warden|solicitor|advocate';
export const relationsWelsh =
  'mab|merch|ngŵr|ngwr|ngwraig|gŵr|gwraig|mam|nhad|tad|mrawd|chwaer|nain|taid|mam-gu|nhad-cu|nghymydog|nghymdoges|cymydog|ffrind|nghyfaill|meddyg|nheulu|ngofalwr|ngweithiwr cymdeithasol|landlord|partner|wyres|ŵyr';
export const relationsPolish =
  'syn|córka|corka|mąż|maz|żona|zona|mama|tata|brat|siostra|sąsiad|sasiad|sąsiadka|sasiadka|kolega|koleżanka|przyjaciel|przyjaciółka|lekarz|babcia|dziadek|wnuk|wnuczka';
export const relationsRomanian =
  'fiul|fiica|soțul|sotul|soția|sotia|mama|tata|tatăl|fratele|sora|vecinul|vecina|prietenul|prietena|doctorul|băiatul|baiatul|fata|bunica|bunicul';
