/** A number as people in the United Kingdom write it: 07700 900000. A blank in it never ends a line. */
export function numberInWords(number: string): string {
  const national = /^\+44(\d+)$/.exec(number)?.[1];
  if (national === undefined) return number;
  const groups = /^(2\d)(\d{4})(\d{4})$|^(1\d1|11\d|[389]\d\d)(\d{3})(\d{4})$|^(\d{4})(\d+)$/
    .exec(national)
    ?.slice(1);
  return `0${groups?.filter((group) => group !== undefined).join('\u00a0') ?? national}`;
}
