/**
 * Words that never reach a flow as an answer or a keyword: the SMS provider's whole-message opt-out, opt-in and help
 * words (Twilio's default lists, with REVOKE and OPTOUT of 2025), and of the commands that every conversation obeys
 * those of one or two words, as they are spelt and as they are typed in a hurry. A test holds this list against
 * texts/commands.ts. YES is among them because it opts in someone who had stopped. Normalised.
 */
const lists = [
  'stop | stopall | stop all | unsubscribe | cancel | end | quit | revoke | optout | opt out | start | yes | unstop | help | info',
  'done | finished | gorffen | wedi gorffen',
  // English
  `
  un subscribe | unsubscribe me | stop stop | remove me | opting out | just stop | ok stop
  not interested | end conversation | end chat | cancel subscription | restart | resume | opt in
  subscribe | help me | commands | privacy | privacy notice | privacy policy | privacy statement
  data protection | gdpr | my privacy | person | human | a person | real person | a human | human please
  operator | call me | ring me | phone me | who | who's this | whos this | who dis | who's that
  whos that | who's texting | whos texting | who you | what's this | whats this | scam | who's asking
  whos asking | what's hearback | whats hearback | wrong number | wrong person | wrong phone | not me
  wrong no | wrong num | later | not now | not today | maybe later | maybe tomorrow | remind me | i'm busy
  im busy | busy now | tomorrow please | speak later | can't talk | cant talk | brb | questions
  all questions | the questions | list questions | show questions | questions first | send questions
  what questions | skip | skip it | skip this | skip question | skip that | pass | next | next question
  next one | move on | i'll pass | ill pass | different question | i'll skip | ill skip | i pass | next q
  skip q | back | go back | back one | back please | previous | previous question | question before
  previous one | undo | status | any news | any update | any updates | any progress | what's happening
  whats happening | what happened | what's happened | whats happened | status update | my data
  my information | my info | my details | sar | dsar | subject access | data request | access request
  forget me | delete me | erase me | erasure | erasure request | deletion request | data deletion
  delete account | language | languages | change language | what languages | which languages | english
  in english | english only | just english | only english | english language | speak english
  english version | welsh | in welsh | welsh only | just welsh | only welsh | welsh language
  welsh version | polish | in polish | polish language | romanian | in romanian | romanian language
  bengali | bangla | in bengali | in bangla | bengali language | sylheti | urdu | in urdu | urdu language
  easy read | easyread | easy reading | easier read | easy words | easier words | simple words
  simpler words | short words | shorter words | simple english | easy english | plain english
  simpler please | easier please | write simpler | simple please | plain | normal words | ordinary words
  plain words | usual words | longer words | don't quote | dont quote | unquote me | no quoting
  stop updates`,
  // Welsh
  `
  stopio | stopiwch | stopia | peidiwch | peidio | canslo | canslwch | diwedd | dad danysgrifio
  datdanysgrifio | dad danysgrifiwch | dim diddordeb | dechrau | dechreuwch | dechreua | ailddechrau
  ail ddechrau | ailddechreuwch | ail ddechreuwch | ailgychwyn | tanysgrifio | cymorth | helpu | helpwch
  helpwch fi | helpa fi | gwybodaeth | preifatrwydd | breifatrwydd | hysbysiad preifatrwydd
  polisi preifatrwydd | datganiad preifatrwydd | diogelu data | fy mhreifatrwydd | siarad | ffoniwch fi
  ffonia fi | galwch fi | pwy | pwy sy'na | pwy syna | sgam | rhif anghywir | rhif rong | rong nymbar
  person anghywir | nid fi | dim fi | wedyn | yn hwyrach | hwyrach ymlaen | nes ymlaen | yn ddiweddarach
  ddim nawr | ddim rŵan | ddim rwan | dim nawr | dim rŵan | dim rwan | nid nawr | nid rŵan | nid rwan
  ddim heddiw | nid heddiw | rywbryd eto | rhywbryd eto | tro arall | dro arall | gofynnwch wedyn
  gofynnwch eto | dwi'n brysur | dwin brysur | rwy'n brysur | rwyn brysur | fi'n brysur | fin brysur
  atebaf wedyn | yfory plîs | yfory plis | cwestiynau | y cwestiynau | gwestiynau | pob cwestiwn
  sawl cwestiwn | hepgor | hepgorwch | hepgor hwn | hepgor hyn | hepgorwch hwn | sgipio | sgipiwch
  sgipio hwn | sgipia hwn | pasio | nesaf | nesa | y nesaf | y nesa | cwestiwn nesaf | cwestiwn nesa
  ymlaen | ewch ymlaen | symud ymlaen | symudwch ymlaen | cwestiwn arall | yn ôl | yn ol | nôl | nol
  ewch nôl | ewch nol | cer nôl | cer nol | mynd nôl | mynd nol | blaenorol | cwestiwn blaenorol | statws
  unrhyw newyddion | oes newyddion | oes diweddariad | unrhyw ddiweddariad | beth ddigwyddodd
  be ddigwyddodd | oes penderfyniad | beth benderfynwyd | fy nata | fy ngwybodaeth | fy manylion
  anghofiwch fi | anghofia fi | anghofiwch amdanaf | anghofiwch bopeth | dileu fi | dilëwch fi
  dilewch fi | iaith | ieithoedd | newid iaith | newidiwch iaith | pa ieithoedd | saesneg | yn saesneg
  cymraeg | gymraeg | yn gymraeg | y gymraeg | cymraeg plîs | cymraeg plis | siaradwch gymraeg
  fersiwn gymraeg | pwyleg | yn bwyleg | rwmaneg | yn rwmaneg | romaneg | bengaleg | yn bengaleg | wrdw
  yn wrdw | wrdeg | yn wrdeg | darllen hawdd | geiriau hawdd | geiriau haws | geiriau syml
  geiriau symlach | geiriau byr | geiriau byrrach | cymraeg hawdd | cymraeg syml | cymraeg clir | symlach
  geiriau arferol | iaith arferol | geiriau hirach | dim dyfynnu | peidiwch dyfynnu`,
  // Polish
  `
  zatrzymaj | przestań | przestan | przestańcie | przestancie | wypisz | wypisz mnie | wypiszcie mnie
  rezygnuję | rezygnuje | anuluj | rozpocznij | zacznij | wznów | wznow | pomoc | pomocy | pomóż | pomoz
  pomóżcie | pomozcie | pomóż mi | pomoz mi | potrzebuję pomocy | potrzebuje pomocy | informacje
  prywatność | prywatnosc | polityka prywatności | polityka prywatnosci | ochrona danych | rodo | osoba
  człowiek | czlowiek | z człowiekiem | z czlowiekiem | konsultant | chcę porozmawiać | chce porozmawiac
  proszę zadzwonić | prosze zadzwonic | kto | kto to | kim jesteś | kim jestes | kim jesteście
  kim jestescie | kto pisze | zły numer | zly numer | błędny numer | bledny numer | pomyłka | pomylka
  to pomyłka | to pomylka | niewłaściwy numer | niewlasciwy numer | niewłaściwa osoba | niewlasciwa osoba
  pomyliliście numer | pomyliliscie numer | później | pozniej | nie teraz | zapytaj później
  zapytaj pozniej | zapytajcie później | zapytajcie pozniej | przypomnij mi | innym razem | zapytaj jutro
  jestem zajęty | jestem zajety | jestem zajęta | jestem zajeta | odpowiem później | odpowiem pozniej
  odpiszę później | odpisze pozniej | pytania | wszystkie pytania | pokaż pytania | pokaz pytania
  wyślij pytania | wyslij pytania | pomiń | pomin | pomijam | pomiń to | pomin to | pomiń pytanie
  pomin pytanie | proszę pominąć | prosze pominac | dalej | następne | nastepne | następne pytanie
  nastepne pytanie | wstecz | wróć | wroc | cofnij | poprzednie | poprzednie pytanie | jakie wieści
  jakie wiesci | co dalej | co zrobiliście | co zrobiliscie | moje dane | zapomnij mnie | język | jezyk
  języki | jezyki | zmień język | zmien jezyk | zmiana języka | zmiana jezyka | inny język | inny jezyk
  jakie języki | jakie jezyki | po jakiemu | angielski | po angielsku | walijski | po walijsku | polski
  po polsku | język polski | jezyk polski | rumuński | rumunski | po rumuńsku | po rumunsku | bengalski
  po bengalsku | po urdu | w urdu | łatwy tekst | latwy tekst | tekst łatwy | tekst latwy | prosty tekst
  prostsze słowa | prostsze slowa | proste słowa | proste slowa | łatwiejsze słowa | latwiejsze slowa
  prościej | prosciej | zwykły tekst | zwykly tekst | zwykłe słowa | zwykle slowa | normalny tekst`,
  // Romanian
  `
  opriți | opriti | oprește | opreste | opriți vă | opriti va | oprește te | opreste te | dezabonare
  dezabonează mă | dezaboneaza ma | dezabonați mă | dezabonati ma | anulare | anulează | anuleaza
  opriți mesajele | opriti mesajele | începe | incepe | începeți | incepeti | începere | incepere
  reîncepe | reincepe | reluare | ajutor | ajutați mă | ajutati ma | ajută mă | ajuta ma | informații
  informatii | confidențialitate | confidentialitate | date personale | protecția datelor
  protectia datelor | este confidențial | este confidential | este anonim | persoană | persoana
  o persoană | o persoana | operator uman | sunați mă | sunati ma | cine | cine e | cine este | cine ești
  cine esti | cine sunteți | cine sunteti | cine scrie | e țeapă | e teapa | este real | ești robot
  esti robot | sunteți robot | sunteti robot | e robot | număr greșit | numar gresit | numărul greșit
  numarul gresit | nu eu | persoană greșită | persoana gresita | persoana greșită | mai târziu
  mai tarziu | nu acum | amintește mi | aminteste mi | amintiți mi | amintiti mi | altă dată | alta data
  sunt ocupat | sunt ocupată | sunt ocupata | întrebări | intrebari | întrebările | intrebarile
  toate întrebările | toate intrebarile | trimiteți întrebările | trimiteti intrebarile | sari | omite
  sari peste | omite întrebarea | omite intrebarea | săriți peste | sariti peste | următoarea | urmatoarea
  următoarea întrebare | urmatoarea intrebare | mai departe | înapoi | inapoi | mergi înapoi
  mergi inapoi | întrebarea anterioară | intrebarea anterioara | întrebarea dinainte | intrebarea dinainte
  stare | stadiu | noutăți | noutati | datele mele | uită mă | uita ma | uitați mă | uitati ma | limbă
  limba | limbi | schimbă limba | schimba limba | schimbați limba | schimbati limba | altă limbă
  alta limba | ce limbi | engleză | engleza | în engleză | in engleza | galeză | galeza | în galeză
  in galeza | poloneză | poloneza | în poloneză | in poloneza | română | romana | românește | romaneste
  în română | in romana | limba română | limba romana | bengaleză | bengaleza | în bengaleză
  in bengaleza | în urdu | text simplu | text ușor | text usor | cuvinte simple | mai simplu
  cuvinte ușoare | cuvinte usoare | text obișnuit | text obisnuit | text normal | cuvinte obișnuite
  cuvinte obisnuite`,
  // Bengali
  `
  স্টপ | থামুন | থামাও | বন্ধ করুন | বন্ধ করো | স্টার্ট | শুরু | শুরু করুন | আবার শুরু | সাহায্য
  সাহায্য করুন | সাহায্য দরকার | হেল্প | সহায়তা | তথ্য | গোপনীয়তা | গোপনীয়তা নীতি | তথ্য সুরক্ষা
  ব্যক্তি | একজন মানুষ | কে | কে আপনি | আপনি কে | আপনারা কে | এটা কে | কে লিখছেন | কে পাঠিয়েছেন | এটা কী
  ভুল নম্বর | ভুল নাম্বার | রং নাম্বার | রং নম্বর | আমি নই | আমি না | ভুল মানুষ | ভুল ব্যক্তি | পরে
  এখন না | এখন নয় | আমি ব্যস্ত | প্রশ্ন | প্রশ্নগুলো | প্রশ্নগুলি | সব প্রশ্ন | প্রশ্নগুলো পাঠান
  প্রশ্নগুলো কী | কয়টি প্রশ্ন | কতগুলো প্রশ্ন | বাদ | বাদ দিন | এড়িয়ে যান | পরবর্তী | পরের প্রশ্ন
  পেছনে | পিছনে | পেছনে যান | আগের প্রশ্ন | অবস্থা | কী অবস্থা | কোনো খবর | খবর কী | কী হলো | কী হয়েছে
  কী হচ্ছে | আমার তথ্য | আমার ডেটা | ভাষা | ভাষা বদলান | ভাষা পরিবর্তন | অন্য ভাষা | ইংরেজি | ইংরেজিতে
  ওয়েলশ | ওয়েলশ ভাষায় | পোলিশ | পোলিশ ভাষায় | রোমানিয়ান | রোমানিয়ান ভাষায় | বাংলা | বাংলায়
  বাংলা ভাষা | বাংলা ভাষায় | banglay | উর্দু | উর্দুতে | সহজ ভাষা | সহজ ভাষায় | সহজ কথা | সহজ শব্দ
  আরও সহজ | সাধারণ ভাষা | সাধারণ ভাষায় | সাধারণ শব্দ`,
  // Urdu
  `
  اسٹاپ | سٹاپ | رکیں | رک جائیں | رک جاییں | رکو | بند کریں | بند کرو | اسٹارٹ | سٹارٹ | شروع | شروع کریں
  دوبارہ شروع | مدد | مدد کریں | مدد چاہیے | ہیلپ | معلومات | رازداری | پرائیویسی | پراییویسی | شخص | کون
  آپ کون | اپ کون | کون ہے | غلط نمبر | رانگ نمبر | میں نہیں | غلط شخص | غلط آدمی | غلط ادمی | بعد میں
  ابھی نہیں | پھر کبھی | کل پوچھیں | سوالات | سوال | تمام سوالات | سب سوالات | سارے سوالات | سوالات بھیجیں
  چھوڑیں | چھوڑ دیں | اسے چھوڑیں | اگلا | اگلا سوال | پیچھے | واپس | واپس جائیں | واپس جاییں | پیچھے جائیں
  پیچھے جاییں | پچھلا سوال | صورتحال | صورت حال | کوئی خبر | کویی خبر | کیا ہوا | میرا ڈیٹا | میری معلومات
  زبان | زبانیں | زبان بدلیں | دوسری زبان | انگریزی | انگریزی میں | انگلش | ویلش | ویلش میں | پولش
  پولش میں | رومانیائی | رومانیایی | رومانیائی میں | رومانیایی میں | بنگالی | بنگلہ | بنگالی میں | اردو
  اردو میں | اردو زبان | urdu mein | آسان الفاظ | اسان الفاظ | آسان زبان | اسان زبان | آسان لفظ | اسان لفظ
  آسان اردو | اسان اردو | مزید آسان | مزید اسان | عام الفاظ | عام زبان`,
  // LINK, in all of them
  `
  link | link me | link phone | link phones | link number | link both | link them | link code | new link
  link please | same person | linc | lincio | cysylltu | cysylltu ffôn | cysylltu ffon | cod cysylltu
  ychwanegu ffôn | ychwanegu ffon | ychwanegu rhif | połącz | polacz | połącz telefon | polacz telefon
  połącz telefony | polacz telefony | połącz numery | polacz numery | dodaj telefon | dodaj numer
  kod połączenia | kod polaczenia | conectează | conecteaza | conectează telefonul | conecteaza telefonul
  conectează numărul | conecteaza numarul | conectați telefonul | conectati telefonul | leagă telefonul
  leaga telefonul | leagă numărul | leaga numarul | legați telefonul | legati telefonul | adaugă telefon
  adauga telefon | adaugă număr | adauga numar | aceeași persoană | aceeasi persoana | লিংক | লিঙ্ক
  একই ব্যক্তি | একই মানুষ | لنک | فون جوڑیں | وہی شخص`,
];

export const reservedWords: ReadonlySet<string> = new Set(
  lists.flatMap((list) => list.split(/[|\n]/).map((word) => word.trim())).filter((word) => word !== ''),
);
