/** PostgreSQL stores neither NUL nor half of a surrogate pair; SQLite would, so both get the same text. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
