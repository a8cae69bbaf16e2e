// Everything works without this script; it spares a second click, names the chosen files, and remembers what is folded.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || button.disabled || !event.target.hasAttribute("data-attente")) return;
  const words = button.textContent;
  // After the form's data are gathered: a button disabled earlier would not be sent.
  setTimeout(() => {
    button.disabled = true;
    button.textContent = "Veuillez patienter…";
  });
  // Back from the next page, the button works again.
  addEventListener("pageshow", () => {
    button.disabled = false;
    button.textContent = words;
  }, { once: true });
});

document.querySelectorAll("[data-imprimer]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

document.querySelectorAll("label.depot").forEach((zone) => {
  const input = zone.querySelector("input");
  const chosen = zone.querySelector("output");
  input.classList.add("invisible");
  zone.querySelector("strong").hidden = false;
  const tell = () => {
    const names = [...input.files].map((file) => file.name);
    chosen.textContent = names.length ? names.join(", ") : chosen.dataset.vide;
  };
  input.addEventListener("change", tell);
  tell();
});

// The parts of a long page: what she opened or closed stays so when she returns; a link to a line opens its part.
const parts = [...document.querySelectorAll("details[data-pli]")];
const kept = `asalee-plis:${location.pathname}`;
const recall = () => { try { return JSON.parse(localStorage.getItem(kept)) || {}; } catch { return {}; } };
for (const part of parts) {
  const known = recall()[part.id];
  if (typeof known === "boolean") part.open = known;
  part.querySelector("summary").addEventListener("click", () => {
    // Before the browser acts: what is open now is about to close.
    try { localStorage.setItem(kept, JSON.stringify({ ...recall(), [part.id]: !part.open })); } catch { /* it opens all the same */ }
  });
}
const reveal = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target && target.closest("details[data-pli]");
  if (!part || part.open) return;
  part.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
