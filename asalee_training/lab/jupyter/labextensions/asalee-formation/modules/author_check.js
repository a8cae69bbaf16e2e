/* What is wrong with the text on the screen, asked of the server a moment after the last key. */

const PAUSE_MS = 700;

export class Checker {
  /** `read()` gives the text; `tell({problems} | {checking} | {message})` is called at each news. */
  constructor(lab, { path, read, tell }) {
    Object.assign(this, { lab, path, read, tell });
    const { PageConfig } = lab.coreutils;
    this.address = `${PageConfig.getBaseUrl()}asalee/formatrice/verifier-texte`;
    this.busy = false;
    this.stale = false;
  }

  /** To be called when the text changed. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE_MS);
  }

  /** One question at a time: what changed meanwhile is asked next. */
  async now() {
    clearTimeout(this.timer);
    if (this.busy) {
      this.stale = true;
      return;
    }
    this.busy = true;
    this.tell({ checking: true });
    const news = await this.ask();
    this.busy = false;
    if (this.stale) {
      this.stale = false;
      await this.now();
    } else {
      this.tell(news);
    }
  }

  async ask() {
    const { ServerConnection } = this.lab.services;
    try {
      const body = JSON.stringify({ chemin: this.path, texte: this.read() });
      const settings = ServerConnection.makeSettings();
      const reply = await ServerConnection.makeRequest(this.address, { method: "POST", body }, settings);
      const data = await reply.json();
      return reply.ok ? { problems: data.problemes } : { message: data.message };
    } catch (error) {
      console.error("[asalee]", error);
      return { message: "La vérification ne répond pas ; votre texte reste à l’écran." };
    }
  }
}
