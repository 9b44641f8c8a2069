// The address of the module beside this one changes with its content, so it is read from the page.
const govuk = document.querySelector('script[src*="/govuk.js"]');
if (govuk !== null) {
  const { initAll } = await import(govuk.src);
  initAll();
}
