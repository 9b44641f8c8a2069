import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** Plants files in a house with our rules and nothing else, and gives back which of them the linter refuses. */
function refused(files: [place: string, imports: string][]): string[] {
  const house = mkdtempSync(path.join(tmpdir(), 'hearback-house-'));
  try {
    for (const name of ['biome.json', 'package.json']) cpSync(path.join(root, name), path.join(house, name));
    files.forEach(([place, imports], index) => {
      const file = path.join(house, at(place, index));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `import '${imports}';\n`);
    });
    const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [
      'lint',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
      '--only=style/noRestrictedImports',
    ];
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: house, encoding: 'utf8' });
    return files.map(([place], index) => at(place, index)).filter((place) => stdout.includes(place));
  } finally {
    rmSync(house, { recursive: true });
  }
}

function at(place: string, index: number): string {
  return place.replace('planted', `planted${index}`);
}

const planted: [place: string, imports: string][] = [
  ['src/engine/planted.ts', '#store/db.ts'],
  ['src/domain/planted.ts', '#texts/text.ts'],
  ['src/texts/planted.ts', '#flow/schema.ts'],
  ['src/store/planted.ts', '#people/keys.ts'],
  ['src/loop/planted.ts', '#review/decide.ts'],
  ['src/invite/planted.ts', '#store/db.ts'],
  ['src/outbox/planted.ts', '#conversation/receive.ts'],
  ['src/conversation/planted.ts', '#web/app.ts'],
  ['src/web/planted.ts', '#channels/twilio/channel.ts'],
  ['src/channels/telegram/planted.ts', '#channels/twilio/channel.ts'],
  ['src/channels/twilio/planted.ts', '#store/db.ts'],
  ['src/conversation/planted.ts', 'twilio'],
  ['src/channels/telegram/planted.ts', 'botbuilder'],
  ['src/web/planted.ts', 'botbuilder'],
  ['src/services.ts', 'botbuilder'],
  ['src/openChannels.ts', 'botbuilder'],
  ['src/waysIn.ts', '#web/app.ts'],
  ['src/channels/botframework/planted.ts', 'grammy'],
  ['src/web/planted.ts', 'kysely'],
  ['src/web/planted.ts', '#workers/threads.ts'],
  ['src/theming/planted.ts', '#workers/inThread.ts'],
  ['src/theming/planted.ts', '@langchain/openai'],
  ['src/loop/planted.ts', 'langchain'],
  ['src/engine/planted.ts', '../store/db.ts'],
];

const allowed: [place: string, imports: string][] = [
  ['src/engine/planted.ts', '#flow/schema.ts'],
  ['src/store/planted.ts', 'kysely'],
  ['src/invite/planted.ts', '#flow/schema.ts'],
  ['src/web/planted.ts', '#invite/wayIn.ts'],
  ['src/main.ts', '#workers/threads.ts'],
  ['src/workers/planted.ts', '#theming/discover.ts'],
  ['src/services.ts', '#channels/twilio/channel.ts'],
  ['src/openChannels.ts', '#channels/telegram/channel.ts'],
  ['src/waysIn.ts', '#channels/twilio/wayIn.ts'],
  ['src/channels/simulator/planted.ts', '#store/db.ts'],
  ['src/channels/botframework/planted.ts', 'botbuilder'],
];

describe('the walls between the rooms', () => {
  it('stop every planted import that goes up or sideways', () => {
    expect(refused(planted)).toEqual(planted.map(([place], index) => at(place, index)));
  });

  it('leave what goes down alone', () => {
    expect(refused(allowed)).toEqual([]);
  });
});
