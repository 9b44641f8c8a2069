import type { ConsoleLanguage } from '#domain/words.ts';

/** How themes are suggested, and readings by a language model. */
export const themingTexts = {
  'theming.title': { en: 'How themes are suggested', cy: 'Sut mae themâu’n cael eu hawgrymu' },
  'theming.here': { en: 'On this machine', cy: 'Ar y peiriant hwn' },
  'theming.hereText': {
    en: 'Every response is read here first, by a small classifier that compares it with the words of each theme and with what officers have decided. It needs no network, and nothing leaves this machine.',
    cy: 'Mae pob ymateb yn cael ei ddarllen yma yn gyntaf, gan ddosbarthwr bach sy’n ei gymharu â geiriau pob thema ac â’r hyn y mae swyddogion wedi’i benderfynu. Nid oes angen rhwydwaith arno, ac nid oes dim yn gadael y peiriant hwn.',
  },
  'theming.hereLearns': {
    en: 'It learns from each decision. What it suggests is only a suggestion: officers decide.',
    cy: 'Mae’n dysgu o bob penderfyniad. Dim ond awgrym yw’r hyn y mae’n ei awgrymu: swyddogion sy’n penderfynu.',
  },
  'theming.model': { en: 'With a language model', cy: 'Gyda model iaith' },
  'theming.noModel': {
    en: 'No language model is set, so no response is sent to one.',
    cy: 'Nid oes model iaith wedi’i osod, felly nid oes unrhyw ymateb yn cael ei anfon at un.',
  },
  'theming.noModelSet': {
    en: 'Whoever looks after this service can set one: LLM_PROVIDER and LLM_MODEL in its settings.',
    cy: 'Gall pwy bynnag sy’n gofalu am y gwasanaeth hwn osod un: LLM_PROVIDER ac LLM_MODEL yn ei osodiadau.',
  },
  'theming.modelText': {
    en: 'You can also let {model} ({provider}) read what nobody has decided on yet.',
    cy: 'Gallwch hefyd adael i {model} ({provider}) ddarllen yr hyn nad oes neb wedi penderfynu arno eto.',
  },
  'theming.modelAt': { en: 'It is asked at {host}.', cy: 'Gofynnir iddo yn {host}.' },
  'theming.provider.openai': { en: 'OpenAI or a server like it', cy: 'OpenAI neu weinydd tebyg' },
  'theming.provider.azure': { en: 'Azure OpenAI', cy: 'Azure OpenAI' },
  'theming.provider.anthropic': { en: 'Anthropic', cy: 'Anthropic' },
  'theming.provider.ollama': { en: 'Ollama', cy: 'Ollama' },
  'theming.isRedacted': {
    en: 'Phone numbers, addresses, what may be a name and other personal data that we recognise are taken out before anything is sent. Not all of it can be recognised.',
    cy: 'Caiff rhifau ffôn, cyfeiriadau, yr hyn a all fod yn enw a data personol arall yr ydym yn ei adnabod eu tynnu allan cyn i ddim gael ei anfon. Ni ellir adnabod popeth.',
  },
  'theming.isChecked': {
    en: 'What comes back is checked: only themes that you have, and only words that the resident wrote. What fails is asked about once more, and then left as it was.',
    cy: 'Caiff yr hyn a ddaw yn ôl ei wirio: dim ond themâu sydd gennych, a dim ond geiriau a ysgrifennodd y preswylydd. Gofynnir unwaith eto am yr hyn sy’n methu, ac yna fe’i gadewir fel yr oedd.',
  },
  'theming.isSuggested': {
    en: 'It changes suggestions and never a decision. No response waits for it.',
    cy: 'Mae’n newid awgrymiadau a byth penderfyniad. Nid oes unrhyw ymateb yn aros amdano.',
  },
  'theming.begin': { en: 'Begin a reading', cy: 'Dechrau darlleniad' },
  'theming.nothing': {
    en: 'There is nothing to read: officers have decided on every response, or it has been read under these themes.',
    cy: 'Nid oes dim i’w ddarllen: mae swyddogion wedi penderfynu ar bob ymateb, neu mae wedi’i ddarllen o dan y themâu hyn.',
  },
  'theming.responses': { en: 'To be read', cy: 'I’w ddarllen' },
  'theming.inCalls': {
    en: '{responses, plural, one {# response} other {# responses}}, in about {calls, plural, one {# call} other {# calls}}',
    cy: '{responses, plural, one {# ymateb} other {# ymateb}}, mewn tua {calls, plural, one {# galwad} other {# galwad}}',
  },
  'theming.about': { en: 'About', cy: 'Tua' },
  'theming.most': { en: 'Never more than', cy: 'Byth mwy na' },
  'theming.underAPenny': { en: 'less than £0.01', cy: 'llai na £0.01' },
  'theming.tokens': { en: '{count} tokens', cy: '{count} tocyn' },
  'theming.noPrice': {
    en: 'What a token costs is not set, so the cost cannot be shown in pounds. Your provider’s price list says it.',
    cy: 'Nid yw pris tocyn wedi’i osod, felly ni ellir dangos y gost mewn punnoedd. Mae rhestr brisiau eich darparwr yn ei ddweud.',
  },
  'theming.short': {
    en: 'This is likely to stop before the end, because a run may cost no more than that. What is left keeps the suggestions made here.',
    cy: 'Mae’n debygol y bydd hyn yn stopio cyn y diwedd, oherwydd ni chaiff rhediad gostio mwy na hynny. Bydd yr hyn sydd ar ôl yn cadw’r awgrymiadau a wnaed yma.',
  },
  'theming.agree': {
    en: 'I agree that these responses are sent, and that it may cost up to {most}',
    cy: 'Rwy’n cytuno i’r ymatebion hyn gael eu hanfon, ac y gall gostio hyd at {most}',
  },
  'theming.agreeMissing': {
    en: 'Tick the box if you agree to the cost',
    cy: 'Ticiwch y blwch os ydych yn cytuno i’r gost',
  },
  'theming.stale': {
    en: 'The prices have been changed since this page was shown. Look at the cost again',
    cy: 'Mae’r prisiau wedi newid ers i’r dudalen hon gael ei dangos. Edrychwch ar y gost eto',
  },
  'theming.start': { en: 'Begin', cy: 'Dechrau' },
  'theming.whoMay': {
    en: 'A publisher can see what that would cost, and begin it.',
    cy: 'Gall cyhoeddwr weld faint fyddai hynny’n ei gostio, a’i ddechrau.',
  },
  'theming.started': { en: 'The reading has begun.', cy: 'Mae’r darlleniad wedi dechrau.' },
  'theming.unfinished': {
    en: 'Somebody else has begun a reading just now.',
    cy: 'Mae rhywun arall wedi dechrau darlleniad nawr.',
  },
  'theming.run.running': { en: 'A reading is under way', cy: 'Mae darlleniad ar y gweill' },
  'theming.run.paused': { en: 'A reading has been stopped', cy: 'Mae darlleniad wedi’i stopio' },
  'theming.read': {
    en: '{read, number} of {total, number} read',
    cy: '{read, number} o {total, number} wedi’u darllen',
  },
  'theming.soFar': {
    en: 'Cost so far: {cost} of at most {most}',
    cy: 'Cost hyd yma: {cost} o hyd at {most}',
  },
  'theming.held': {
    en: 'Up to {cost} more for calls that are under way or were never answered',
    cy: 'Hyd at {cost} yn fwy am alwadau sydd ar y gweill neu na chafodd ateb',
  },
  'theming.left': {
    en: '{count, plural, one {# response keeps} other {# responses keep}} the suggestions made here',
    cy: '{count, plural, one {Mae # ymateb yn} other {Mae # ymateb yn}} cadw’r awgrymiadau a wnaed yma',
  },
  'theming.refused': {
    en: '{count, plural, one {# answer was} other {# answers were}} not taken, because of words or themes that are not there',
    cy: '{count, plural, one {Ni dderbyniwyd # ateb} other {Ni dderbyniwyd # ateb}}, oherwydd geiriau neu themâu nad ydynt yno',
  },
  'theming.look': { en: 'Look again', cy: 'Edrych eto' },
  'theming.stop': { en: 'Stop', cy: 'Stopio' },
  'theming.goOn': { en: 'Go on', cy: 'Mynd ymlaen' },
  'theming.end': { en: 'End it here', cy: 'Ei orffen yma' },
  'theming.stopped': {
    en: 'Stopped. Calls that are under way still come to their end.',
    cy: 'Wedi stopio. Bydd galwadau sydd ar y gweill yn dod i ben o hyd.',
  },
  'theming.goesOn': {
    en: 'The reading goes on where it was.',
    cy: 'Mae’r darlleniad yn mynd ymlaen o’r lle yr oedd.',
  },
  'theming.ended': {
    en: 'Ended. What has been read stays.',
    cy: 'Wedi gorffen. Mae’r hyn a ddarllenwyd yn aros.',
  },
  'theming.earlier': { en: 'Earlier readings', cy: 'Darlleniadau cynharach' },
  'theming.began': { en: 'Began', cy: 'Dechreuodd' },
  'theming.how': { en: 'How it ended', cy: 'Sut y gorffennodd' },
  'theming.readHead': { en: 'Read', cy: 'Darllenwyd' },
  'theming.leftHead': { en: 'Left as they were', cy: 'Wedi’u gadael' },
  'theming.costHead': { en: 'Cost', cy: 'Cost' },
  'theming.atMostMore': { en: 'and at most {cost} more', cy: 'a hyd at {cost} yn fwy' },
  'theming.state.done': { en: 'To its end', cy: 'I’r diwedd' },
  'theming.state.cancelled': { en: 'Ended early', cy: 'Gorffen yn gynnar' },
  'theming.state.failed': { en: 'It could not be begun', cy: 'Ni ellid ei ddechrau' },
  'theming.reason.stopped': { en: 'Somebody stopped it.', cy: 'Stopiodd rhywun ef.' },
  'theming.reason.key': {
    en: 'The provider does not take the key. Whoever looks after this service must put it right.',
    cy: 'Nid yw’r darparwr yn derbyn yr allwedd. Rhaid i bwy bynnag sy’n gofalu am y gwasanaeth hwn ei chywiro.',
  },
  'theming.reason.provider': {
    en: 'The provider does not answer, or only with faults.',
    cy: 'Nid yw’r darparwr yn ateb, neu dim ond gyda gwallau.',
  },
  'theming.reason.quota': {
    en: 'The provider wants us to wait for a long time. Look at your quota there.',
    cy: 'Mae’r darparwr am i ni aros am amser hir. Edrychwch ar eich cwota yno.',
  },
  'theming.reason.refused': {
    en: 'The provider refuses what it is asked. The name of the model may be wrong.',
    cy: 'Mae’r darparwr yn gwrthod yr hyn a ofynnir iddo. Efallai fod enw’r model yn anghywir.',
  },
  'theming.reason.bound': {
    en: 'What was agreed to is spent.',
    cy: 'Mae’r hyn y cytunwyd arno wedi’i wario.',
  },
  'theming.reason.changed': {
    en: 'The themes, or the language model, its price or its address, have changed since this reading was agreed to. What was read before stays. A new reading must be agreed to.',
    cy: 'Mae’r themâu, neu’r model iaith, ei bris neu ei gyfeiriad, wedi newid ers y cytunwyd ar y darlleniad hwn. Mae’r hyn a ddarllenwyd o’r blaen yn aros. Rhaid cytuno ar ddarlleniad newydd.',
  },
} satisfies Record<string, Record<ConsoleLanguage, string>>;
