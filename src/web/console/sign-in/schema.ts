import { z } from 'zod';
import { isEmail } from '#people/email.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#people/password.ts';

const email = z.string().trim().refine(isEmail, 'signIn.emailMissing');
const newPassword = z.string().min(PASSWORD_MIN, 'link.passwordShort').max(PASSWORD_MAX, 'link.passwordLong');

export const signInForm = z.object({
  email: email,
  password: z.string().min(1, 'signIn.passwordMissing').max(PASSWORD_MAX, 'signIn.wrong'),
});

/** The first officer says who they are; another one has been named by an admin. */
export const firstOfficerForm = z.object({
  name: z.string().trim().min(1, 'link.nameMissing').max(100, 'link.nameLong'),
  email: email,
  password: newPassword,
});

export const officerForm = z.object({ password: newPassword });
