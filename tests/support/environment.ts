/** Everything the product reads; a developer's own settings must not change what a test sees. */
const OURS = new RegExp(
  [
    '^(PORT|HOST|PUBLIC_URL|DATA_DIR|DATABASE_URL|DEFAULT_FLOW|FLOWS_DIR|SIMULATOR|LOG_LEVEL)$',
    '^(HEARBACK_KEY|BRAND_COLOUR|SENDING|SEND_FROM|SEND_UNTIL)$',
    '^(TWILIO|TELEGRAM|LLM|OPENAI|AZURE_OPENAI|ANTHROPIC|OLLAMA|LANGSMITH|LANGCHAIN|OIDC|SMTP|ORGANISATION|SAFEGUARDING|ALERT|MAIL|INVITE|WEBCHAT)_',
    '^MicrosoftApp',
  ].join('|'),
);

/** Everything that tests talk to is on this machine; Twilio's library would ask a proxy for it. */
const PROXIES = /^(https?|all|no)_proxy$/i;

/** Where the tests keep the DATABASE_URL that they were started with: see postgres.ts. */
export const TESTS_DATABASE_URL = 'HEARBACK_TESTS_DATABASE_URL';

/** Takes the product's settings out of this process, keeping aside the database that tests were told to use. */
export function forgetOwnSettings(): void {
  const database = process.env.DATABASE_URL;
  if (database !== undefined && database !== '') process.env[TESTS_DATABASE_URL] = database;
  for (const name of Object.keys(process.env)) {
    if (OURS.test(name) || PROXIES.test(name)) delete process.env[name];
  }
}

/** Puts process.env back to how `before` was, name by name: replacing the object would detach it from libc. */
export function restoreEnvironment(before: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  for (const [name, value] of Object.entries(before)) {
    if (value !== undefined && process.env[name] !== value) process.env[name] = value;
  }
}
