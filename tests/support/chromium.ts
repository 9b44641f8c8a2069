import { execFileSync, spawn } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { once } from './once.ts';
import { testsFolder } from './run.ts';

interface Installed {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * A headless browser: BROWSER_PATH if set, else the Chromium that npm brought (Linux x64, nothing to install),
 * else Chrome or Chromium where systems keep it. Closing it is up to you; it ends when this process does.
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return await chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(own), ...env },
    // The pages are ours, and neither root nor most containers can have Chromium's sandbox.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      // Containers often give /dev/shm only 64 MB.
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  });
}

async function findChromium(): Promise<Installed> {
  const chosen = process.env.BROWSER_PATH;
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen, env: {} };
  const bundled = bundledArchives();
  if (bundled !== undefined) return await unpacked(bundled);
  const executablePath = SYSTEM_CHROMES.find(existsSync);
  if (executablePath !== undefined) return { executablePath, env: {} };
  throw new Error(
    'No browser for the tests: run npm ci (Linux x64), or install Chrome or Chromium, or set BROWSER_PATH to one.',
  );
}

const SYSTEM_CHROMES = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

interface Archives {
  folder: string;
  version: string;
}

/** The package's files are used, not its code: that unpacks to fixed names in the shared temporary folder. */
function bundledArchives(): Archives | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const root = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(root, 'bin'), version };
  } catch {
    return undefined;
  }
}

/** Unpacks once for each version and keeps it between runs, as it takes two seconds and 210 MB. */
async function unpacked(archives: Archives): Promise<Installed> {
  const home = path.join(testsFolder(), `chromium-${archives.version}`);
  const executablePath = path.join(home, 'chromium');
  const fonts = path.join(home, 'fonts.conf');
  const libraries = path.join(home, 'lib');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  // Systems clear old files out of temporary folders one by one.
  const parts = [executablePath, fonts, path.join(home, 'fonts'), path.join(libraries, 'libnss3.so')];
  if (!parts.every(existsSync)) rmSync(path.join(home, 'unpacked.json'), { force: true });
  await once(home, 'unpacked', async () => {
    rmSync(executablePath, { force: true });
    const read = (name: string) =>
      createReadStream(path.join(archives.folder, name)).pipe(createBrotliDecompress());
    await pipeline(read('chromium.br'), createWriteStream(executablePath, { mode: 0o700 }));
    await untar(read('fonts.tar.br'), home);
    await untar(read('al2023.tar.br'), home);
    writeFileSync(fonts, fontsConfig(home));
    return true;
  });
  return { executablePath, env: { ...librariesFor(executablePath, libraries), FONTCONFIG_FILE: fonts } };
}

/** Only the bundled font, so that pages look the same on every machine, also where there is none at all. */
function fontsConfig(home: string): string {
  const folders = `<dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`;
}

/** The bundled libraries are for machines that lack them: they may not fit an older C library. */
function librariesFor(executable: string, bundled: string): Record<string, string> {
  const own = execFileSync('/usr/bin/ldd', [executable], { encoding: 'utf8' });
  return own.includes('not found') ? { LD_LIBRARY_PATH: bundled } : {};
}

async function untar(from: NodeJS.ReadableStream, folder: string): Promise<void> {
  const tar = spawn('tar', ['-x', '--no-same-owner', '-C', folder], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  tar.stderr.on('data', (data) => {
    said += String(data);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.on('error', reject);
    tar.on('close', resolve);
  });
  const [code] = await Promise.all([ended, pipeline(from, tar.stdin)]);
  if (code !== 0) throw new Error(`tar ended with ${code}: ${said}`);
}
