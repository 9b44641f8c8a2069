import { kindOf } from './kinds.ts';

/** What file-type calls things, where we call them otherwise. A GIF is kept as a PNG of its first frame. */
const ours: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  // Recorders make no other WebM; a player finds the picture where there is one.
  'video/webm': 'audio/webm',
};

/**
 * What a file is by its bytes, as one of the content types that are kept or image/gif; null for everything else.
 * What a provider, a name or a header says is not asked.
 */
export async function sniff(bytes: Buffer): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return isPlainText(bytes) ? 'text/plain' : null;
  const contentType = ours[found.mime] ?? found.mime;
  return contentType === 'image/gif' || kindOf(contentType) !== null ? contentType : null;
}

/** Words and nothing else: UTF-8, no control characters, and nothing that a browser or a shell would take for more. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !control.test(text) && !markup.test(text) && !text.startsWith('#!');
  } catch {
    return false;
  }
}

const control = /[^\P{Cc}\t\n\f\r]/u;
const markup = /<\s*[a-z!?/]/i;
