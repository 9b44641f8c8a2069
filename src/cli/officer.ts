import type { OfficerRole } from '#domain/words.ts';
import { isEmail } from '#people/email.ts';
import { addOfficer, listOfficers } from '#people/officers.ts';
import { createSignInLink, signInLinkUrl } from '#people/signInLinks.ts';
import { Refused } from './faults.ts';
import { withServices } from './with-services.ts';

/** Adds an officer and prints their link: it is handed over by a person, not sent. */
export async function add(officer: { email: string; name: string; role: OfficerRole }): Promise<void> {
  await withServices(async (services) => {
    if (!isEmail(officer.email)) {
      throw new Refused('That is not an e-mail address. Write one such as name@example.org.');
    }
    if ((await addOfficer(services, officer, null)) === null) {
      throw new Refused(
        'That officer is there already. To give them a new link run: hearback officer link EMAIL',
      );
    }
    await printLink(services, officer.email);
  });
}

export async function link(email: string): Promise<void> {
  await withServices((services) => printLink(services, email));
}

export async function list(json: boolean): Promise<void> {
  await withServices(async ({ store }) => {
    const officers = await listOfficers(store);
    if (json) return print(JSON.stringify(officers, null, 2));
    if (officers.length === 0)
      print('Nobody yet. The first officer signs in by the link that npm start prints.');
    for (const { name, email, role, canSignIn } of officers) {
      print(`${name}  ${email}  ${role}  ${canSignIn ? 'can sign in' : 'has not set a password yet'}`);
    }
  });
}

async function printLink(
  services: Parameters<Parameters<typeof withServices>[0]>[0],
  email: string,
): Promise<void> {
  const token = await createSignInLink(services, email, null);
  if (token === null) throw new Refused('No officer has that e-mail address. See: hearback officer list');
  print('Give them this link. It sets their password, works once and expires in an hour:');
  print(signInLinkUrl(services.config.publicUrl, token));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
