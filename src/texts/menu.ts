import type { Language } from '#domain/words.ts';

/** The menu beside the box where people write, for channels that have one. Each command acts as its words do. */
export const menuTexts = {
  'menu.help': {
    en: 'How to get help',
    cy: 'Sut i gael help',
    pl: 'Jak uzyskać pomoc',
    ro: 'Cum obțineți ajutor',
    bn: 'কীভাবে সাহায্য পাবেন',
    ur: 'مدد کیسے ملے گی',
  },
  'menu.questions': {
    en: 'See all the questions',
    cy: 'Gweld yr holl gwestiynau',
    pl: 'Zobacz wszystkie pytania',
    ro: 'Vedeți toate întrebările',
    bn: 'সব প্রশ্ন দেখুন',
    ur: 'تمام سوال دیکھیں',
  },
  'menu.later': {
    en: 'Ask me another day',
    cy: 'Gofynnwch imi ddiwrnod arall',
    pl: 'Zapytaj mnie innego dnia',
    ro: 'Întrebați-mă altă dată',
    bn: 'আমাকে অন্য দিন জিজ্ঞাসা করুন',
    ur: 'مجھ سے کسی اور دن پوچھیں',
  },
  'menu.status': {
    en: 'What happened to what I said',
    cy: 'Beth ddigwyddodd i’r hyn a ddywedais',
    pl: 'Co się stało z tym, co napisałem',
    ro: 'Ce s-a întâmplat cu ce am spus',
    bn: 'আমি যা বলেছি তার কী হল',
    ur: 'میں نے جو کہا اس کا کیا ہوا',
  },
  'menu.language': {
    en: 'Change the language',
    cy: 'Newid yr iaith',
    pl: 'Zmień język',
    ro: 'Schimbați limba',
    bn: 'ভাষা বদলান',
    ur: 'زبان بدلیں',
  },
  'menu.person': {
    en: 'Talk to a person',
    cy: 'Siarad â pherson',
    pl: 'Porozmawiaj z człowiekiem',
    ro: 'Vorbiți cu o persoană',
    bn: 'একজন মানুষের সঙ্গে কথা বলুন',
    ur: 'کسی شخص سے بات کریں',
  },
  'menu.privacy': {
    en: 'How we use what you say',
    cy: 'Sut rydym yn defnyddio’r hyn a ddywedwch',
    pl: 'Jak używamy tego, co piszesz',
    ro: 'Cum folosim ce ne spuneți',
    bn: 'আপনার কথা আমরা কীভাবে ব্যবহার করি',
    ur: 'ہم آپ کی بات کیسے استعمال کرتے ہیں',
  },
  'menu.link': {
    en: 'Join your phone and your apps',
    cy: 'Cysylltu eich ffôn a’ch apiau',
    pl: 'Połącz telefon i aplikacje',
    ro: 'Legați telefonul și aplicațiile',
    bn: 'আপনার ফোন ও অ্যাপ যুক্ত করুন',
    ur: 'اپنا فون اور ایپس جوڑیں',
  },
  'menu.stop': {
    en: 'Stop messages',
    cy: 'Stopio negeseuon',
    pl: 'Zatrzymaj wiadomości',
    ro: 'Opriți mesajele',
    bn: 'বার্তা বন্ধ করুন',
    ur: 'پیغامات بند کریں',
  },
} satisfies Record<string, Record<Language, string>>;

/** In the order in which they are shown. */
export const menuCommands = [
  'help',
  'questions',
  'later',
  'status',
  'language',
  'person',
  'privacy',
  'link',
  'stop',
] as const;
