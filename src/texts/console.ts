import { byHandTexts } from './console.byHand.ts';
import { casesTexts } from './console.cases.ts';
import { codebookTexts } from './console.codebook.ts';
import { deliveriesTexts } from './console.deliveries.ts';
import { errorTexts } from './console.errors.ts';
import { homeTexts } from './console.home.ts';
import { inviteTexts } from './console.invite.ts';
import { layoutTexts } from './console.layout.ts';
import { mediaTexts } from './console.media.ts';
import { missingTexts } from './console.missing.ts';
import { officersTexts } from './console.officers.ts';
import { outcomesTexts } from './console.outcomes.ts';
import { peopleTexts } from './console.people.ts';
import { queueTexts } from './console.queue.ts';
import { readTexts } from './console.read.ts';
import { redactionTexts } from './console.redaction.ts';
import { responsesTexts } from './console.responses.ts';
import { rightTexts } from './console.right.ts';
import { signInTexts } from './console.signIn.ts';
import { suggestedTexts } from './console.suggested.ts';
import { themesTexts } from './console.themes.ts';
import { themingTexts } from './console.theming.ts';
import { wordTexts } from './console.words.ts';
import { publicTexts } from './public.ts';

/** Every string on the console, the public page and the simulator, by language: a file for each page. */
export const consoleTexts = {
  ...layoutTexts,
  ...wordTexts,
  ...errorTexts,
  ...signInTexts,
  ...homeTexts,
  ...publicTexts,
  ...themesTexts,
  ...suggestedTexts,
  ...codebookTexts,
  ...themingTexts,
  ...outcomesTexts,
  ...deliveriesTexts,
  ...byHandTexts,
  ...responsesTexts,
  ...readTexts,
  ...redactionTexts,
  ...queueTexts,
  ...casesTexts,
  ...peopleTexts,
  ...mediaTexts,
  ...missingTexts,
  ...rightTexts,
  ...inviteTexts,
  ...officersTexts,
};
