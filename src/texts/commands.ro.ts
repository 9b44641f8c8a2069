// Nobody who speaks Romanian has read this through yet.
import type { CommandPhrases } from './command.ts';

/** As commands.en.ts: few and clear. Cedillas and commas below are not compared. */
export const romanianCommands: CommandPhrases = {
  stop: `
    stop | opriți | oprește | opriți vă | oprește te | dezabonare | dezabonează mă | dezabonați mă | anulare | anulează
    nu mai scrieți | nu mi mai scrieți | nu mi mai scrie | nu mai vreau mesaje | nu mi mai trimiteți mesaje
    nu mai trimiteți mesaje | vă rog nu mi mai scrieți | opriți mesajele | scoateți mă de pe listă`,
  start: 'start | începe | începeți | începere | reîncepe | reluare',
  help: 'ajutor | ajutați mă | ajută mă | am nevoie de ajutor | informații | info',
  privacy: `
    confidențialitate | date personale | protecția datelor | este confidențial | este anonim | cine citește asta
    cum folosiți datele mele | de unde aveți numărul meu`,
  person: `
    persoană | o persoană | operator uman | vreau să vorbesc cu o persoană | vreau să vorbesc cu cineva
    vreau să vorbesc cu un om | pot vorbi cu cineva | pot vorbi cu o persoană | sunați mă | vă rog sunați mă
    vă rog să mă sunați`,
  who: `
    cine | cine e | cine este | cine ești | cine sunteți | cine scrie | cine e acolo | este o înșelătorie
    e o înșelătorie | e țeapă | este real | ești robot | sunteți robot | e robot | este un robot
    ce este asta | ce e asta`,
  wrongNumber: `
    număr greșit | numărul greșit | ați greșit numărul | ai greșit numărul | nu sunt eu | nu eu | persoană greșită
    persoana greșită | greșeală de număr | nu este numărul meu | este un număr greșit`,
  later: `
    mai târziu | nu acum | întreabă mă mai târziu | întrebați mă mai târziu | amintește mi | amintiți mi | altă dată
    întrebați mă mâine | întreabă mă mâine | sunt ocupat | sunt ocupată | răspund mai târziu | voi răspunde mai târziu`,
  questions: `
    întrebări | întrebările | toate întrebările | arată mi întrebările | trimiteți întrebările
    trimiteți mi întrebările | care sunt întrebările | câte întrebări sunt`,
  skip: `
    sari | omite | sari peste | omite întrebarea | săriți peste | următoarea | următoarea întrebare | mai departe
    nu vreau să răspund`,
  back: 'înapoi | mergi înapoi | întrebarea anterioară | întrebarea dinainte | vreau să schimb răspunsul',
  status: `
    stare | stadiu | status | ce noutăți sunt | noutăți | ce se întâmplă | ce s a întâmplat
    ce s a întâmplat cu răspunsul meu | ce ați făcut | s a schimbat ceva`,
  myData: `
    datele mele | arată mi datele mele | ce date aveți despre mine | ce știți despre mine | copia datelor mele
    vreau să văd datele mele | vreau datele mele`,
  forgetMe: `
    uită mă | uitați mă | uitați de mine | uită de mine | ștergeți datele mele | șterge datele mele
    ștergeți mi datele | șterge mi datele | ștergeți tot despre mine | dreptul de a fi uitat | ștergeți mesajele mele
    ștergeți numărul meu | vreau să fiu uitat | vreau să fiu uitată | vreau să ștergeți datele mele`,
  language: 'limbă | limba | limbi | schimbă limba | schimbați limba | altă limbă | ce limbi',
  english: 'engleză | în engleză',
  cymraeg: 'galeză | în galeză',
  polski: 'poloneză | în poloneză',
  romana: 'română | românește | în română | limba română | nu vorbesc engleză | nu știu engleză',
  bangla: 'bengaleză | în bengaleză | bengali',
  urdu: 'urdu | în urdu',
  easyRead: 'text simplu | text ușor | cuvinte simple | cuvinte mai simple | mai simplu | cuvinte ușoare',
  plain: 'text obișnuit | text normal | cuvinte obișnuite',
  noQuote: `
    nu mă citați | nu mă cita | vă rog nu mă citați | nu folosiți cuvintele mele | nu publicați cuvintele mele
    nu publicați ce am spus | nu vreau să fiu citat | nu vreau să fiu citată | vă rog să nu mă citați`,
  noHearBack: `
    nu mă anunțați | vă rog nu mă anunțați | nu mă anunțați despre rezultat | nu vreau să aflu rezultatul
    nu vreau să fiu anunțat | nu vreau să fiu anunțată`,
  link: `
    link | conectează | conectează telefonul | conectează numărul | conectați telefonul | leagă telefonul | leagă numărul
    legați telefonul | adaugă telefon | adaugă număr | adaugă numărul meu | aceeași persoană | sunt aceeași persoană
    folosesc și whatsapp | am și whatsapp | folosesc și telegram | am și alt telefon | am și alt număr`,
};
