import type { Command } from './command.ts';
import { when } from './when.ts';

/**
 * Whole English messages that can be put in too many ways for a list. Each names us, our messages or what we hold,
 * because "forget the car park" and "tell me what you know" are answers.
 */

const please =
  "(?:(?:please|pls|plz|just|ok|okay|hi|hello|hey|no|and|but|so|sorry|actually|now|also|can|could|would|will|may|you|i|i'd|we|kindly|want|need|like|would like|demand|ask|to|must|let me|how do|how can|is it possible) )*";
const end =
  '(?: (?:please|pls|now|thanks|thank you|at all|any ?more|again|ever|anywhere|immediately|straight away|today|ok|okay|for good|completely|entirely|permanently))*';
const not =
  "(?:(?:please|ok|okay|actually|sorry|but|hi|hello|no|can you|could you|i(?:'d| would)? (?:want|like|prefer|ask) you|i(?:'d| would) rather you|i(?:'d| would) prefer it if you|you) )*(?:don't|do not|not|not to|never|didn't|did not|can't|cannot|can not|may not|must not|mustn't|shouldn't|won't|don't have (?:my )?permission to|do not have (?:my )?permission to|i (?:don't|do not) (?:want|agree for|consent for|give (?:you )?permission for) you to|(?:don't|do not) want you to)";

const thing =
  '(?:(?:personal|own|private|old|last|previous|whole|phone|mobile|contact) )*(?:data|info|information|details|messages?|texts?|answers?|responses?|repl(?:y|ies)|words|comments?|feedback|number|name|records?|history|conversation|stuff|profile|account)';
const mine = `(?:(?:all|any|of|the|both) )*my ${thing}(?: and (?:my )?${thing})?`;
const held =
  "(?:(?:all|any|every|the|of|bit|trace|thing|single) )*(?:everything|anything|all|whatever|what|data|info|information|details|records|messages|stuff|things)(?: (?:that|which))? (?:you|i)(?: have|'ve)? (?:hold|have|got|know|keep|kept|store|stored|collected|said|told|sent|wrote|written|texted|given|gave|typed|shared)(?: (?:you|us|to you))?(?: (?:on|about|of|for|from|so far))?(?: me)?";
const aboutMe =
  '(?:(?:all|any|the|of) )*(?:everything|anything|all|data|info|information|details|records|all data|all information) (?:on|about|of) me';
const ours =
  '(?: (?:from|off|out of|in|on) (?:(?:your|the|this|that|all|any|my) )*(?:systems?|databases?|records?|files?|lists?|computers?|servers?|phones?))?';
const erase =
  '(?:withdraw|take back|retract|delete|erase|remove|wipe|destroy|get rid of|scrub|clear|purge|forget|bin|rub out)';
const erased = '(?:deleted|erased|removed|wiped|destroyed|gone|forgotten|cleared)';

const words =
  "(?:my (?:(?:own|exact|actual) )*(?:words|answers?|comments?|quotes?|messages?|texts?|responses?|repl(?:y|ies)|feedback|story|stories)|(?:what|anything|everything|the things|any of what|things)(?: that)? (?:i|i've|i have) (?:said|say|wrote|written|told you|told|sent|sent you|texted|texted you|shared))";
/** What STATUS asks after. */
const said = `(?:${words}|my (?:suggestions?|ideas?|points?|complaints?|views?|opinions?)|it all|all this|all that)`;
const yet = '(?: (?:yet|so far|now|then|in the end|please|since))*';
const publish =
  '(?:use|publish|share|show|print|post|display|repeat|quote|include|put|put out|make|tell|pass on)';
const openly =
  '(?: (?:(?:to|with|in front of) (?:anyone|anybody|others|other people|the public|people|everyone|anyone else|others please)|public|publicly|in public|online|up|out|anonymously|anywhere|(?:in|on|for|to|from) (?:your|the|any|a) (?:website|site|web ?page|page|report|facebook|facebook page|social media|newsletter|leaflet|poster|publicity)|on (?:social media|facebook|twitter|the internet)))*';

const outcome =
  "(?:(?:about|with|on|when|once|if|of|for) )?(?:(?:the|any|any of the|more|about|it|this|that|these) ?)*(?:outcomes?|results?|updates?|follow ?ups?|news|feedback|decisions?|what (?:you|happens|happened|is|was|has|gets|they)(?: (?:been|have|did|do|decide|decided|done|changed|happens))*|you (?:have )?(?:decide|decided|know|did|do)|it is done|it's done|something (?:is|has been) (?:done|decided)|it|this|that)";

const who =
  '(?:(?:a|an|the|any|some|another|actual|real|live|proper|human|one of your|one of the|member of) )*(?:person|human|human being|someone|somebody|anyone|anybody|one of you|staff|staff member|council officer|officer)';

const earlier = '(?: (?:to|a|one|the|last|previous|question|step|before|by))';

const inLanguage = (name: string) =>
  `${please}(?:write|text|speak|talk|reply|message|answer|switch|change|use|read|have|get|see)(?: (?:to|with|me|this|it|them|everything|the|texts|messages|questions|language|in|into|to))* ${name}${end}`;

export const englishSentences: Partial<Record<Command, readonly string[]>> = {
  person: [
    `${please}(?:talk|speak|chat)(?: (?:to|with))? ${who}(?: real)?(?: (?:instead|about this|about it|in person|on the phone))?${end}`,
    `(?:is|are) there (?:${who}) (?:i|we) (?:can|could) (?:talk|speak|chat) (?:to|with)${end}`,
    `${please}(?:have|ask|get) (?:someone|somebody|a person|a human|anyone)(?: to)? (?:call|ring|phone|contact) me(?: back)?${end}`,
    `(?:can|could|will|would) (?:someone|somebody|a person|anyone) (?:please )?(?:call|ring|phone|contact) me(?: back)?${end}`,
  ],
  wrongNumber: [
    "(?:(?:sorry|hi|hello|no|i|i'm|think|believe|reckon|afraid|it looks like|looks like|it seems|seems|but|that) )*(?:you|you've|you have|this is|that's|it's|you must have|you may have|you might have|you are|you're)(?: (?:got|have|texted|texting|messaged|messaging|contacted|contacting|rung|sent this to|sending this to|using))* (?:the |a )?wrong (?:number|person|phone|one|phone number)(?: (?:mate|pal|love|sorry|i think|i'm afraid|there|here|for (?:him|her|them|that)))*",
    "(?:sorry )?(?:this|it|that) (?:isn't|is not|is no longer|wasn't|ain't) (?:her|his|their|that person's) (?:number|phone|mobile)(?: (?:now|anymore|any more))?",
    "(?:sorry )?(?:he|she|they) (?:doesn't|does not|no longer|don't|do not) (?:have|has|use|uses|own|owns) this (?:number|phone|mobile)(?: (?:now|anymore|any more))?",
    "(?:sorry )?(?:this number|this phone|it|this) (?:now )?(?:belongs to (?:someone|somebody) else|is (?:someone|somebody) else's(?: (?:number|phone))?)(?: now)?",
  ],
  later: [
    `(?:maybe |i'll answer |i will answer |i'll do it |do it |not now )?later(?: on)?(?: (?:please|maybe))? ${when.en}${end}`,
    `later(?: (?:today|on|in the day|(?:in )?(?:this|the) week|\\d{1,2}))${end}`,
    `(?:(?:please|pls|can|could|will|would|you|no|not now|sorry|busy|but|ok|so|maybe|i'm busy|just) )*(?:ask|text|message|msg|remind|try|catch|contact|prompt|nudge|ask it|send it to|send this to|get back to|come back to)(?: me| this| it| that| us)*(?: (?:again|back|this|about this|then))*(?: (?:later|later on|another (?:day|time)|some other (?:day|time)|${when.en}))+${end}`,
    `(?:please )?(?:don't|do not|stop) (?:ask|asking|text|texting|message|messaging|remind|reminding)(?: me)?(?: again)? (?:until|till|til|before) ${when.en}${end}`,
    `(?:(?:not now|sorry|no|can) )*(?:i'll answer|i will answer|i'll reply|i'll do it|i will do it|i'll do this|can i answer|can i reply|can i do (?:it|this)|not until) ${when.en}${end}`,
    `come back(?: to (?:me|this|it))?(?: later)?(?: ${when.en})?${end}`,
  ],
  questions: [
    `${please}(?:see|have|get|send|show|read|list|give)(?: me| us)?(?: (?:all|of|the|your|other|remaining|rest of the))* questions(?: (?:first|beforehand|before i (?:start|answer|begin)|in advance|in one go|all at once|at once|up ?front|to look at))*${end}`,
  ],
  skip: [
    "(?:(?:i|sorry|well|ok) )*(?:don't know|dunno|no idea|not sure|don't mind|nothing|n a)(?: (?:so|just|let's|please))* (?:skip|next|pass)(?: (?:it|this|that|one|question|please))*",
    `${please}(?:skip|miss out|leave out|pass on|move on from|move on to|go on to|go to|jump to|get|have)(?: (?:this|that|to|the|past|over))* (?:(?:this|that|next|one|question|last) ?)+${end}`,
  ],
  back: [
    `(?:(?:oops|whoops|oh|wait|no|sorry) )*${please}(?:go|move|take me) (?:back|to previous|to the previous)${earlier}*${end}`,
    // "Sorry, back now" and "I need to get back" are about the person who writes.
    `(?:(?:oops|whoops|oh|wait|no|sorry) )*${please}(?:get )?(?:back|to previous|to the previous)${earlier}+${end}`,
  ],
  status: [
    `(?:(?:so|hi|hello|and|please|can you tell me|do you know|i want to know|just wondering|wondering) )*what(?:'s| is| has| have| was| did| are)?(?: (?:you|they|ever|actually|been|being|the council))* (?:happened|happening|happen|become|became|come|came|done|do|doing|did)(?: (?:to|with|about|of|out of))+ ${said}${yet}`,
    `(?:(?:so|hi|hello|and|please) )*(?:has|have|did|does|do|will|is|are) (?:you|anyone|anybody|someone|somebody|staff|they|the council) (?:actually |ever |even )?(?:read|reading|seen|see|look(?:ed)? at|got|get|received?|done anything (?:about|with)|do anything (?:about|with)|doing anything (?:about|with)|act(?:ed)? on|going to do anything (?:about|with)) ${said}${yet}`,
    `(?:(?:so|hi|hello|and|please|is there|are there|do you have|have you got) )*(?:any|an|the) (?:news|updates?|progress|decisions?|outcome|results?) (?:on|about|for|with|from|of) ${said}${yet}`,
  ],
  myData: [
    "(?:(?:please|can|could|you|will|tell|show|send|give|me|i|i'd|want|would|like|need|know|to|demand|see|ok|hi|hello) )*(?:what|which)(?: (?:personal|data|info|information|details|records|stuff|things|messages|else|all))* (?:do|have|does|are|you) (?:you )?(?:know|hold|holding|have|got|keep|kept|keeping|store|stored|storing|collected|saved)(?: (?:got|kept|stored|saved))? (?:about|on|of|for|from) me" +
      end,
    `${please}(?:see|have|get|access|view|read|request|download|show|send|give|know)(?: me)?(?: (?:a|copy|copies|of|all|the|any))* (?:my (?:personal |own )?(?:data|info|information|details|records|file)|(?:everything|all|what|anything|data|info|information|the data|the information)(?: that)? you(?:'ve| have)? (?:know|hold|have|got|keep|kept|store|stored|collected)(?: got)? (?:on|about|of|for) me)${end}`,
    `${please}(?:a )?copy of (?:all )?(?:of )?my (?:personal )?(?:data|information|details|records)${end}`,
    `(?:i(?:'d| would)? (?:want|like) to )?make a (?:subject access|data|data subject access) request`,
  ],
  forgetMe: [
    `${not} (?:keep|store|hold|save|use|process) my (?:(?:personal|own|private) )?(?:data|info|information|details|number)${end}`,
    `${please}stop (?:keeping|storing|holding|using|processing|saving) my (?:(?:personal|own|private) )?(?:data|info|information|details|number)${end}`,
    `(?:stop(?: texting me| messaging me)?(?: and)? )?${please}${erase} (?:${mine}|${held}|${aboutMe}|me)(?: you(?:'ve| have)? (?:have|hold|got|keep|kept|stored?)(?: (?:on|about|of) me)?)?${ours}${end}`,
    `${please}(?:have|get)? ?(?:${mine}|${held}|${aboutMe}|everything)(?: you(?: have|'ve)? (?:hold|have|got|keep))?(?: to be)? ${erased}${ours}${end}`,
    `(?:please )?(?:can|could) (?:${mine}|${held}|${aboutMe})(?: please)? be ${erased}${ours}${end}`,
    `(?:(?:i|please|want|would|like|wish|ask|i'd|to) )*(?:use|exercise|invoke|my) (?:my )?right (?:to be forgotten|to erasure|of erasure)${end}`,
    `(?:(?:i|i'd|would|want|like|wish|please|to) )*be (?:forgotten|erased|deleted)${ours}${end}`,
    `${please}forget (?:about )?me and (?:everything|all|anything)(?: that)? (?:i|i've|i have) (?:said|told you|sent|sent you)${end}`,
  ],
  noQuote: [
    `${not} quote (?:me|${words})${openly}${end}`,
    `${not} ${publish} ${words}${openly}${end}`,
    `(?:(?:please|actually|sorry|but|no) )*(?:i|i'd|i would) (?:don't|do not|rather not|prefer not to|no longer|didn't|never)(?: (?:want|wish|agreed|agree|consent|like))?(?: to)? (?:be|being|be being)? ?quoted${openly}${end}`,
    `(?:i|we) (?:don't|do not|no longer) (?:want|wish)(?: for)? ${words} (?:(?:to|be|being|made|put|going|to go) )*(?:used|published|shared|shown|quoted|public|printed|posted|repeated|on|up|out)${openly}${end}`,
    `(?:i|we) (?:don't|do not|no longer) (?:want|wish)(?: for)? ${words}(?: (?:to|be|being|going|go|put))* (?:on|in) (?:your|the|any|a) (?:website|site|web ?page|page|report|newsletter|leaflet|poster)${end}`,
    `(?:(?:please|actually|sorry|hi|i've|i have|i) )*(?:changed|change|changing) my mind about (?:(?:you|being|the|my|letting you|your|showing|sharing|using|publishing) )*(?:quotes?|quoted|quoting(?: me)?|use my words|using my words|words|share my words|show my words|shown|published)${end}`,
    `${please}(?:take down|take|remove|delete|withdraw|pull) my quotes?(?: (?:down|off|back|away))?${openly}${ours}${end}`,
    `${please}keep ${words} (?:private|secret|confidential|to yoursel(?:f|ves)|between us)${end}`,
    `(?:(?:i|please|want|to|would|like|i'd) )*(?:withdraw|take back|revoke|cancel|remove) (?:my )?(?:consent|permission|agreement) (?:(?:to|for|about|you|be|being|my|of|use|using|the|show|showing|share|sharing|publish|publishing) )*(?:quotes?(?: me)?|quoted|quoting(?: me)?|words)${end}`,
    `${not} ${publish} my name${openly}${end}`,
    `${please}keep (?:this|all this|all of this|what i said) (?:private|secret|confidential|to yoursel(?:f|ves)|between us)${end}`,
  ],
  noHearBack: [
    `(?:(?:please|actually|sorry|but|no) )*(?:i|we) (?:don't|do not|no longer|don't really) (?:want|need|wish)(?: (?:any|more|the|your|to get|to have|to receive))* (?:updates|follow ?ups?)${end}`,
    `${not} (?:tell|message|text|contact|write to|update|inform|bother|notify|let|send)(?: me)?(?: know)? ${outcome}${end}`,
    `${not} (?:(?:want|wish|need|care) )?(?:to )?(?:hear back|get back to me|report back|come back to me|follow ?up|keep me (?:updated|posted|informed))(?: (?:from you|about (?:it|this|that|the outcome)|on this|with me|with (?:the )?(?:results?|outcome)))*${end}`,
    `(?:(?:please|actually|sorry|but|no|thanks) )*(?:i|we) (?:don't|do not|no longer|didn't|don't really) (?:want|wish|need|care|ask) to (?:hear(?: (?:back|more))?|know|be told|be updated|be informed|get|receive) ?${outcome}${end}`,
    `(?:(?:please|actually|sorry|but|no|thanks) )*(?:i|we) (?:don't|do not|no longer|don't really) (?:want|wish|need) to (?:hear back|be updated|be kept informed|be kept updated|know what happens)(?: from you)?${end}`,
    `(?:(?:please|actually|sorry) )*(?:i'd|i would) (?:rather|prefer) not (?:to )?(?:hear back|know|be told|be updated)(?: ${outcome})?${end}`,
    `(?:there is |there's |you have )?no need to (?:get back to me|let me know|tell me|update me|keep me updated|keep me posted|report back|follow ?up)(?: (?:${outcome}))?${end}`,
    `(?:(?:please|actually|sorry|hi|i've|i have|i) )*(?:changed|change) my mind about (?:hearing back|hearing from you|being told|the outcome|the follow ?ups?|updates|getting updates|being updated|being messaged)${end}`,
    `(?:(?:i|please|want|to) )*(?:withdraw|take back) (?:my )?(?:consent|permission) (?:to|for) (?:hear(?:ing)? back|follow ?ups?|updates)${end}`,
  ],
  link: [
    `${please}(?:link|join|connect|add|put together) (?:up )?(?:(?:my|this|the|another|other|both|two|second|new|work|old|to|with|and) )*(?:phones?|mobiles?|numbers?|accounts?|whatsapp|telegram)(?: (?:(?:and|with|to|my|this|the|other|one|phone|number|whatsapp|telegram|sms|texts?|together|up|too|as well) ?)+)?${end}`,
    `(?:(?:hi|hello|and|but|also) )*(?:i|i've|i have|i'm|i am) (?:also|sometimes) (?:use|using|got|have|on|text from|write from|message from)(?: (?:you|on|from|a|an|my|another|other|second|work))* (?:whatsapp|telegram|teams|sms|text|texts|web ?chat|phone|mobile|number)(?: (?:too|as well|to write to you))?${end}`,
    `(?:i'm|i am|it's|it is|this is|we are) (?:still )?the same person(?: (?:as|who|that|on|from|wrote|you) .{1,40})?${end}`,
  ],
  english: [inLanguage('english')],
  cymraeg: [inLanguage('welsh')],
  polski: [inLanguage('polish')],
  romana: [inLanguage('romanian')],
  bangla: [inLanguage('(?:bengali|bangla)')],
  urdu: [inLanguage('urdu')],
};
