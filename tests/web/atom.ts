import { newPage } from '#tests/support/browser.ts';

export interface ReadFeed {
  /** How many errors a browser's XML parser found. */
  broken: number;
  id: string | null;
  updated: string | null;
  author: string | null;
  /** "rel hreflang href" of each. */
  links: string[];
  entries: {
    id: string | null;
    title: string | null;
    updated: string | null;
    content: string | null;
    /** The names of the elements in it. */
    elements: string[];
  }[];
}

// Source text, because it runs in the page: tests have no DOM to type it with.
const reader = `(xml) => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const textOf = (under, name) => under.getElementsByTagName(name)[0]?.textContent ?? null;
  return {
    broken: document.getElementsByTagName('parsererror').length,
    id: textOf(document, 'id'),
    updated: textOf(document, 'updated'),
    author: textOf(document, 'name'),
    links: [...document.querySelectorAll('feed > link')].map((link) =>
      ['rel', 'hreflang', 'href'].map((name) => link.getAttribute(name) ?? '').join(' '),
    ),
    entries: [...document.getElementsByTagName('entry')].map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      updated: textOf(entry, 'updated'),
      content: textOf(entry, 'content'),
      elements: [...entry.querySelectorAll('content *')].map(({ localName }) => localName),
    })),
  };
}`;

/** The feed at this path as a browser's own XML parser reads it. */
export async function readAtom(url: string, path: string): Promise<ReadFeed> {
  const { page } = await newPage();
  await page.goto(`${url}/healthz`);
  const xml = await (await fetch(`${url}${path}`)).text();
  return page.evaluate(`(${reader})(${JSON.stringify(xml)})`);
}
