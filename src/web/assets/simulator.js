/**
 * Keeps the phones live: sends without leaving the page, and when there is news fetches the page again and puts
 * in what it does not show yet. Everything works without this, by forms and links.
 */
const main = document.querySelector('main[data-live]');
let newest = main.dataset.made;
let fetching = false;
let again = false;

for (const glass of document.querySelectorAll('.glass')) toNewest(glass);
for (const link of document.querySelectorAll('.refresh')) link.closest('li').remove();

// Whoever took a new phone wants to write on it. Before the page has loaded, going to its place would undo this.
addEventListener('load', () => {
  document.querySelector(':target textarea')?.focus({ preventScroll: true });
});

document.addEventListener('submit', (event) => {
  const phone = event.target.closest('[data-phone]');
  if (phone === null) return;
  event.preventDefault();
  void send(phone, event.target, event.submitter);
});

// As on a phone; a new line is Shift and Enter.
document.addEventListener('keydown', (event) => {
  if (
    event.key !== 'Enter' ||
    event.shiftKey ||
    event.isComposing ||
    !event.target.matches('.write textarea')
  )
    return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// A hidden page listens to nothing: a browser allows a site six connections in all its pages.
let news = null;
listen();
document.addEventListener('visibilitychange', listen);

function listen() {
  if (document.hidden) {
    news?.close();
    news = null;
  } else if (news === null) {
    news = new EventSource(main.dataset.live);
    news.addEventListener('news', () => void look());
  }
}

async function send(phone, form, button) {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const problem = phone.querySelector('.problem');
  problem.textContent = '';
  try {
    const said = new FormData(form, button);
    const body = form.enctype === 'multipart/form-data' ? said : new URLSearchParams(said);
    const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-live': '1' } });
    const answer = await response.text();
    if (response.ok) {
      form.reset();
      show(answer);
    } else
      problem.textContent = response.headers.get('content-type')?.startsWith('text/plain')
        ? answer
        : main.dataset.notSent;
  } catch {
    problem.textContent = main.dataset.notSent;
  }
  form.ariaBusy = 'false';
}

async function look() {
  again = fetching;
  if (fetching) return;
  fetching = true;
  try {
    const response = await fetch(location.href);
    if (response.ok) show(await response.text());
  } catch {
    // The stream reconnects by itself, and then there is news.
  }
  fetching = false;
  if (again) await look();
}

function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Two may be on their way at once, and the one that was read first must not undo the other.
  const made = page.querySelector('main')?.dataset.made ?? '';
  if (made < newest) return;
  newest = made;
  for (const fresh of page.querySelectorAll('[data-phone]')) {
    const phone = document.querySelector(`[data-phone="${CSS.escape(fresh.dataset.phone)}"]`);
    if (phone !== null) bring(phone, fresh);
  }
}

/**
 * Adds only what is new, so that a screen reader says only that and nobody loses their place; and takes away what is
 * no longer this person's, such as all that came before WRONG NUMBER.
 */
function bring(phone, fresh) {
  const thread = phone.querySelector('.thread');
  const inThread = thread.contains(document.activeElement);
  const wanted = [...fresh.querySelectorAll('.thread > *')];
  const stays = new Set(wanted.map((bubble) => bubble.dataset.id));
  for (const bubble of [...thread.children]) if (!stays.has(bubble.dataset.id)) bubble.remove();
  const shown = new Map([...thread.children].map((bubble) => [bubble.dataset.id, bubble]));
  let last = null;
  let added = false;
  for (const bubble of wanted) {
    const known = shown.get(bubble.dataset.id);
    if (known === undefined) {
      if (last === null) thread.prepend(bubble);
      else last.after(bubble);
      added = true;
    }
    last = known ?? bubble;
  }
  if (added) toNewest(phone.querySelector('.glass'));
  if (inThread && !thread.contains(document.activeElement)) phone.querySelector('textarea').focus();
  const start = phone.querySelector('.start');
  const offered = fresh.querySelector('.start');
  if (offered === null) start?.remove();
  else if (start === null) phone.querySelector('.write').before(offered);
  const waiting = phone.querySelector('.waiting');
  const now = fresh.querySelector('.waiting');
  if (waiting.innerHTML === now.innerHTML) return;
  const hadFocus = waiting.contains(document.activeElement);
  waiting.replaceChildren(...now.children);
  if (hadFocus) (waiting.querySelector('button') ?? phone.querySelector('textarea')).focus();
}

function toNewest(glass) {
  glass.scrollTop = glass.scrollHeight;
}
