import { languages, type Voice, voices } from '#domain/words.ts';
import { readCodebook, type WrittenTheme } from '#flow/read-codebook.ts';
import { writeCodebook } from '#flow/write-codebook.ts';
import type { LineProblem } from '#review/csvRows.ts';
import { fileText } from '#review/fileText.ts';
import type { Theme } from '#store/codebook.ts';
import type { FileTheme } from './importCodebook.ts';
import { oneLine, tidy } from './words.ts';

type Texts = { [voice in Voice]?: string | undefined };

/** The themes in use, as a flow's file holds them. */
export function codebookYaml(themes: readonly Theme[]): string {
  return writeCodebook(themes.filter(({ state }) => state === 'active').map((theme) => flowThemeFrom(theme)));
}

function flowThemeFrom({ key, name, definition, includes, excludes, examples }: Theme): WrittenTheme {
  const some = (part: 'includes' | 'excludes', texts: Texts) =>
    Object.keys(written(texts)).length === 0 ? {} : { [part]: written(texts) };
  const lists = languages.flatMap((language) => {
    const lines = (examples[language] ?? []).map(oneLine).filter((line) => line !== '');
    return lines.length === 0 ? [] : [[language, lines] as const];
  });
  return {
    id: key,
    name: written(name),
    definition: written(definition),
    ...some('includes', includes),
    ...some('excludes', excludes),
    ...(lists.length === 0 ? {} : { examples: Object.fromEntries(lists) }),
  };
}

function written(texts: Texts): Texts {
  const some = voices.map((voice) => [voice, tidy(texts[voice] ?? '')] as const);
  return Object.fromEntries(some.filter(([, words]) => words !== ''));
}

/** Reads the codebook of a flow file, or one alone. A theme in it is in use, and is all that the file says of it. */
export function readCodebookYaml(file: Buffer, problems: LineProblem[]): FileTheme[] {
  const source = fileText(file);
  if (source === null) {
    problems.push({ line: 1, column: null, text: 'The file is not UTF-8.' });
    return [];
  }
  const read = readCodebook(source, 'codebook');
  if (!Array.isArray(read)) {
    for (const { line, what, fix } of read.problems)
      problems.push({ line, column: null, text: `${what[0]?.toUpperCase()}${what.slice(1)}: ${fix}.` });
    return [];
  }
  return read.map(({ line, theme: { id, includes = {}, excludes = {}, ...theme } }) => ({
    line,
    key: id,
    state: 'active',
    parts: { includes, excludes, name: theme.name, definition: theme.definition, examples: theme.examples },
    whole: true,
  }));
}
