import { type Activity, ConversationState, MemoryStorage, TestAdapter, type TurnContext } from 'botbuilder';
import {
  DialogSet,
  DialogTurnStatus,
  type PromptValidator,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStep,
} from 'botbuilder-dialogs';
import type { Contender, Message } from './contender.ts';
import { firstChoice, type Script, yes } from './conversation.ts';

/**
 * A waterfall of text prompts, each resident in a conversation of their own, the dialog's state in memory storage after
 * each turn. Text prompts, because the choice and confirm prompts bring recognisers that would cost it a lot.
 */
export function botbuilder(script: Script): Contender {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = dialogsOf(script, state);
  const adapter = new TestAdapter(async (context) => {
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog('conversation');
    await state.saveChanges(context);
  });
  return {
    name: 'botbuilder-dialogs waterfall',
    async hear(resident, message) {
      await adapter.processActivity(activityOf(resident, message));
      return adapter.getNextReply()?.text ?? '';
    },
  };
}

function dialogsOf(script: Script, state: ConversationState): DialogSet {
  const ask =
    (question: string, prompt: string, again = prompt): WaterfallStep =>
    (step) => {
      keep(step);
      return step.prompt(question, { prompt, retryPrompt: again });
    };
  return new DialogSet(state.createProperty('dialogs'))
    .add(new TextPrompt('open'))
    .add(new TextPrompt('consent', isOrSecondTry(yes)))
    .add(new TextPrompt('choice', isOrSecondTry(firstChoice)))
    .add(
      new WaterfallDialog('conversation', [
        ask('open', script.greeting),
        ask('open', script.good),
        ask('open', script.change),
        ask('consent', script.hearBack, script.hearBackAgain),
        ask('choice', script.live, script.liveAgain),
        async (step) => {
          keep(step);
          await step.context.sendActivity(script.thanks);
          return step.endDialog();
        },
      ]),
    );
}

/** Remembers the message that answered the question before this one. */
function keep(step: { index: number; values: object; context: TurnContext }): void {
  if (step.index > 0) Object.assign(step.values, { [step.index]: step.context.activity.id });
}

const isOrSecondTry =
  (expected: string): PromptValidator<string> =>
  async ({ recognized, attemptCount }) =>
    recognized.value?.toLowerCase() === expected || attemptCount > 1;

function activityOf(resident: number, { id, text }: Message): Partial<Activity> {
  const who = `resident-${resident}`;
  return {
    type: 'message',
    id,
    text,
    conversation: { isGroup: false, id: who, name: who, conversationType: 'personal' },
    from: { id: who, name: who },
  };
}
