/* A notice laid over the case: a title, a sentence, at most one big button. */

export class Notice {
  constructor(host, className = "") {
    this.node = document.createElement("div");
    this.node.className = `asalee-avis ${className}`;
    this.node.hidden = true;
    host.append(this.node);
  }

  /** `level`: "alerte" | "attente" | "bon". `action`: {label, run}. The same notice shown twice stays as it is. */
  show({ level, title, text, action }) {
    const key = `${level}|${title}`;
    if (!this.node.hidden && this.key === key) return;
    this.key = key;
    this.node.dataset.niveau = level;
    this.node.setAttribute("role", level === "alerte" ? "alert" : "status");
    const words = document.createElement("div");
    const heading = document.createElement("strong");
    heading.textContent = title;
    const sentence = document.createElement("p");
    sentence.textContent = text;
    words.append(heading, sentence);
    this.node.replaceChildren(words);
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = action.label;
      button.addEventListener("click", action.run);
      this.node.append(button);
    }
    this.node.hidden = false;
  }

  hide() {
    this.node.hidden = true;
  }
}
