// Nobody who speaks Romanian has read this through yet.
import type { ResidentKey } from './resident.ts';

export const romanianTexts = {
  'resident.first':
    '{organisation}: {question} Scrieți cât doriți, până la {closes}. Mesajele sunt automate; personalul citește fiecare răspuns, dar nu imediat. În pericol? Sunați la 999. {price}CONFIDENȚIALITATE: cum folosim datele. STOP pentru oprire.',
  'resident.price': 'Preț obișnuit de SMS.',
  'resident.chooseLanguage': 'Numai în română: trimiteți ROMÂNĂ.',
  'resident.languageSet': 'Vă vom scrie în română.',

  'resident.numbered': '{number} {label}',
  'resident.yes': 'Da',
  'resident.no': 'Nu',
  'resident.choiceHelp': 'Ne pare rău, nu am înțeles. Vă rugăm să răspundeți cu una dintre acestea.',

  'resident.stopped':
    '{organisation}: ne-am oprit. Nu veți mai primi mesaje de la noi. Pentru a reveni, trimiteți START.',
  'resident.howToBack':
    '{organisation}: ne-ați cerut să ne oprim, așa că nu vom răspunde. Am păstrat ce ați scris. Pentru a reveni, trimiteți START.',
  'resident.started':
    '{organisation}: bine ați revenit. Veți primi din nou mesajele noastre. Pentru oprire, trimiteți STOP.',
  'resident.alreadyStarted': '{organisation}: primiți deja mesajele noastre. Pentru oprire, trimiteți STOP.',
  'resident.help':
    'În pericol? Sunați la 999. Pentru a vorbi cu noi, trimiteți PERSOANĂ. Aici {organisation}. Întrebăm oamenii ce cred. Mesajele sunt automate; personalul citește fiecare răspuns. Pentru a verifica că suntem noi, sunați la numărul de pe site-ul nostru. CONFIDENȚIALITATE: cum folosim datele. LINK: alt telefon. STOP pentru oprire.',
  'resident.person':
    'Vă mulțumim. O persoană de la {organisation} vă va contacta. Suntem aici: {cover}. În pericol? Sunați la 999.',

  'resident.afterwards': 'Vă mulțumim. Am adăugat aceasta la ce ne-ați spus.',
  'resident.closed': 'Aceasta s-a închis la {closes}. Am păstrat ce ați scris, marcat ca întârziat.',
  'resident.notYetOpen': 'Aceasta se deschide la {opens}. Vă rugăm să ne scrieți din nou atunci.',
  'resident.mediaAlone': 'Vă mulțumim. Ce ar trebui să observăm?',
  'resident.spokenAlone': 'Vă mulțumim. Vom asculta mesajul.',
  'resident.noPictures': 'Nu putem primi imagini prin SMS. Vă rugăm să ne spuneți în cuvinte.',
  'resident.declineGroup':
    'Vorbim cu o singură persoană odată, pentru ca vorbele dumneavoastră să rămână ale dumneavoastră. Vă rugăm să ne scrieți separat, nu într-un grup.',

  'resident.quoteIntro': 'Ne-ați spus: „{quote}”',
  'resident.topicIntro': 'Ne-ați scris despre {topic} în {month}.',
  'resident.did': 'Am făcut: {text}',
  'resident.doing': 'Facem: {text}',
  'resident.cannot': 'Nu putem, pentru că {text}',
  'resident.together': 'Am făcut aceasta împreună: {text}',
  'resident.followUpAsk': 'Răspundeți pentru a ne spune dacă este corect. STOP pentru oprire.',
  'resident.followUpThanks': 'Vă mulțumim. Personalul va citi ce ați spus.',

  'resident.signpost':
    'Vă mulțumim că ne-ați spus. Dacă aveți nevoie de ajutor acum, vă rugăm să nu ne așteptați:\n{lines}\nAcesta este un răspuns automat. Este posibil ca nimeni să nu vadă mesajul până când suntem aici: {cover}. Am oprit întrebările. Ne puteți scrie în continuare.',
  'resident.held':
    'Am păstrat ce ați scris. O persoană va citi când suntem aici: {cover}. Până atunci întrebările sunt oprite. În pericol? Sunați la 999.',

  'resident.finished': 'Am terminat',
  'resident.skip': 'Sari peste',

  'resident.later': 'Nu este nicio grabă. Vom întreba din nou la {when}. Puteți scrie și mai devreme.',
  'resident.comeBack': '{organisation}: ne-ați rugat să revenim.',
  'resident.reminder':
    '{organisation}: nu este nicio grabă și nu trebuie să răspundeți. MAI TÂRZIU: întrebați-mă în altă zi. STOP pentru oprire.',
  'resident.expired':
    '{organisation}: nu am primit nimic de la dumneavoastră, așa că nu mai întrebăm. Am păstrat ce ne-ați spus. Pentru a continua, trimiteți START.',
  'resident.which': 'Mulțumim. Despre ce este vorba?\n1 {question}\n2 ce v-am spus pe {day}',
  'resident.questions': 'Acestea sunt întrebările noastre. Nu vă grăbiți:\n{lines}',
  'resident.nothingBefore': 'Aceasta este prima întrebare.',
  'resident.nothingToSkip': 'Nu este nicio întrebare peste care să săriți.',
  'resident.languages':
    'Pentru a schimba limba, trimiteți unul dintre aceste cuvinte: {list}. Pentru mesaje mai simple, trimiteți TEXT SIMPLU.',
  'resident.notInThatLanguage': 'Nu vă putem scrie în acea limbă aici.',
  'resident.easySet': 'Vom scrie mai simplu. Pentru a reveni, trimiteți TEXT OBIȘNUIT.',
  'resident.easyOff': 'Vom scrie ca înainte.',
  'resident.who':
    'Mesaje automate de la {organisation}. Personalul citește fiecare răspuns. Pentru a verifica, sunați la numărul de pe site-ul nostru.',
  'resident.wrongNumber': 'Ne cerem scuze. Am scos acest număr din listă și nu îi vom mai scrie.',

  'resident.statusNone': 'Nu ne-ați trimis încă niciun răspuns.',
  'resident.statusHeard':
    '{count, plural, one {Ne-ați trimis # răspuns.} few {Ne-ați trimis # răspunsuri.} other {Ne-ați trimis # de răspunsuri.}} {read, plural, =0 {Personalul nu a citit încă.} one {Personalul a citit # până acum.} few {Personalul a citit # până acum.} other {Personalul a citit # până acum.}}',
  'resident.statusNoOutcome': 'Încă nu este nicio decizie. Când vom decide: {when}.',
  'resident.statusOutcome': 'Despre ce ați spus: {text}',

  'resident.myData':
    'Avem: {addresses, plural, one {# număr sau cont al dumneavoastră} few {# numere sau conturi ale dumneavoastră} other {# de numere sau conturi ale dumneavoastră}}, {messages, plural, one {# mesaj} few {# mesaje} other {# de mesaje}} și {answers, plural, one {# răspuns} few {# răspunsuri} other {# de răspunsuri}}, din {since}. Mesaje despre rezultate: {hearBack}. Arătarea cuvintelor: {quote}. Până la {due} o persoană vă va contacta, va verifica cine întreabă și vă va da copia completă.',

  'resident.forgetAsk':
    'Să ștergem tot ce ne-ați spus și numărul sau contul dumneavoastră? Nu se poate anula.',
  'resident.forgetYes': 'Ștergeți tot',
  'resident.forgetNo': 'Păstrați',
  'resident.forgetKept': 'Am păstrat tot.',
  'resident.forgotten':
    'Ștergem ce ne-ați spus și numărul dumneavoastră. Nu putem șterge: {cannot}. Cifrele și rezultatele fără nume rămân.',
  'resident.cannotPhone': 'mesajele de pe telefonul dumneavoastră și ce păstrează rețeaua din ele',
  'resident.cannotApp': 'mesajele din aplicația dumneavoastră și ce păstrează furnizorul ei din ele',
  'resident.forgetByPerson':
    'O persoană trebuie să verifice mai întâi. Vă vom spune până la {due} ce am șters.',

  'resident.noQuote': 'Vă mulțumim. Nu vom arăta altora cuvintele dumneavoastră.',
  'resident.noHearBack': 'Vă mulțumim. Nu vă vom scrie despre ce se face.',
  'resident.changed': 'Vă mulțumim. Am schimbat aceasta.',
  'resident.takenAsNo': 'Am considerat că răspunsul este nu. Pentru a vorbi cu noi, trimiteți PERSOANĂ.',
  'resident.goingOn':
    'Am păstrat ce ați scris și mergem mai departe. Pentru a vorbi cu noi, trimiteți PERSOANĂ.',

  'resident.inviteIntro': 'Vă mulțumim. Dacă știți pe cineva, îi puteți trimite aceasta:',
  'resident.inviteTo':
    '{organisation} dorește să afle părerea dumneavoastră despre: {title}. Trimiteți {keyword} la {number}.',
  'resident.invite':
    '{organisation} dorește să afle părerea dumneavoastră despre: {title}. Scrieți-ne: {keyword}.',
  'resident.preferNot': 'Prefer să nu spun',

  'resident.child':
    'Îți mulțumim că ne-ai scris. Nu trebuie să răspunzi. Un adult care lucrează aici va citi. Nu vom publica nimic. Dacă suntem îngrijorați pentru tine, putem cere ajutorul altora. Vrei să vorbești cu cineva acum? Childline, 0800 1111. Este gratuit. În pericol? Sună la 999.',

  'resident.linkCode':
    'În 15 minute, trimiteți LINK {code} de pe celălalt telefon sau din cealaltă aplicație. Atunci vom ști că sunteți aceeași persoană. Nu dați nimănui acest cod.',
  'resident.linkElsewhere': 'Puteți trimite la: {list}.',
  'resident.linkJoined':
    'Gata. Aici și acolo sunteți acum o singură persoană pentru noi. STOP într-un loc le oprește pe amândouă.',
  'resident.linkAlready': 'Acestea două sunt deja legate. Nu mai trebuie făcut nimic.',
  'resident.linkOwn': 'Trimiteți codul de pe celălalt telefon sau din cealaltă aplicație, nu de aici.',
  'resident.linkUnknown':
    'Codul nu este valabil: poate a expirat sau a fost folosit. Pentru unul nou, trimiteți LINK de pe celălalt telefon sau din cealaltă aplicație.',
  'resident.linkStopped':
    'Nu le putem lega: de pe unul s-a trimis STOP. Pentru a reveni, trimiteți de acolo START, apoi LINK.',
  'resident.linkByPerson': 'O persoană trebuie să verifice mai întâi. Am cerut acest lucru.',
  'resident.linkTold':
    '{organisation}: un alt telefon sau o altă aplicație a fost legată de aceasta, cu codul cerut. Nu ați fost dumneavoastră? Trimiteți „număr greșit”: o dezlegăm și ne oprim.',
  'resident.linkOffer':
    'Peste câteva săptămâni nu vom mai găsi această conversație. Pentru a primi răspuns, adăugați un telefon sau o aplicație.',
  'resident.statusNoAddress':
    'Nu vă putem anunța aici ce se face: conversația nu va mai exista atunci. Pentru a adăuga un telefon sau o aplicație, trimiteți LINK.',
  'resident.didYouMean':
    'La ce vă referiți? Răspundeți cu un număr.\n{lines}\n{number} altceva: scrieți-ne pur și simplu',
} satisfies Record<ResidentKey, string>;
