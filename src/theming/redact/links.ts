import type { Span } from '#theming/evidence.ts';

const link =
  /(?:https?:\/\/|(?<![\p{L}\p{N}.@])www\.)[^\s<>"]+|(?<![\p{L}\p{N}.@/-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\/[^\s<>"]+/giu;
const trailing = /[.,;:!?)\]}'*_]+$/;
/** Where a path names a person, a place on a map or a single document, whatever it looks like. */
const personal =
  /^(?:[a-z-]+\.)*(?:facebook|fb|instagram|twitter|x|tiktok|linkedin|snapchat|threads|nextdoor|vk|youtube|youtu|bit|t|tinyurl|goo|w3w|what3words|wa|linktr)\.[a-z]{2,3}$/i;
const handle = /^[@~]/;

/** Links that lead to one person's things: with an id or a token, a question, or a person's page. Others stay. */
export function linksIn(text: string): Span[] {
  return [...text.matchAll(link)].flatMap(({ 0: found, index }) => {
    const words = found.replace(trailing, '');
    return leadsToSomebody(words) ? [{ start: index, end: index + words.length }] : [];
  });
}

/** Longer than anybody types: what is in it is not looked at. */
const LONG = 2000;

function leadsToSomebody(link: string): boolean {
  if (link.length > LONG) return true;
  const rest = link.replace(/^https?:\/\//i, '');
  const [host = '', ...path] = rest.split(/[/?#]/);
  if (/[@]/.test(host) || asksForOne(rest)) return true;
  const parts = path.filter((part) => part !== '');
  if (parts.length > 0 && personal.test(host)) return true;
  return parts.some((part) => handle.test(part) || isId(part));
}

/** What is asked for in a list of pages is nobody's. */
const harmless = /^(?:page|p|lang|language|tab|sort|year|category|utm_[a-z]+)=/i;

function asksForOne(link: string): boolean {
  const asked = link.split(/[?#&]/).slice(1);
  return asked.some((part) => part.includes('=') && !harmless.test(part));
}

/** "town-centre-2025" is a page; "1a2B3c4D5e" is somebody's. */
function isId(part: string): boolean {
  if (/\d{5,}/.test(part)) return true;
  return part
    .split(/[-._]/)
    .some((piece) => piece.length >= 8 && /\p{L}/u.test(piece) && (piece.match(/\d/g)?.length ?? 0) >= 3);
}
