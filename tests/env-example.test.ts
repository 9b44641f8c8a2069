import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '#config.ts';

const source = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8');
const example = parseEnv(source);

describe('.env.example', () => {
  it('lists every setting that the product reads, and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
  });

  it('says what each is in a sentence right above it', () => {
    const lines = source.split('\n');
    const unexplained = lines.filter(
      (line, at) => /^[A-Z]/.test(line) && !/^# .+\.$/.test(lines[at - 1] ?? ''),
    );
    expect(unexplained).toEqual([]);
  });

  it('shows what the product uses by itself: copied as it is, it changes nothing', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });
});
