import type { RequestHandler } from 'express';
import { type ConsoleLanguage, consoleLanguages } from '#domain/words.ts';
import { dateInWords, text } from '#texts/text.ts';
import { dateAndTime, localised } from '#web/words.ts';

const COOKIE = 'hearback-language';
const A_YEAR = 365 * 24 * 3_600_000;

/** The page's language: asked for with ?lang=, else the one chosen before, else what the browser prefers. */
export function pageLanguage(secure: boolean): RequestHandler {
  return (req, res, next) => {
    const asked = consoleLanguages.find((language) => language === req.query.lang);
    if (asked !== undefined)
      res.cookie(COOKIE, asked, { httpOnly: true, sameSite: 'lax', secure, maxAge: A_YEAR });
    const language = asked ?? remembered(req.headers.cookie) ?? preferred(req.acceptsLanguages('en', 'cy'));
    res.locals.language = language;
    res.locals.languageUrls = {
      en: inLanguage(req.originalUrl, 'en'),
      cy: inLanguage(req.originalUrl, 'cy'),
    };
    res.locals.t = (key, params) => text(language, key, params);
    res.locals.loc = (texts) => localised(language, texts);
    res.locals.date = (ms) => dateInWords(language, new Date(ms));
    res.locals.dateAndTime = (ms) => dateAndTime(language, ms);
    next();
  };
}

function remembered(cookies: string | undefined): ConsoleLanguage | undefined {
  const value = /(?:^|;\s*)hearback-language=(\w+)/.exec(cookies ?? '')?.[1];
  return consoleLanguages.find((language) => language === value);
}

function preferred(accepted: string | false): ConsoleLanguage {
  return accepted === 'cy' ? 'cy' : 'en';
}

/** The same page with the same filters, in another language. Relative, so that no host name is ever repeated. */
function inLanguage(url: string, language: ConsoleLanguage): string {
  const { pathname, searchParams } = new URL(url, 'http://page.invalid');
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}
