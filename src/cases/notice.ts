import { consoleLanguages } from '#domain/words.ts';
import { categories } from '#safeguarding/detect.ts';
import type { DueAlert } from '#store/alerts.ts';
import { dateInWords, type TextKey, text } from '#texts/text.ts';

const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

/** What an alert says, in each language of the console: where to look, and nothing of what the resident wrote. */
export function noticeOf(alert: DueAlert, publicUrl: string) {
  const url = `${publicUrl}/console/cases/${alert.caseId}`;
  const opened = new Date(alert.openedAt);
  const said = (key: 'alert.subject' | 'alert.text') =>
    consoleLanguages.map((language) =>
      text(language, key, {
        category: text(language, alert.kind === 'child' ? 'caseCategory.child' : categoryKey(alert.category)),
        time: clockTime.format(opened),
        date: dateInWords(language, opened),
        url,
      }),
    );
  return {
    id: alert.id,
    url,
    subject: said('alert.subject').join(' / '),
    text: said('alert.text').join('\n\n'),
  };
}

/** The words for a category; a category that is no longer known is still a safeguarding case. */
export function categoryKey(category: string | null): TextKey {
  const known = categories.find((one) => one === category);
  return known === undefined ? 'caseCategory.other' : `caseCategory.${known}`;
}
