import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#domain/words.ts';
import { parseFlow } from '#flow/load.ts';
import type { Flow } from '#flow/schema.ts';

const shipped = readFileSync(path.join(import.meta.dirname, '../../flows/high-street.yaml'), 'utf8');

const others: Partial<Record<Language, { title: string; ask: string; keyword: string }>> = {
  pl: {
    title: 'Wasza główna ulica',
    ask: 'Proszę opowiedzieć o swojej głównej ulicy. Jak się Państwo tam czują, co jest w niej złego, a co dobrego?',
    keyword: 'ulica główna',
  },
  ro: {
    title: 'Strada dumneavoastră principală',
    ask: 'Spuneți-ne despre strada dumneavoastră principală. Cum vă simțiți acolo, în piață și în oraș?',
    keyword: 'stradă',
  },
  bn: {
    title: 'আপনার হাই স্ট্রিট',
    ask: 'আপনার হাই স্ট্রিট সম্পর্কে আমাদের বলুন। সেখানে থাকতে আপনার কেমন লাগে?',
    keyword: 'রাস্তা',
  },
  ur: {
    title: 'آپ کی مرکزی سڑک',
    ask: 'ہمیں اپنی مرکزی سڑک (High Street) کے بارے میں بتائیں۔ وہاں 2 یا 3 گھنٹے گزارنا کیسا لگتا ہے؟',
    keyword: 'سڑک',
  },
};

/** The shipped flow about the high street, in English and Welsh, with whatever is to be different. */
export function highStreet(different: Partial<Flow> = {}): Flow {
  const parsed = parseFlow(shipped, 'flows/high-street.yaml');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { ...parsed.flow, ...different };
}

/** In six languages; not checked for what the linter asks of the texts that no poster shows. */
export function highStreetInSix(): Flow {
  const flow = highStreet({ languages: ['en', 'cy', 'pl', 'ro', 'bn', 'ur'] });
  const [first, ...rest] = flow.steps;
  if (first?.kind !== 'open') throw new Error('The first step is an open question.');
  const of = (key: 'title' | 'ask') =>
    Object.fromEntries(Object.entries(others).map(([language, words]) => [language, words[key]]));
  return {
    ...flow,
    title: { ...flow.title, ...of('title') },
    keywords: {
      ...flow.keywords,
      ...Object.fromEntries(Object.entries(others).map(([language, { keyword }]) => [language, [keyword]])),
    },
    steps: [{ ...first, ask: { ...first.ask, ...of('ask') } }, ...rest],
  };
}
