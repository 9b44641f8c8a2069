/** The same call at a proxy that stands in for Twilio's API: TWILIO_API_BASE_URL, which may have a path of its own. */
export function rebased(url: string, baseUrl: string): string {
  const { pathname, search } = new URL(url);
  return baseUrl.replace(/\/+$/, '') + pathname + search;
}
