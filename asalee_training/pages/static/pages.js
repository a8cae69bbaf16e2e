// Everything works without this script; it only spares a second click and names the chosen files.
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
