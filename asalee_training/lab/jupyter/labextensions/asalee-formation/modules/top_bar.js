/* The slim bar over a case: the way back, the title, and a slot where widgets say that an answer is saved. */

const STATE_EVENT = "asalee:etat";

/** A Lumino widget for the panel's header. `back`: {href, label}. */
export function topBar(widgets, panel, { title, back }) {
  const node = document.createElement("header");
  node.className = "asalee-barre";

  const left = document.createElement("div");
  left.className = "asalee-barre-gauche";
  const link = document.createElement("a");
  link.className = "asalee-barre-retour";
  link.href = back.href;
  link.textContent = `← ${back.label}`;
  left.append(link);

  const name = document.createElement("p");
  name.className = "asalee-barre-titre";
  name.textContent = title;
  name.title = title;

  const state = document.createElement("p");
  state.className = "asalee-barre-etat";
  state.setAttribute("role", "status");

  node.append(left, name, state);
  // Any view inside the case may say: new CustomEvent("asalee:etat", {bubbles: true, detail: {texte, niveau}})
  panel.node.addEventListener(STATE_EVENT, ({ detail }) => {
    state.textContent = detail.texte;
    state.dataset.niveau = detail.niveau || "ok";
  });
  return new widgets.Widget({ node });
}
