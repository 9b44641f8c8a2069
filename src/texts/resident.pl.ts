// Nobody who speaks Polish has read this through yet.
import type { ResidentKey } from './resident.ts';

export const polishTexts = {
  'resident.first':
    '{organisation}: {question} Prosimy pisać, ile Państwo chcą, do {closes}. Wiadomości są automatyczne; pracownicy czytają każdą odpowiedź, ale nie od razu. Niebezpieczeństwo? Proszę dzwonić pod 999. {price}PRYWATNOŚĆ: jak z tego korzystamy. STOP, aby zakończyć.',
  'resident.price': 'Zwykła cena SMS-a.',
  'resident.chooseLanguage': 'Tylko po polsku: proszę wysłać POLSKI.',
  'resident.languageSet': 'Będziemy pisać po polsku.',

  'resident.numbered': '{number} {label}',
  'resident.yes': 'Tak',
  'resident.no': 'Nie',
  'resident.choiceHelp': 'Przepraszamy, nie zrozumieliśmy. Prosimy odpowiedzieć jedną z tych możliwości.',

  'resident.stopped':
    '{organisation}: przestaliśmy pisać. Nie będzie więcej wiadomości od nas. Aby wrócić, proszę wysłać START.',
  'resident.howToBack':
    '{organisation}: na Państwa prośbę przestaliśmy pisać, więc nie odpowiemy. Zachowaliśmy tę wiadomość. Aby wrócić, proszę wysłać START.',
  'resident.started':
    '{organisation}: witamy ponownie. Znów będziemy pisać. Aby zakończyć, proszę wysłać STOP.',
  'resident.alreadyStarted':
    '{organisation}: nasze wiadomości już do Państwa przychodzą. Aby zakończyć, proszę wysłać STOP.',
  'resident.help':
    'Niebezpieczeństwo? Proszę dzwonić pod 999. Aby z nami porozmawiać, proszę wysłać OSOBA. Tu {organisation}. Pytamy mieszkańców o zdanie. Wiadomości są automatyczne; pracownicy czytają każdą odpowiedź. Aby sprawdzić, że to my, proszę zadzwonić pod numer z naszej strony internetowej. PRYWATNOŚĆ: jak z tego korzystamy. LINK: dodać telefon. STOP, aby zakończyć.',
  'resident.person':
    'Dziękujemy. Skontaktuje się z Państwem pracownik: {organisation}. Jesteśmy dostępni: {cover}. Niebezpieczeństwo? Proszę dzwonić pod 999.',

  'resident.afterwards': 'Dziękujemy. Dodaliśmy to do wcześniejszej wypowiedzi.',
  'resident.closed':
    'To zakończyło się {closes}. Zachowaliśmy tę wypowiedź i oznaczyliśmy ją jako spóźnioną.',
  'resident.notYetOpen': 'To zacznie się {opens}. Prosimy wtedy napisać ponownie.',
  'resident.mediaAlone': 'Dziękujemy. Na co mamy zwrócić uwagę?',
  'resident.spokenAlone': 'Dziękujemy. Odsłuchamy to.',
  'resident.noPictures': 'Nie możemy odbierać zdjęć przez SMS. Prosimy opisać to słowami.',
  'resident.declineGroup':
    'Rozmawiamy tylko z jedną osobą naraz, aby każda wypowiedź pozostała własna. Prosimy napisać do nas osobno, nie w grupie.',

  'resident.quoteIntro': 'Otrzymaliśmy od Państwa: „{quote}”',
  'resident.topicIntro': 'Państwa wypowiedź na temat: {topic} ({month}).',
  'resident.did': 'Zrobiliśmy: {text}',
  'resident.doing': 'Robimy: {text}',
  'resident.cannot': 'Nie możemy, ponieważ {text}',
  'resident.together': 'Zrobiliśmy to razem: {text}',
  'resident.followUpAsk': 'Prosimy odpisać, czy to prawda. STOP, aby zakończyć.',
  'resident.followUpThanks': 'Dziękujemy. Pracownicy przeczytają tę odpowiedź.',

  'resident.signpost':
    'Dziękujemy za tę wiadomość. Jeśli potrzebna jest pomoc teraz, prosimy na nas nie czekać:\n{lines}\nTo jest odpowiedź automatyczna. Człowiek może nie zobaczyć tej wiadomości, dopóki nie będziemy dostępni: {cover}. Przestaliśmy zadawać pytania. Nadal można do nas pisać.',
  'resident.held':
    'Zachowaliśmy tę wiadomość. Człowiek przeczyta ją, gdy będziemy dostępni: {cover}. Do tego czasu nie zadajemy pytań. Niebezpieczeństwo? Proszę dzwonić pod 999.',

  'resident.finished': 'Gotowe',
  'resident.skip': 'Pomiń to',

  'resident.later': 'Nie ma pośpiechu. Zapytamy ponownie {when}. Można też napisać wcześniej.',
  'resident.comeBack': '{organisation}: wracamy zgodnie z prośbą.',
  'resident.reminder':
    '{organisation}: nie ma pośpiechu i nie trzeba odpowiadać. PÓŹNIEJ: zapytamy innego dnia. STOP, aby zakończyć.',
  'resident.expired':
    '{organisation}: nie mamy od Państwa wiadomości, więc przestaliśmy pytać. Zachowaliśmy dotychczasowe odpowiedzi. Aby kontynuować, proszę wysłać START.',
  'resident.which': 'Dziękujemy. Czego to dotyczy?\n1 {question}\n2 tego, co napisaliśmy {day}',
  'resident.questions': 'Oto nasze pytania. Prosimy się nie spieszyć:\n{lines}',
  'resident.nothingBefore': 'To jest pierwsze pytanie.',
  'resident.nothingToSkip': 'Nie ma pytania do pominięcia.',
  'resident.languages':
    'Aby zmienić język, proszę wysłać jedno z tych słów: {list}. Aby otrzymywać prostsze wiadomości, proszę wysłać ŁATWY TEKST.',
  'resident.notInThatLanguage': 'Nie możemy tutaj pisać w tym języku.',
  'resident.easySet': 'Będziemy pisać prościej. Aby to zmienić, proszę wysłać ZWYKŁY TEKST.',
  'resident.easyOff': 'Będziemy pisać tak jak wcześniej.',
  'resident.who':
    'Automatyczne wiadomości; nadawca: {organisation}. Pracownicy czytają każdą odpowiedź. Aby to sprawdzić, proszę zadzwonić pod numer z naszej strony internetowej.',
  'resident.wrongNumber': 'Przepraszamy. Usunęliśmy ten numer z naszej listy i nie będziemy na niego pisać.',

  'resident.statusNone': 'Nie mamy jeszcze od Państwa żadnej odpowiedzi.',
  'resident.statusHeard':
    '{count, plural, one {Mamy od Państwa # odpowiedź.} few {Mamy od Państwa # odpowiedzi.} many {Mamy od Państwa # odpowiedzi.} other {Mamy od Państwa # odpowiedzi.}} {read, plural, =0 {Pracownicy jeszcze tego nie przeczytali.} one {Pracownicy przeczytali dotąd #.} few {Pracownicy przeczytali dotąd #.} many {Pracownicy przeczytali dotąd #.} other {Pracownicy przeczytali dotąd #.}}',
  'resident.statusNoOutcome': 'Nie ma jeszcze decyzji. Kiedy zdecydujemy: {when}.',
  'resident.statusOutcome': 'W sprawie Państwa wypowiedzi: {text}',

  'resident.myData':
    'Mamy: {addresses, plural, one {# Państwa numer lub konto} few {# Państwa numery lub konta} many {# Państwa numerów lub kont} other {# Państwa numeru lub konta}}, {messages, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}} i {answers, plural, one {# odpowiedź} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}; pierwsza wiadomość: {since}. Zgoda na dalsze wiadomości: {hearBack}. Zgoda na pokazywanie słów: {quote}. Do {due} skontaktuje się z Państwem pracownik, sprawdzi, kto pyta, i przekaże pełną kopię.',

  'resident.forgetAsk':
    'Czy mamy usunąć wszystkie wypowiedzi i numer telefonu lub konto? Tego nie można cofnąć.',
  'resident.forgetYes': 'Usuń wszystko',
  'resident.forgetNo': 'Zachowaj',
  'resident.forgetKept': 'Zachowaliśmy wszystko.',
  'resident.forgotten':
    'Usuwamy Państwa wypowiedzi i numer. Nie możemy usunąć: {cannot}. Liczby i wyniki bez nazwisk pozostają.',
  'resident.cannotPhone': 'wiadomości w Państwa telefonie i tego, co przechowuje operator sieci',
  'resident.cannotApp': 'wiadomości w Państwa aplikacji i tego, co przechowuje jej dostawca',
  'resident.forgetByPerson': 'Najpierw musi to sprawdzić człowiek. Do {due} napiszemy, co usunęliśmy.',

  'resident.noQuote': 'Dziękujemy. Nie pokażemy innym tych słów.',
  'resident.noHearBack': 'Dziękujemy. Nie będziemy pisać o tym, co zostanie zrobione.',
  'resident.changed': 'Dziękujemy. Zmieniliśmy to.',
  'resident.takenAsNo': 'Uznaliśmy to za odpowiedź „nie”. Aby z nami porozmawiać, proszę wysłać OSOBA.',
  'resident.goingOn':
    'Zachowaliśmy tę wypowiedź i przechodzimy dalej. Aby z nami porozmawiać, proszę wysłać OSOBA.',

  'resident.inviteIntro': 'Dziękujemy. Jeśli znają Państwo kogoś takiego, można przesłać tej osobie:',
  'resident.inviteTo':
    '{organisation} chce poznać Państwa zdanie na temat: {title}. Proszę wysłać {keyword} pod numer {number}.',
  'resident.invite':
    '{organisation} chce poznać Państwa zdanie na temat: {title}. Prosimy napisać do nas: {keyword}.',
  'resident.preferNot': 'Wolę nie mówić',

  'resident.child':
    'Dziękujemy, że do nas piszesz. Nie musisz odpowiadać. Przeczyta to dorosła osoba, która tu pracuje. Nie opublikujemy tego. Jeśli będziemy się o ciebie martwić, możemy poprosić innych o pomoc. Chcesz z kimś porozmawiać teraz? Childline, 0800 1111. To nic nie kosztuje. Niebezpieczeństwo? Dzwoń pod 999.',

  'resident.linkCode':
    'W ciągu 15 minut proszę wysłać LINK {code} z drugiego telefonu lub aplikacji. Wtedy będziemy wiedzieć, że to ta sama osoba. Prosimy nie podawać tego kodu nikomu.',
  'resident.linkElsewhere': 'Można wysłać na: {list}.',
  'resident.linkJoined':
    'Gotowe. Tu i tam to teraz dla nas jedna osoba. STOP w jednym miejscu zatrzymuje oba.',
  'resident.linkAlready': 'Te dwa miejsca są już połączone. Nic więcej nie trzeba robić.',
  'resident.linkOwn': 'Ten kod prosimy wysłać z drugiego telefonu lub aplikacji, nie stąd.',
  'resident.linkUnknown':
    'Ten kod nie działa: mógł wygasnąć lub został użyty. Aby dostać nowy, proszę wysłać LINK z drugiego telefonu lub aplikacji.',
  'resident.linkStopped':
    'Nie możemy ich połączyć: z jednego z nich wysłano STOP. Aby wrócić, proszę wysłać z niego START, a potem LINK.',
  'resident.linkByPerson': 'Najpierw musi to sprawdzić człowiek. Poprosiliśmy o to.',
  'resident.linkTold':
    '{organisation}: z tym miejscem połączono inny telefon lub aplikację, kodem, o który proszono. To nie Państwo? Proszę wysłać „zły numer”: odłączymy to miejsce i przestaniemy pisać.',
  'resident.linkOffer':
    'Za kilka tygodni nie znajdziemy już tej rozmowy. Aby dostać odpowiedź, prosimy dodać telefon lub aplikację.',
  'resident.statusNoAddress':
    'Nie powiadomimy tutaj o wynikach: tej rozmowy już wtedy nie będzie. Aby dodać telefon lub aplikację, proszę wysłać LINK.',
  'resident.didYouMean':
    'O co chodzi? Prosimy odpowiedzieć numerem.\n{lines}\n{number} coś innego: prosimy po prostu napisać',
} satisfies Record<ResidentKey, string>;
