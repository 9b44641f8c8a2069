import { deleteMediaRows, forbidMedia } from '#store/media.ts';
import type { MediaDeps } from './deps.ts';
import { dropMedia } from './files.ts';

/**
 * Deletes all files of a resident, then their rows. Rows are taken from whoever is fetching just now first, so that
 * nothing is kept behind our back; killed half way, it can be run again.
 */
export async function removeMedia(
  { store, folder, channels }: Pick<MediaDeps, 'store' | 'folder' | 'channels'>,
  residentId: string,
): Promise<number> {
  const rows = await store.turn((tx) => forbidMedia(tx, residentId));
  for (const { id, channel, ref } of rows) {
    await dropMedia(folder, id);
    await channels.get(channel)?.forgetMedia?.(ref);
  }
  await store.turn((tx) => deleteMediaRows(tx, residentId));
  return rows.length;
}
