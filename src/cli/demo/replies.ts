import type { ConsoleLanguage, OutcomeKind } from '#domain/words.ts';

/** What comes back when people hear what was done. */
export const replies: Record<ConsoleLanguage, Record<OutcomeKind | 'thanks', readonly string[]>> = {
  en: {
    did: [
      'That is right, I saw it on Saturday. Well done.',
      'No, it is still broken. I was there this morning.',
      'Yes I have noticed, it is better.',
      "Not at our end of the street it isn't.",
      'Yes this is right. First time anyone ever came back to me.',
      'It was done once and then it went back to how it was.',
      'True, I checked on my way to work.',
    ],
    doing: [
      'Good. I will believe it when I can cross, but good.',
      'They have started outside the chemist, so yes, that is right.',
      'You have missed the one by the surgery, please come and look.',
      'Which week will you be at the church end?',
    ],
    cannot: [
      'At least you told me why. Thank you.',
      'So who do I ask then? Somebody owns them.',
      'That is what you said last time.',
      'Fair enough. Let us know what the owners say.',
    ],
    together: [
      'That is right, I was in the group that wrote it.',
      'It came through the door today. It is on the fridge.',
      'The surgery did not have any when I asked.',
      'Lovely. Is it in large print too? My husband would read it.',
    ],
    thanks: ['Thank you for telling me.', 'ok thanks', 'Thanks, that is more than I expected x', '👍'],
  },
  cy: {
    did: [
      'Ydy, mae hyn yn iawn. Mi welais i ddydd Sadwrn.',
      "Na, mae'n dal wedi torri. Ro'n i yno bore 'ma.",
    ],
    doing: [
      'Gwir, maen nhw wedi dechrau wrth y fferyllydd.',
      'Dydych chi ddim wedi gweld yr un wrth y feddygfa.',
    ],
    cannot: ['O leiaf mi ddwedoch chi pam. Diolch.', 'Pwy ddylwn i ofyn felly?'],
    together: ["Gwir, ro'n i yn y grŵp.", 'Mae ar yr oergell yn barod. Diolch.'],
    thanks: ['Diolch am roi gwybod.', 'Diolch yn fawr, doeddwn i ddim yn disgwyl clywed.'],
  },
};
