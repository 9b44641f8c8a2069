// Nobody who speaks Polish has read this through yet.
import type { CommandPhrases } from './command.ts';

/** As commands.en.ts: few and clear. */
export const polishCommands: CommandPhrases = {
  stop: `
    stop | zatrzymaj | przestań | przestańcie | wypisz | wypisz mnie | wypiszcie mnie | proszę mnie wypisać | rezygnuję
    anuluj | nie pisz do mnie | nie piszcie do mnie | proszę do mnie nie pisać | proszę nie pisać
    proszę przestać pisać | nie chcę wiadomości | nie chcę więcej wiadomości | nie wysyłajcie mi wiadomości
    proszę nie wysyłać wiadomości | proszę nie wysyłać mi wiadomości | proszę nie wysyłać mi więcej wiadomości`,
  start: 'start | rozpocznij | zacznij | wznów | zacznij od nowa',
  help: 'pomoc | pomocy | pomóż | pomóżcie | pomóż mi | proszę o pomoc | potrzebuję pomocy | informacje',
  privacy: `
    prywatność | polityka prywatności | ochrona danych | rodo | czy to jest poufne | czy to jest anonimowe
    kto to czyta | jak wykorzystujecie moje dane | skąd macie mój numer`,
  person: `
    osoba | człowiek | z człowiekiem | konsultant | chcę rozmawiać z człowiekiem | chcę porozmawiać
    chcę z kimś porozmawiać | czy mogę z kimś porozmawiać | czy mogę porozmawiać z człowiekiem
    proszę o kontakt | proszę do mnie zadzwonić | proszę zadzwonić | zadzwońcie do mnie`,
  who: `
    kto | kto to | kto to jest | kim jesteś | kim jesteście | kto pisze | czy to oszustwo
    czy to jest oszustwo | czy to prawdziwe | czy to bot | czy jesteś botem | czy to robot | czy jesteś robotem
    co to jest`,
  wrongNumber: `
    zły numer | błędny numer | pomyłka | to pomyłka | to nie ja | nie ten numer | to zły numer | niewłaściwy numer
    niewłaściwa osoba | to nie mój numer | pomylił pan numer | pomyliliście numer`,
  later: `
    później | nie teraz | zapytaj później | zapytajcie później | proszę zapytać później | przypomnij mi | innym razem
    zapytaj jutro | proszę zapytać jutro | jestem zajęty | jestem zajęta | odpowiem później | odpiszę później`,
  questions: `
    pytania | wszystkie pytania | pokaż pytania | proszę o pytania | jakie są pytania | wyślij pytania
    proszę wysłać pytania | ile jest pytań`,
  skip: `
    pomiń | pomijam | pomiń to | pomiń pytanie | proszę pominąć | dalej | następne | następne pytanie
    nie chcę odpowiadać`,
  back: 'wstecz | wróć | cofnij | poprzednie | poprzednie pytanie | chcę zmienić odpowiedź',
  status: `
    status | jakie wieści | co się dzieje | co się stało | co dalej | co się stało z moją odpowiedzią
    co zrobiliście | czy coś się zmieniło | czy są jakieś wieści`,
  myData: `
    moje dane | pokaż moje dane | jakie macie moje dane | jakie dane o mnie macie | co o mnie wiecie
    kopia moich danych | chcę zobaczyć moje dane`,
  forgetMe: `
    zapomnij mnie | zapomnij o mnie | zapomnijcie o mnie | usuń moje dane | usuńcie moje dane | proszę usunąć moje dane
    skasuj moje dane | usuń wszystko o mnie | prawo do bycia zapomnianym | usuń moje wiadomości | usuń mój numer
    chcę usunąć moje dane | proszę o usunięcie moich danych | proszę usunąć wszystko o mnie`,
  language: 'język | języki | zmień język | zmiana języka | inny język | jakie języki | po jakiemu',
  english: 'angielski | po angielsku',
  cymraeg: 'walijski | po walijsku',
  polski:
    'polski | po polsku | język polski | proszę po polsku | nie mówię po angielsku | nie znam angielskiego',
  romana: 'rumuński | po rumuńsku',
  bangla: 'bengalski | po bengalsku',
  urdu: 'urdu | po urdu | w urdu',
  easyRead:
    'łatwy tekst | tekst łatwy | prosty tekst | prostsze słowa | proste słowa | łatwiejsze słowa | prościej',
  plain: 'zwykły tekst | zwykłe słowa | normalny tekst',
  noQuote: `
    nie cytujcie mnie | nie cytuj mnie | proszę mnie nie cytować | nie używajcie moich słów | nie publikujcie moich słów
    proszę nie używać moich słów | proszę nie publikować moich słów | nie chcę być cytowany | nie chcę być cytowana`,
  noHearBack: `
    nie informujcie mnie | proszę mnie nie informować | nie chcę odpowiedzi o wynikach | nie chcę wiedzieć co dalej
    nie informujcie mnie o wynikach | proszę nie informować mnie o wynikach`,
  link: `
    link | połącz | połącz telefon | połącz telefony | połącz mój telefon | połącz mój numer | połącz numery
    połącz inny telefon | dodaj telefon | dodaj numer | dodaj mój numer | kod połączenia | ta sama osoba
    to ta sama osoba | jestem tą samą osobą | używam też whatsappa | mam też whatsapp | używam też telegrama
    mam drugi telefon | mam drugi numer`,
};
