import type { ConsoleLanguage, Localised, OfficerRole } from '#domain/words.ts';
import type { Params, TextKey } from '#texts/text.ts';
import type { FieldError } from './form.ts';

/** An officer who is signed in. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  role: OfficerRole;
}

declare global {
  namespace Express {
    /** What every template can use besides what its page passes in. */
    interface Locals {
      cspNonce: string;
      requestId: string;
      language: ConsoleLanguage;
      /** This page in each language. */
      languageUrls: Record<ConsoleLanguage, string>;
      /** A string of texts/console*.ts. */
      t(key: TextKey, params?: Params): string;
      /** What an officer or a flow wrote, in the page's language where it has been written in it. */
      loc(texts: Localised): string;
      /** "20 November 2026" */
      date(ms: number): string;
      /** "20 November 2026, 14:05" */
      dateAndTime(ms: number): string;
      demo: boolean;
      /** null where nobody is signed in. */
      officer: SignedIn | null;
      /** The token that a form must send back in a hidden field called _csrf; '' outside the console. */
      csrf(): string;
      /** Said once, on the page after something was done; null if nothing was. */
      flash: { key: TextKey; params: Params } | null;
      /** The pages that this officer may open; [] where nobody is signed in. */
      navigation: { section: string; href: string; text: TextKey }[];
      /** Which entry of the navigation this page is under; '' for none. */
      section: string;
      /** What is wrong with the form on this page; the layout lists it at the top. */
      errors: FieldError[];
    }
  }
}
