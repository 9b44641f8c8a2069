import { randomBytes, scryptSync } from 'node:crypto';
import type { OfficerRole } from '#domain/words.ts';
import { addOfficer } from '#people/officers.ts';
import type { RunningApp } from '#tests/support/app.ts';

export const PASSWORD = 'three random words';

/**
 * As `hashPassword` writes it, but of few rounds: what is checked follows what is stored, and half a second each for
 * setting a password and for signing in is most of the time of most tests. That the product itself takes the full number
 * is shown where the first officer signs in.
 */
const quickHash = (() => {
  const salt = randomBytes(16);
  const [N, r, p] = [16, 8, 1];
  const key = scryptSync(PASSWORD, salt, 32, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
})();

/** An officer of this role who can sign in as `<role>@example.org`. */
export async function officerOf({ services }: Pick<RunningApp, 'services'>, role: OfficerRole) {
  const email = `${role}@example.org`;
  await addOfficer(services, { email, name: `The ${role}`, role }, null);
  return await services.store.turn(({ db }) =>
    db
      .updateTable('officers')
      .set({ password: quickHash })
      .where('email', '=', email)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** What a form sends; several ticked boxes of one name are a list. */
type Fields = Record<string, string | string[]>;

/** A browser without scripts: keeps cookies, follows nothing, and finds the token of a page's forms. */
export class Visitor {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Signed in as the officer of this role; `officerOf` made them. */
  static async signedIn({ url }: Pick<RunningApp, 'url'>, role: OfficerRole): Promise<Visitor> {
    const visitor = new Visitor(url);
    const answer = await visitor.post('/console/sign-in', {
      email: `${role}@example.org`,
      password: PASSWORD,
    });
    if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
    return visitor;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookies(header: string) {
    this.#cookies.clear();
    for (const pair of header.split('; ').filter((one) => one !== '')) {
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async get(path: string, headers: Record<string, string> = {}) {
    return this.#ask(path, { headers });
  }

  /** Posts with the token of a page that has a form; the page is the one posted to unless another is named. */
  async post(path: string, fields: Fields, from = path) {
    const { html } = await this.get(from);
    const token = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
    // Which words the form was made for, where it says so.
    const form = html.slice(Math.max(0, html.indexOf(`action="${path}"`)));
    const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1];
    return this.postBare(path, { ...(seen === undefined ? {} : { seen }), ...fields, _csrf: token });
  }

  async postBare(path: string, fields: Fields, headers: Record<string, string> = {}) {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(pairs), headers });
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }) {
    const answer = await fetch(this.#url + path, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookies, ...init.headers },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const html = await answer.text();
    return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), html };
  }
}
