// The readings as a table, and the sheet where the nurse writes what she keeps.

const POSITION_WORDS = { assis: "assis", couche: "allongé", debout: "debout" };

/** {node, draw(now)}: every reading in order. */
function readingsTable({ acte }) {
  const standing = acte === "orthostatisme";
  const body = h("tbody", {}), empty = h("p", { class: "asalee-indication" }, "Aucune mesure pour l’instant.");
  const head = ["Mesure", "Heure", standing ? "Position" : "Bras", "Systolique", "Diastolique", "Pouls"];
  const sheet = h("div", { class: "asalee-tableau" }, h("table", { class: "asalee-ta-mesures" }, h("caption", {}, "Vos mesures, en mmHg"),
    h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))), body));
  const where = ({ position, minutes, cote }) => (standing
    ? `${POSITION_WORDS[position]}, ${position === "debout" ? `à ${minutes} min` : `après ${minutes} min`}, bras ${cote}` : cote);
  return {
    node: h("div", { class: "asalee-ta-feuille" }, sheet, empty),
    draw({ lectures }) {
      sheet.hidden = !lectures.length;
      empty.hidden = Boolean(lectures.length);
      body.replaceChildren(...lectures.map((reading, rank) => h("tr", {}, h("th", { scope: "row" }, String(rank + 1)), h("td", {}, practiceTime(reading.total)), h("td", {}, where(reading)),
        h("td", {}, h("strong", {}, String(reading.pas))), h("td", {}, h("strong", {}, String(reading.pad))), h("td", {}, String(reading.pouls)))));
    },
  };
}

/** A number that is typed: kept as it was written. {node, show(text)}. */
function typedNumber({ titre, unite }, keep) {
  const id = uniqueId(), hintId = uniqueId(), hint = h("span", { class: "asalee-ta-aide", id: hintId, "aria-live": "polite" });
  const readable = (text) => !text || /^[+\-\u2212]?\s*\d{1,3}([.,]\d{1,2})?\s*(mm\s?hg)?$/i.test(text);
  const input = h("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", maxlength: "12", id, class: "asalee-nombre asalee-ta-nombre", "aria-describedby": hintId,
    oninput: () => { hint.textContent = ""; keep(input.value.trim() || null); },
    onblur: advise,
  });
  function advise() {
    const fine = readable(input.value.trim());
    hint.textContent = fine ? "" : "Écrivez un nombre, par exemple 143,5.";
    input.setAttribute("aria-invalid", String(!fine));
  }
  return {
    node: h("div", { class: "asalee-ta-saisie" }, h("label", { for: id }, titre), h("span", {}, input, ` ${unite}`), hint),
    show(text) { if (input.value.trim() !== (text || "")) input.value = text || ""; },
  };
}

/** {node, draw(conclusion)}: every part that the case asks for. `conclude(nom, value)` keeps one. */
function tensionSheet({ spec, conclude }) {
  const fields = [];
  const field = (part, question) => {
    const keep = (value) => conclude(question.nom, value);
    const own = question.unite ? typedNumber(question, keep)
      : question.options.length ? radios({ legend: h("span", { class: "asalee-invisible" }, part.titre), options: question.options, choose: keep, inline: question.options.every(([, text]) => text.length < 30) })
        : ticks({ legend: h("span", { class: "asalee-invisible" }, part.titre), options: [[question.nom, question.titre]], toggle: (_, ticked) => keep(ticked || null) });
    fields.push([question, own]);
    return own.node;
  };
  const node = h("div", { class: "asalee-ta-conclure" }, spec.conclusions.map((part) =>
    h("section", { class: "asalee-ta-partie", "data-partie": part.partie }, h("h4", {}, part.titre),
      h("div", { class: part.questions.some(({ unite }) => unite) ? "asalee-ta-saisies" : "" }, part.questions.map((question) => field(part, question))))));
  return {
    node,
    draw(conclusion) {
      for (const [{ nom, unite, options }, own] of fields) {
        const value = conclusion[nom] ?? null;
        own.show(unite || options.length ? value : value ? [nom] : []);
      }
    },
  };
}
