import { kindOf } from '#media/kinds.ts';
import type { ListedMedia } from '#store/media-read.ts';

/** A file as a page shows it: how it is met, and what an officer may still do. */
export function listen(media: ListedMedia) {
  const sort = kindOf(media.contentType)?.sort ?? guess(media.contentType);
  const speaks = sort === 'sound' || sort === 'film';
  const isOpen = media.transcript === null && media.seenAt === null;
  return {
    ...media,
    sort,
    mayWrite: media.state === 'stored' && speaks && media.transcript === null,
    mayDismiss: media.state !== 'waiting' && isOpen,
  };
}

/** Of what was not kept only its provider has said what it is. */
function guess(contentType: string | null) {
  if (contentType?.startsWith('image/')) return 'picture';
  if (contentType?.startsWith('audio/')) return 'sound';
  if (contentType?.startsWith('video/')) return 'film';
  return 'paper';
}
