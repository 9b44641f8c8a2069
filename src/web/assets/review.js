// Single keys press the buttons of this page, once an officer has turned them on (WCAG 2.1.4).
const box = document.querySelector('[data-shortcuts]');
const name = 'hearback-shortcuts';

if (box !== null) {
  const toggle = box.querySelector('input');
  box.hidden = false;
  toggle.checked = localStorage.getItem(name) === 'on';
  toggle.addEventListener('change', () => localStorage.setItem(name, toggle.checked ? 'on' : 'off'));

  let pressed = false;
  document.addEventListener('keydown', (event) => {
    if (!toggle.checked || pressed || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof Element &&
      event.target.closest('select, textarea, input:not([type=checkbox])')
    )
      return;
    const key = CSS.escape(event.key.toLowerCase());
    const target = document.querySelector(`[data-key="${key}"]`);
    if (target === null) return;
    // The page that comes next would take a second press for its own.
    pressed = true;
    target.click();
  });
}
