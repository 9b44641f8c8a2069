import type { TemplateWords } from '#domain/choices.ts';
import { type Language, nameIn, type Organisation } from '#domain/words.ts';
import type { Flow } from '#flow/schema.ts';
import { languagesFor } from '#loop/recall.ts';

/** A reminder as what fills a template, for a channel that lets nothing else through after some days. */
export function reminderTemplates(
  flow: Flow,
  organisation: Organisation,
  chosen: Language | null,
): TemplateWords[] {
  const wanted = [...new Set<Language>([...languagesFor(chosen, flow), 'en'])];
  return wanted.flatMap((language): TemplateWords[] => {
    const about = flow.title[language];
    if (!about) return [];
    return [{ name: 'reminder', language, variables: [nameIn(organisation, language), about] }];
  });
}
