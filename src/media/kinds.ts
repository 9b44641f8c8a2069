/** How a file is met: looked at, listened to, watched, or downloaded to be read. */
type Sort = 'picture' | 'sound' | 'film' | 'paper';

interface Kind {
  sort: Sort;
  extension: string;
}

/**
 * All that is kept, by content type. HEIC is left out because what is in it cannot be re-encoded without its metadata
 * here; office files because they are archives that may hold anything; SVG and HTML because they run.
 */
const kinds = new Map<string, Kind>([
  ['image/jpeg', { sort: 'picture', extension: 'jpg' }],
  ['image/png', { sort: 'picture', extension: 'png' }],
  ['image/webp', { sort: 'picture', extension: 'webp' }],
  ['audio/mpeg', { sort: 'sound', extension: 'mp3' }],
  ['audio/mp4', { sort: 'sound', extension: 'm4a' }],
  ['audio/ogg', { sort: 'sound', extension: 'ogg' }],
  ['audio/amr', { sort: 'sound', extension: 'amr' }],
  ['audio/wav', { sort: 'sound', extension: 'wav' }],
  ['audio/webm', { sort: 'sound', extension: 'webm' }],
  ['video/mp4', { sort: 'film', extension: 'mp4' }],
  ['video/3gpp', { sort: 'film', extension: '3gp' }],
  ['application/pdf', { sort: 'paper', extension: 'pdf' }],
  ['text/plain', { sort: 'paper', extension: 'txt' }],
]);

export function kindOf(contentType: string | null): Kind | null {
  return kinds.get(contentType ?? '') ?? null;
}
