import { z } from 'zod';
import { officerRoles } from '#domain/words.ts';
import { isEmail } from '#people/email.ts';

export const addForm = z.object({
  name: z.string().trim().min(1, 'officers.nameMissing').max(100, 'link.nameLong'),
  email: z.string().trim().refine(isEmail, 'signIn.emailMissing'),
  role: z.enum(officerRoles, 'officers.roleMissing'),
});
