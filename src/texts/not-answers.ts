import { normalise } from '#domain/normalise.ts';

const openQuote = '["\\u201c\\u201e\\u00ab\\u2018\']';
const closeQuote = '["\\u201d\\u201c\\u00bb\\u2019\']';
const quoted = `${openQuote}[\\s\\S]*${closeQuote}`;
const thing =
  '(?:an? (?:image|picture|photo|video|movie|attachment|audio message|voice message|sticker|link|contact|location))';

/**
 * What phones send as text when someone presses a reaction on one of our messages: Apple's tapbacks, on and off,
 * and the emoji reactions of iOS 18 and Google Messages. Always the verb, then our own words in quotes.
 */
const reaction = new RegExp(
  [
    `^(?:Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned) (?:${quoted}|${thing})$`,
    `^Removed (?:an? )?(?:like|heart|dislike|laugh|exclamation|question mark|[^"]{1,12}) (?:reaction )?from (?:${quoted}|${thing})$`,
    `^(?:Reacted|Reacted with) \\S{1,12} to (?:${quoted}|${thing})$`,
    `^(?:Removed )?[^\\p{L}\\p{N}"]{1,12}(?:to|from) ${quoted}$`,
  ].join('|'),
  'u',
);

/** Written by the phone or the mail server of someone who has not read our message yet. Over normalised words. */
const autoReply = new RegExp(
  [
    "^(?:sorry )?i'?m driving(?: (?:right )?now| at the moment)?(?: with (?:focus|do not disturb).*)?(?: (?:i'll|i will|ill) (?:see|get back|reply|respond|call|text|message).*)?$",
    "^i'?m not receiving notifications\\b.*$",
    '^(?:(?:this is an )?auto(?:matic|mated)?[ -]?(?:reply|response)|autoreply|out of office (?:auto ?reply|reply|message|response))\\b.*$',
    '^out of office$',
    "^(?:thank you for your (?:message|email|text) )?i(?:'m| am|'ll be| will be) (?:currently |now )?(?:out of (?:the |my )?office|away from (?:the|my) (?:office|desk)|on annual leave|on leave|on holiday)\\b.*\\b(?:until|return|back on|urgent|respond|reply|on my return)\\b.*$",
    "^rwy'?n gyrru(?: (?:nawr|rŵan|rwan|ar hyn o bryd))?$",
    '^(?:ymateb|ateb|neges) awtomatig\\b.*$',
    "^(?:diolch am eich neges )?(?:rwy'n|rydw i|rwyf|dw i|dwi|byddaf)(?: i)? (?:allan o'r swyddfa|ar wyliau|ar fy ngwyliau)\\b.*\\b(?:tan|nes|dychwelyd|nôl|ôl|frys)\\b.*$",
  ].join('|'),
  'u',
);

/**
 * Reactions, driving notices and out-of-office replies: kept, never taken as an answer, never answered.
 * An emoji alone is not one of them: a thumb can answer a question.
 */
export function isNotAnAnswer(text: string): boolean {
  const shown = text.replace(/[\u200a-\u200f\u2060\ufeff]/gu, '').trim();
  return reaction.test(shown) || autoReply.test(normalise(shown));
}
