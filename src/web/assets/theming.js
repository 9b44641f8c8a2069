/** Keeps the figures of a run that is under way as they are; without this, a link shows the page anew. */
const run = document.querySelector('[data-live]');
const EVERY = 3000;

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-live] [data-figures]');
    // It is through, stopped, or nobody is signed in any more: the page has other buttons then.
    if (now === null) return location.reload();
    run.querySelector('[data-figures]').replaceWith(now);
  } catch {
    // The server may be starting anew.
  }
  setTimeout(look, EVERY);
}

if (run !== null) {
  run.querySelector('[data-look]').remove();
  setTimeout(look, EVERY);
}
