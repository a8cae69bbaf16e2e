// Several options among several: checkbox cards.

function makeChoices({ spec, change }) {
  const inputs = spec.choix.map((option) => h("input", { type: "checkbox", value: option.id, onchange: changed }));
  function changed() {
    const ticked = inputs.filter((input) => input.checked).map((input) => input.value);
    change(ticked.length ? ticked : null, 400);
  }
  const node = h("div", { class: "asalee-options" },
    spec.choix.map((option, i) => h("label", { class: "asalee-option" }, inputs[i], h("span", {}, inline(option.texte)))));
  return {
    node,
    task: "Cochez toutes les réponses qui conviennent.",
    show(valeur) { for (const input of inputs) input.checked = Array.isArray(valeur) && valeur.includes(input.value); },
    words: (valeur) => h("ul", {}, spec.choix.filter((option) => valeur.includes(option.id)).map((option) => h("li", {}, inline(option.texte)))),
  };
}

export default { render: exercise(makeChoices) };
