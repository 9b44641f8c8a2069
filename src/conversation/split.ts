/** A text in pieces that a channel can carry, cut between paragraphs, sentences or words; nothing is lost but the space cut at. */
export function split(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cut(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest);
  return pieces;
}

function cut(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const boundary of ['\n\n', '\n', '. ', ' ']) {
    const at = head.lastIndexOf(boundary);
    if (at > most / 3) return at + boundary.trimEnd().length || at;
  }
  // One endless word: never between the two halves of a character.
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code < 0xdc00 ? most - 1 : most;
}
