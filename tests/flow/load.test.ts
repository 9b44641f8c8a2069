import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadFlows } from '#flow/load.ts';
import { FlowError } from '#flow/problems.ts';
import { flowOf, good } from './good-flow.ts';

test('a good flow is read whole', () => {
  expect(flowOf(good).steps.map(({ id }) => id)).toEqual(['first', 'how', 'by-how', 'bus', 'thanks']);
});

describe('a folder of flows', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flows-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const put = (name: string, source: string) => writeFile(join(folder, name), source);
  const failure = async () => {
    const error: unknown = await loadFlows(folder).catch((thrown: unknown) => thrown);
    if (!(error instanceof FlowError)) throw new Error('It loaded, and should not have.');
    return error;
  };

  test('is loaded by name, and other files are let be', async () => {
    await put(
      'b.yaml',
      good.replace('id: small', 'id: other').replace('[small]', '[other]').replace('[bach]', '[arall]'),
    );
    await put('a.yml', good);
    await put('README.md', 'not a flow');
    expect((await loadFlows(folder)).map(({ flow }) => flow.id)).toEqual(['small', 'other']);
  });

  test('says everything that is wrong with every file, and loads none', async () => {
    await put('a.yaml', good.replace('nation: wales', 'nation: mercia'));
    await put('b.yaml', good.replace('else: thanks', 'else: gone'));
    await put('c.yaml', good);
    const { problems, message } = await failure();
    expect(problems.map(({ file }) => file.split('/')[1])).toEqual(['a.yaml', 'b.yaml']);
    expect(message).toMatch(/\/a\.yaml:\d+: nation is not one that is known; write england or/);
    expect(message.split('\n')).toHaveLength(2);
  });

  test('has one flow of each id and one owner of each keyword', async () => {
    await put('a.yaml', good);
    await put('b.yaml', good.replace('[bach]', '[arall]'));
    const said = (await failure()).problems.map(
      ({ file, what }) => `${file.split('/')[1]} ${what.split('/')[0]}`,
    );
    expect(said[0]).toContain('b.yaml the id "small" is taken by');
    expect(said[1]).toContain('b.yaml the keyword "small" is taken by');
    expect(said).toHaveLength(2);
  });

  test('is not empty', async () => expect((await failure()).message).toContain('there is no flow here'));
});
