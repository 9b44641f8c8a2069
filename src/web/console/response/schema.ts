import { z } from 'zod';

export const codingForm = z.object({ coding: z.string().min(1).max(100) });

export const abusiveForm = z.object({ abusive: z.enum(['yes', 'no']).transform((said) => said === 'yes') });

export const moveForm = z.object({
  step: z.string('response.moveMissing').min(1, 'response.moveMissing').max(100, 'response.moveMissing'),
});

export const themeForm = z.object({
  theme: z.string('response.addMissing').min(1, 'response.addMissing').max(100, 'response.addMissing'),
});

export const controlForm = z.object({ control: z.string().min(1).max(100) });

export const addControlForm = z.object({
  code: z.string('controls.addMissing').min(1, 'controls.addMissing').max(100, 'controls.addMissing'),
});

export const aboutForm = z.object({
  officer: z.string('about.missing').min(1, 'about.missing').max(100, 'about.missing'),
  isAbout: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
});
