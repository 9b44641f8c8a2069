import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '#config.ts';
import { listen, type Received } from '#tests/support/providers/far-side.ts';
import {
  anthropic,
  type Behaviour,
  fails,
  openAi,
  startModelDouble,
} from '#tests/support/providers/languageModel.ts';
import { checkAnswer } from '#theming/checkAnswer.ts';
import { draftTheme } from '#theming/draftTheme.ts';
import type { LanguageModel } from '#theming/languageModel.ts';
import { openModel } from '#theming/llm.ts';
import { questionAbout } from '#theming/prompt.ts';
import { maskedText } from '#theming/redact/maskedText.ts';
import { redact } from '#theming/redact/redact.ts';
import { KEY } from './modelTown.ts';

const themes = [
  { id: 'bins', name: 'Bins', definition: 'Rubbish', examples: [] },
  { id: 'buses', name: 'Buses', definition: '', examples: ['No bus came'] },
];

/** What is made of an answer about one response with this text. */
function taken(text: string, quote: string, confidence = 0.9) {
  const masked = maskedText(text, redact(text).hidden);
  const question = questionAbout(themes, [{ id: 'it', masked: masked.text, asked: 'What is it like?' }], {
    seed: 'seed',
    officers: [],
  });
  const bins = [...question.themes].find(([, id]) => id === 'bins')?.[0];
  const raw = { answers: [{ response: 'r1', themes: [{ theme: bins, quote, confidence }] }] };
  const { taken: found, refused } = checkAnswer(raw, question, new Map([['it', masked]]));
  return refused.get('it') ?? found.get('it')?.map(({ start, end }) => text.slice(start, end));
}

describe('a quote', () => {
  test.each([
    ['The bins are full.', 'bins are full', ['bins are full']],
    ['The bins are full.', '  bins are full. ', ['bins are full.']],
    ['Bins & bags < 3', 'Bins &amp; bags &lt; 3', ['Bins & bags < 3']],
    ['It says &amp; in the bins', 'says &amp; in', ['says &amp; in']],
    ['a bus, us!', 'us', ['us']],
    ['Mae’r biniau’n llawn', 'biniau’n llawn', ['biniau’n llawn']],
    ['ডাস্টবিন ভরা। পচা গন্ধ', 'পচা গন্ধ', ['পচা গন্ধ']],
    ['Bins 😀 full', 'Bins 😀 full', ['Bins 😀 full']],
    ['Two lines\nof bins', 'lines\nof bins', ['lines\nof bins']],
    ['Mail me@example.org, mail me', 'mail me', ['mail me']],
    ['The bins are full.', 'bins were full', 'quote'],
    ['The bins are full.', 'The Bins', 'quote'],
    ['The bins are full.', 'bins are ful', 'quote'],
    ['The bins are full.', '', 'quote'],
    ['The bins are full!', '!', 'quote'],
    ['Two lines\nof bins', 'lines of bins', 'quote'],
    ['Mail me@example.org about bins', 'me@example.org', 'quote'],
    ['Mail me@example.org about bins', '[email address]', 'quote'],
    ['Mail me@example.org about bins', 'address] about bins', 'quote'],
    ['Mail me@example.org about bins', 'Mail', ['Mail']],
    ['ভরা', 'ভর', 'quote'],
    ['Bins 😀😀', '\ud83d', 'quote'],
  ])('from %j, given as %j', (text, quote, found) => {
    expect(taken(text, quote)).toEqual(found);
  });

  test('that is less likely right than wrong is not shown, and the answer counts', () => {
    expect(taken('The bins are full.', 'bins', 0.4)).toEqual([]);
    expect(taken('The bins are full.', 'bins', Number.NaN)).toBe('shape');
  });
});

test('the same seed puts the themes in the same order, and others in other ones', () => {
  const many = Array.from({ length: 8 }, (_, at) => ({ ...themes[0]!, id: `${at}`, name: `Theme ${at}` }));
  const order = (seed: string) => questionAbout(many, [], { seed, officers: [] }).prompt.user;
  expect(order('one')).toBe(order('one'));
  expect(order('one')).not.toBe(order('another'));
});

async function at(behave: () => Behaviour, model = 'double') {
  const double = await startModelDouble('openai', behave);
  onTestFinished(() => double.close());
  const settings = { provider: 'openai' as const, model, key: KEY, baseUrl: double.url };
  return { double, model: await openModel({ ...settings, apiVersion: '', timeoutMs: 1000 }) };
}

const asked = {
  prompt: { system: 'system', user: 'user' },
  schema: z.object({ name: z.string() }),
  mostTokensOut: 100,
};
const ask = (model: LanguageModel, signal = new AbortController().signal) => model.ask({ ...asked, signal });

describe('a call', () => {
  test('that is refused for its temperature is made again without', async () => {
    let calls = 0;
    const { double, model } = await at(() => {
      calls += 1;
      return calls === 1
        ? fails(400, {}, '{"error":{"message":"Unsupported value: temperature"}}')
        : { answer: { name: 'Bins' } };
    });
    expect(await ask(model)).toMatchObject({ kind: 'answer', raw: { name: 'Bins' } });
    await ask(model);
    expect(double.calls.map(({ body }) => 'temperature' in body)).toEqual([true, false, false]);
  });

  test('of a model that thinks first has none from the beginning', async () => {
    const { double, model } = await at(() => ({ answer: {} }), 'o3-mini');
    await ask(model);
    expect(double.calls[0]?.body).not.toHaveProperty('temperature');
  });

  test('ends at once where the run is stopped, and may have cost something', async () => {
    const { model } = await at(() => 'hang');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    expect(await ask(model, stop.signal)).toEqual({ kind: 'stopped', afterMs: 0, mayCost: true });
  });
});

describe('what residents wrote', () => {
  test('goes to no other host than the one that was named', async () => {
    const { double: other } = await at(() => ({ answer: {} }));
    for (const status of [302, 307]) {
      const { model } = await at(() => fails(status, { location: `${other.url}/chat/completions` }));
      expect((await ask(model)).kind).not.toBe('answer');
    }
    expect(other.calls).toEqual([]);
  });

  test('is not read back from an answer without an end', async () => {
    const { model } = await at(() => ({
      kind: 'stream',
      status: 200,
      headers: { 'content-type': 'application/json' },
      write: (response) => {
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(100_000)));
        };
        response.on('drain', more);
        more();
      },
    }));
    expect(await ask(model)).toEqual({ kind: 'failed', afterMs: 0, mayCost: true });
  });
});

/** A server of yet another shape: what it was sent, and what the model made of its answer. */
async function elsewhere(
  settings: { provider: 'azure' | 'ollama'; key: string | null },
  react: (received: Received) => string,
) {
  const received: Received[] = [];
  const server = await listen(async (one) => {
    received.push(one);
    return { kind: 'answer', status: 200, body: react(one), headers: { 'content-type': 'application/json' } };
  });
  onTestFinished(() => server.close());
  const model = await openModel({
    ...{ ...settings, model: 'our-model', baseUrl: server.origin, apiVersion: '2024-10-21', timeoutMs: 2000 },
  });
  return { received, reply: await ask(model) };
}

test('Azure is asked for the deployment by its name, with its own key and version', async () => {
  const { received, reply } = await elsewhere({ provider: 'azure', key: KEY }, () =>
    openAi({ name: 'Bins' }),
  );
  expect(reply).toMatchObject({ kind: 'answer', raw: { name: 'Bins' } });
  expect(received.map(({ url }) => url.pathname + url.search)).toEqual([
    '/openai/deployments/our-model/chat/completions?api-version=2024-10-21',
  ]);
  expect(received[0]?.headers['api-key']).toBe(KEY);
});

test('Ollama is asked without a key, on this machine', async () => {
  const { received, reply } = await elsewhere({ provider: 'ollama', key: null }, () => {
    const call = { function: { name: 'answer', arguments: { name: 'Bins' } } };
    const message = { role: 'assistant', content: '', tool_calls: [call] };
    const counts = { prompt_eval_count: 30, eval_count: 7, done_reason: 'stop' };
    return `${JSON.stringify({ model: 'our-model', created_at: '', message, done: true, ...counts })}\n`;
  });
  expect(reply).toEqual({
    kind: 'answer',
    raw: { name: 'Bins' },
    usage: { tokensIn: 30, tokensOut: 7 },
  });
  expect(received[0]?.url.pathname).toBe('/api/chat');
  expect(JSON.parse(received[0]?.body ?? '{}')).toMatchObject({
    options: { num_predict: 100, temperature: 0 },
  });
});

test('LangChain is not even read where nobody asks a model', () => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => {
      if (name.includes('langchain')) console.log(name);
      return next(name, context);
    } });`;
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(hook)}`, '--input-type=module', '-e'],
      `import('#services.ts').then(() => console.log('built'))`,
    ],
    { encoding: 'utf8', cwd: path.join(import.meta.dirname, '..', '..') },
  );
  expect([status, stdout]).toEqual([0, 'built\n']);
});

describe('a drafted theme', () => {
  const examples = ['The bins are full. Mail me@example.org </quote>', 'Full bins again'].map((text) => ({
    text,
    hidden: redact(text).hidden,
  }));

  test('is a name and a definition of quotes without personal data', async () => {
    const { double, model } = await at(() => ({
      answer: { name: ' Bins overflow ', definition: 'Full bins.' },
    }));
    const draft = await draftTheme(model, examples);
    expect(draft).toMatchObject({ name: 'Bins overflow', definition: 'Full bins.' });
    expect(draft?.usage?.tokensIn).toBeGreaterThan(0);
    expect(double.calls[0]?.user).toContain('Mail [email address] &lt;/quote&gt;');
    expect(double.calls[0]?.user).not.toContain('me@example.org');
  });

  test.each<[string, Behaviour]>([
    ['nobody answers', { kind: 'reset' }],
    ['the name is too long', { answer: { name: 'x'.repeat(81), definition: 'Bins.' } }],
    ['the definition is missing', { answer: { name: 'Bins' } }],
    ['there are tags in it', { answer: { name: '<b>Bins</b>', definition: 'Bins.' } }],
    ['it is blank', { answer: { name: ' ', definition: 'Bins.' } }],
    ['a database cannot store it', { answer: { name: 'Bins\0 now', definition: 'Bins.' } }],
    ['half a character is in it', { answer: { name: 'Bins', definition: 'Bins \ud83d!' } }],
  ])('is none where %s', async (_, behaviour) => {
    const { model } = await at(() => behaviour);
    expect(await draftTheme(model, examples)).toBeNull();
  });

  test('is none of nothing, and nobody is asked', async () => {
    const { double, model } = await at(() => ({ answer: {} }));
    expect(await draftTheme(model, [])).toBeNull();
    expect(double.calls).toEqual([]);
  });
});

describe('the settings', () => {
  const openai = { LLM_PROVIDER: 'openai', LLM_MODEL: 'm', OPENAI_API_KEY: KEY };
  const azure = { LLM_PROVIDER: 'azure', LLM_MODEL: 'm', AZURE_OPENAI_API_KEY: KEY };

  test.each<[Record<string, string>, RegExp]>([
    [{ LLM_MODEL: 'm' }, /LLM_PROVIDER: is needed/],
    [{ LLM_BASE_URL: 'http://127.0.0.1:1/v1' }, /LLM_PROVIDER: is needed/],
    [{ LLM_PROVIDER: 'openai', OPENAI_API_KEY: KEY }, /LLM_MODEL: is needed because LLM_PROVIDER is openai/],
    [{ LLM_PROVIDER: 'openai', LLM_MODEL: 'm' }, /OPENAI_API_KEY: is needed/],
    [{ LLM_PROVIDER: 'anthropic', LLM_MODEL: 'm' }, /ANTHROPIC_API_KEY: is needed/],
    [azure, /AZURE_OPENAI_ENDPOINT: is needed/],
    [{ LLM_PROVIDER: 'gemini' }, /LLM_PROVIDER: /],
    [{ ...openai, LLM_PENCE_PER_MILLION_IN: '10' }, /LLM_PENCE_PER_MILLION_OUT: set both prices/],
    [{ ...openai, LANGSMITH_TRACING: 'true' }, /LANGSMITH_TRACING: take it away/],
    [{ ...openai, LLM_TIMEOUT_SECONDS: '0' }, /LLM_TIMEOUT_SECONDS/],
  ])('%j are refused with the remedy, and no key is in it', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
    try {
      readConfig(env);
    } catch (error) {
      expect(String(error)).not.toContain(KEY);
    }
  });

  test('a key alone sets no model', () => {
    expect(readConfig({ OPENAI_API_KEY: KEY }).model).toBeNull();
  });

  test.each<[Record<string, string>, object]>([
    [openai, { provider: 'openai', key: KEY, baseUrl: null, pencePerMillion: null }],
    [
      { LLM_PROVIDER: 'openai', LLM_MODEL: 'm', LLM_BASE_URL: 'http://127.0.0.1:1/v1/' },
      { key: null, baseUrl: 'http://127.0.0.1:1/v1' },
    ],
    [
      { ...azure, AZURE_OPENAI_ENDPOINT: 'https://x.example.org' },
      { baseUrl: 'https://x.example.org', key: KEY },
    ],
    [
      { LLM_PROVIDER: 'ollama', LLM_MODEL: 'm' },
      { provider: 'ollama', key: null, timeoutMs: 60_000 },
    ],
    [
      { ...openai, LLM_PENCE_PER_MILLION_IN: '10', LLM_PENCE_PER_MILLION_OUT: '40', LLM_MAX_POUNDS: '2' },
      { pencePerMillion: { in: 10, out: 40 }, mostMillipence: 200_000 },
    ],
  ])('%j are a model', (env, model) => {
    expect(readConfig(env).model).toMatchObject(model);
  });
});

/** What a provider says that a call used, and what is made of that. */
const counts = [
  ['nothing', undefined, null],
  ['null', null, null],
  ['an empty object', {}, null],
  ['nulls', [null, null], null],
  ['half of it', [12, undefined], null],
  ['less than nothing', [-1_000_000_000, -5], null],
  ['fractions', [12.5, 1.25], { tokensIn: 13, tokensOut: 1 }],
  ['strings', ['12', '3'], null],
  ['more than there are', [1e30, 1e30], null],
] as const;

test.each(
  (['openai', 'anthropic'] as const).flatMap((shape) => counts.map((one) => [shape, ...one] as const)),
)('an answer is taken where %s counts %s', async (shape, _, given, usage) => {
  const [input, output] = Array.isArray(given) ? given : [];
  const names =
    shape === 'openai'
      ? { prompt_tokens: input, completion_tokens: output, total_tokens: input }
      : { input_tokens: input, output_tokens: output };
  const double = await startModelDouble(shape, () => ({
    ...{ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({
      ...JSON.parse(shape === 'openai' ? openAi({ name: 'Bins' }) : anthropic({ name: 'Bins' })),
      usage: Array.isArray(given) ? names : given,
    }),
  }));
  onTestFinished(() => double.close());
  const settings = { provider: shape, model: 'double', key: KEY, baseUrl: double.url };
  const model = await openModel({ ...settings, apiVersion: '', timeoutMs: 2000 });
  expect(await ask(model)).toEqual({ kind: 'answer', raw: { name: 'Bins' }, usage });
});
