import { bare } from './as-compared.ts';

/**
 * Whole sentences that can only mean "stop writing to me". Each must name us, our messages or our list:
 * "stop the parking outside school" is an answer, "stop texting me" is not.
 */

const lead =
  "(?:(?:please|just|ok|okay|no|hi|hello|look|sorry but|can you|could you|would you|will you|i want you to|i'd like you to|i would like you to) )*";
const tail =
  '(?: (?:now|please|again|anymore|any more|any further|immediately|at once|thanks|thank you|for good))*';
const us = '(?: (?:me|us|this number|my number|my phone))?';
const messages = '(?:texts?|text messages?|messages?|msgs?|sms|txts?)';
const which = '(?:(?:me|us|these|those|any|more|any more|your|the|all|all the|all these) )*';

const negeseuon = '(?:(?:mwy|rhagor)(?: o)? )?(?:negeseuon|neges|[td]ecsts?|[td]ecstiau)(?: testun)?';
const ata =
  '(?: (?:ata i|ataf|ataf i|atom|â mi|â fi|a mi|a fi|gyda mi|efo fi|i mi|fi|mi|ni|eto|mwy|rhagor|nawr|rwan|rŵan|plîs|plis))*';

const sentences = [
  `${lead}stop (?:it|now|this now|this please|it now|${which}${messages})${tail}`,
  `${lead}(?:stop|quit|cease) (?:texting|messaging|contacting|bothering|spamming|pestering|harassing|writing to|sending)${us}${tail}`,
  `${lead}stop asking (?:me|us)(?: (?:any |these |your |all these |so many |more )*questions)?${tail}`,
  `${lead}stop sending ${which}(?:${messages}|things|stuff)(?: to me| to us| to this number)?${tail}`,
  `${lead}(?:don't|dont|do not|never) (?:text|message|contact|write to|msg|txt)${us}${tail}`,
  `${lead}(?:don't|dont|do not) send ${which}${messages}${tail}`,
  `${lead}no more ${messages}${tail}`,
  `${lead}(?:take|remove|get) (?:me|us|my number|this number) (?:off|from|out of) (?:your|the|this|that|all) (?:mailing |contact |text |phone )?(?:lists?|system|database|contacts|records)${tail}`,
  `${lead}(?:i |we )?(?:don't|dont|do not|no longer) (?:want|wish|need) (?:to (?:get|receive|have) )?${which}${messages}(?: from you)?${tail}`,
  `${lead}(?:i|we)(?: want| wish| would like|'d like) (?:you )?(?:to )?(?:stop|unsubscribe|opt out|be removed|be taken off)(?: (?:from |of )?(?:this|these|your list|the list|your texts|these texts))?${tail}`,
  `${lead}(?:leave me alone|leave us alone|unsubscribe me|opt me out|sign me out|stop contact)(?: (?:from|of|out of) (?:this|these|your list))?${tail}`,

  `${lead}(?:i |we )?(?:don't|do not|no longer) (?:want|wish) to (?:hear from you|be contacted|be texted|be messaged|get texted|talk to you)${tail}`,
  `${lead}(?:i |we )?(?:don't|do not|no longer) (?:want|wish) (?:you )?(?:to )?(?:text|message|contact|write to)(?:ing)? ${us.trim()}${tail}`,
  `${lead}(?:go away|get lost|lose my number|lose this number|fuck off|piss off|bugger off)${tail}`,
  `stop(?: (?:now|right now|right away|straight away|immediately|already|ok|i said|i mean it|asap))+`,

  `(?:stop{2,}|sto{3,}p+)(?: sto+p+)*`,
  // And why: an opt-out with a reason is one too.
  `${lead}stop(?: (?:please|pls|thanks|thank you|now|ok|sorry|texting|messaging|it|because|as|cos|i'm|i am|i have|i've|this is|it's))* (?:not interested|had enough|not for me|not well|too busy|too old|i don't want (?:this|these|it|any more|to do this|to take part)|i never (?:signed up|asked)(?: (?:for|to) (?:this|these|it))?|never (?:signed up|asked)(?: (?:for|to) (?:this|these|it))?)${tail}`,

  // Welsh, with and without the mutations and circumflexes that people leave out on a phone.
  `(?:peidiwch|paid|peidio)(?: (?:â|a|ag))? (?:(?:th|t|d)ecstio|ch?ysylltu)${ata}`,
  `(?:peidiwch|paid|peidio)(?: (?:â|a|ag))? (?:anfon|danfon|gyrru|hala)(?: ${negeseuon})?${ata}`,
  `(?:stopiwch|stopia|stopio|rhowch y gorau i|rhowch gorau i) (?:(?:anfon|danfon|gyrru|yrru|hala) )?(?:y )?${negeseuon}${ata}`,
  `(?:stopiwch|stopia|stopio|rhowch y gorau i|rhowch gorau i) (?:[td]ecstio|[cg]?ysylltu|anfon|danfon)${ata}`,
  `dim ${negeseuon}${ata}`,
  "(?:tynnwch|cymerwch|dilëwch) (?:fi|fy enw|fy enw i|fy rhif|fy rhif i) (?:oddi ar|o) ?(?:eich|y|ych|'ch)? ?(?:rhestr|rhestri|system)",
  `(?:dw i|dwi|rwyf|rydw i|rwy) (?:ddim|ddim yn) (?:eisiau|isio|moyn|am gael) (?:(?:eich|y|unrhyw) )?${negeseuon}(?: gennych(?: chi)?)?`,
  '(?:gadewch|gad|gadwch) (?:lonydd i (?:mi|fi|ni)|fi lonydd|fi fod)',
];

const stop = new RegExp(`^(?:${bare(sentences.join('|'))})$`, 'u');

/** Takes a message as it is compared, without its courtesies. */
export function isStopSentence(compared: string): boolean {
  return stop.test(compared);
}
