import { say, type Turn } from './turn.ts';
import { ofFlow, system } from './voice.ts';

/** Hands out words that can be sent on to somebody else, in a message of their own. */
export function invite(turn: Turn): void {
  const { flow, moment } = turn;
  say(turn, system(turn, 'resident.inviteIntro'));
  const key = moment.ourNumber === null ? 'resident.invite' : 'resident.inviteTo';
  const invitation = system(turn, key, (language) => ({
    title: ofFlow(turn, flow.title, language),
    keyword: (flow.keywords[language] ?? flow.keywords.en ?? [])[0]?.toUpperCase() ?? flow.id.toUpperCase(),
    number: moment.ourNumber ?? '',
  }));
  say(turn, invitation, { alone: true });
}
