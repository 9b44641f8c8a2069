import { z } from 'zod';
import { templateNames } from '#domain/choices.ts';
import { languages } from '#domain/words.ts';

const remedy = 'write for example followUp.en=HX..., reminder.cy=HX...';

/** WHATSAPP_TEMPLATES: the Content SID of each approved template, by its kind and language. Absent: none. */
export const templates = z
  .string()
  .default('')
  .transform((written, context) => {
    const found: Record<string, string> = {};
    const parts = written.split(',').map((part) => part.trim());
    for (const part of parts.filter((one) => one !== '')) {
      const [key = '', sid = '', ...more] = part.split('=').map((half) => half.trim());
      const wrong = more.length > 0 ? 'has two equals signs' : flawOf(key, sid, found);
      if (wrong === null) found[key] = sid;
      else context.addIssue({ code: 'custom', message: `"${part}" ${wrong}; ${remedy}` });
    }
    return Object.freeze(found);
  });

function flawOf(key: string, sid: string, found: Record<string, string>): string | null {
  const [name, language, ...more] = key.split('.');
  if (!templateNames.some((known) => known === name))
    return `names no kind of template: it is one of ${templateNames.join(', ')}`;
  if (more.length > 0 || !languages.some((known) => known === language))
    return `names no language: it is one of ${languages.join(', ')}`;
  if (!/^HX[0-9a-fA-F]{32}$/.test(sid)) return 'has no Content SID: HX and 32 characters';
  return key in found ? 'is there twice' : null;
}
