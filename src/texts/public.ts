import type { ConsoleLanguage } from '#domain/words.ts';

/** What everyone may read: the public page and its feed. */
export const publicTexts = {
  'public.title': { en: 'You said, we did', cy: 'Dywedoch chi, gwnaethom ni' },
  'public.intro': {
    en: 'People told {organisation} what matters to them. This is what has been done about it, and what cannot be done and why.',
    cy: "Dywedodd pobl wrth {organisation} beth sy''n bwysig iddyn nhw. Dyma beth sydd wedi''i wneud amdano, a beth na ellir ei wneud a pham.",
  },
  'public.empty': { en: 'Nothing has been published yet', cy: "Nid oes dim wedi''i gyhoeddi eto" },
  'public.emptyText': {
    en: 'What people tell us is still being read. When something has been done about it, or cannot be done, it will be here, and everyone who asked to hear back gets a message.',
    cy: "Mae''r hyn y mae pobl yn ei ddweud wrthym yn dal i gael ei ddarllen. Pan fydd rhywbeth wedi''i wneud amdano, neu pan na ellir ei wneud, bydd yma, a bydd pawb a ofynnodd am glywed yn ôl yn cael neges.",
  },
  'public.youSaid': { en: 'You said', cy: 'Dywedoch chi' },
  'public.did': { en: 'We did', cy: 'Gwnaethom ni' },
  'public.doing': { en: 'We are doing', cy: 'Rydym yn gwneud' },
  'public.cannot': { en: 'We can’t, because', cy: 'Ni allwn, oherwydd' },
  'public.together': { en: 'We did it together', cy: 'Gwnaethom hyn gyda’n gilydd' },
  'public.published': { en: 'Published {date}', cy: 'Cyhoeddwyd {date}' },
  'public.raised': {
    en: '{count, plural, one {# person raised this} other {# people raised this}}',
    cy: '{count, plural, one {Cododd # person hyn} other {Cododd # o bobl hyn}}',
  },
  'public.raisedFew': { en: 'Fewer than 5 people raised this', cy: 'Cododd llai na 5 o bobl hyn' },
  'public.told': {
    en: '{count, plural, one {# person has been told} other {# people have been told}}',
    cy: '{count, plural, one {Mae # person wedi cael clywed} other {Mae # o bobl wedi cael clywed}}',
  },
  'public.toldFew': {
    en: 'Fewer than 5 people have been told',
    cy: 'Mae llai na 5 o bobl wedi cael clywed',
  },
  'public.figures': { en: 'How many people', cy: 'Faint o bobl' },
  'public.demo': { en: 'Made-up example', cy: 'Enghraifft wedi’i llunio' },
  'public.why': { en: 'How this works', cy: 'Sut mae hyn yn gweithio' },
  'public.whyCount': {
    en: 'We count people, not messages. Where there are fewer than 5 we do not give the number, so that nobody can be picked out.',
    cy: 'Rydym yn cyfrif pobl, nid negeseuon. Lle mae llai na 5 nid ydym yn rhoi’r rhif, fel na ellir adnabod neb.',
  },
  'public.whyTold': {
    en: 'People who asked to hear back get a message about what was done, on the phone or app they used, and can answer.',
    cy: 'Mae pobl a ofynnodd am glywed yn ôl yn cael neges am yr hyn a wnaed, ar y ffôn neu’r ap a ddefnyddion nhw, a gallant ateb.',
  },
  'public.whyNames': {
    en: 'Nothing here says who anybody is.',
    cy: 'Nid oes dim yma yn dweud pwy yw neb.',
  },
  'public.follow': { en: 'Follow what is done', cy: 'Dilyn yr hyn a wneir' },
  'public.feed': { en: 'Feed of new outcomes (Atom)', cy: 'Ffrwd o ganlyniadau newydd (Atom)' },
  'public.feedHint': {
    en: 'For news readers, and for other websites that want to show this',
    cy: 'Ar gyfer darllenwyr newyddion, a gwefannau eraill sydd am ddangos hyn',
  },
  'public.data': { en: 'Open data (JSON)', cy: 'Data agored (JSON)' },
  'public.dataHint': {
    en: 'The same words and figures for anyone to reuse',
    cy: 'Yr un geiriau a ffigurau i unrhyw un eu hailddefnyddio',
  },
  'public.dataNote': {
    en: 'People, not messages. null means fewer than {few}, so that nobody can be picked out. told: people whom a message about it has reached, as far as the provider says.',
    cy: 'Pobl, nid negeseuon. Ystyr null yw llai na {few}, fel na ellir adnabod neb. told: pobl y mae neges amdano wedi eu cyrraedd, yn ôl y darparwr.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
