interface Span {
  startAt: number | null;
  endAt: number | null;
}

/** A response cut where evidence begins and ends; spans that overlap are marked as one. Joined again it is the whole text. */
export function segments(text: string, spans: Span[]): { text: string; marked: boolean }[] {
  const marks = spans
    .flatMap(({ startAt, endAt }) => (startAt === null || endAt === null ? [] : [{ startAt, endAt }]))
    .filter(({ startAt, endAt }) => startAt >= 0 && startAt < endAt && endAt <= text.length)
    .sort((one, other) => one.startAt - other.startAt);
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { startAt, endAt } of marks) {
    if (endAt <= at) continue;
    if (startAt > at) parts.push({ text: text.slice(at, startAt), marked: false });
    const last = parts.at(-1);
    const marked = text.slice(Math.max(startAt, at), endAt);
    if (last?.marked === true) last.text += marked;
    else parts.push({ text: marked, marked: true });
    at = endAt;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
