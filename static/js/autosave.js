// Saves a long text while it is typed. What cannot be saved stays in the page and is tried again until it is;
// it is never put into the browser's own stores, which outlive the session.

const PAUSE = 2000;
const FIRST_RETRY = 5000;
const LAST_RETRY = 60000;

export function autosave(form) {
  new Autosave(form);
}

// Signing in again changes the token that a form must carry; the page itself, asked again, has the new one.
export async function freshToken() {
  const page = await fetch(window.location.href, { redirect: "manual" });
  if (page.ok) {
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = fresh.querySelector("[name=csrfmiddlewaretoken]");
    if (token) {
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((old) => {
        old.value = token.value;
      });
    }
  }
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.says = form.querySelector("[data-autosave-says]");
    this.changes = 0;
    this.saved = 0;
    this.wait = FIRST_RETRY;
    this.running = null;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.again());
    document.addEventListener("visibilitychange", () => this.again());
    window.addEventListener("beforeunload", (event) => {
      if (this.isWaiting) {
        event.preventDefault();
      }
    });
  }

  get isWaiting() {
    return this.changes > this.saved && !this.leaving;
  }

  changed() {
    this.changes += 1;
    this.plan(PAUSE);
  }

  again() {
    if (this.isWaiting && !document.hidden) {
      this.plan(0);
    }
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  // One save at a time: the second of two would be outdated by the first.
  save() {
    this.running ??= this.send().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async send() {
    clearTimeout(this.timer);
    const sent = this.changes;
    let answer;
    try {
      answer = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body: new FormData(this.form),
        headers: { Accept: "application/json", "X-Autosave": "1" },
        redirect: "manual",
      });
      return await this.heard(answer, sent);
    } catch {
      return this.later("Not saved: we will try again. Your text is still on this page.");
    }
  }

  async heard(answer, sent) {
    if (answer.ok) {
      this.keep(await answer.json(), sent);
      return true;
    }
    if (answer.status === 409) {
      this.refused(new DOMParser().parseFromString(await answer.text(), "text/html"));
      return false;
    }
    if (answer.status === 422) {
      this.say("Not saved yet: something above needs mending first.", true);
      this.needsMending = true;
      return false;
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      await freshToken();
      return this.later("Not saved: you may have been signed out. Sign in again in another tab, and this text will save itself.");
    }
    return this.later("Not saved: we will try again. Your text is still on this page.");
  }

  keep({ version }, sent) {
    this.saved = sent;
    this.wait = FIRST_RETRY;
    this.form.elements.version.value = version;
    const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    this.say(`Saved ${time}`);
    if (this.isWaiting) {
      this.plan(PAUSE);
    }
  }

  later(sentence) {
    this.say(sentence, true);
    this.plan(this.wait);
    this.wait = Math.min(this.wait * 2, LAST_RETRY);
    return false;
  }

  say(sentence, isWaiting = false) {
    this.says.classList.toggle("c8-saved--waiting", isWaiting);
    if (this.says.textContent !== sentence) {
      this.says.textContent = sentence;
    }
  }

  // The form goes only when its text is safe: a page that asks to sign in would swallow it.
  async submit(event) {
    if (this.leaving || !this.isWaiting) {
      this.leaving = true;
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    this.needsMending = false;
    // What needs mending is shown by the page that the form itself gets, with everything that was typed.
    if ((await this.save()) || this.needsMending) {
      this.leaving = true;
      this.form.requestSubmit(button);
    }
  }

  // A refusal is the page that a plain form would have got: two texts, or the reasons why not.
  refused(page) {
    const theirs = page.querySelector("[data-theirs]");
    if (theirs) {
      this.offerBoth(theirs, page.querySelector("[name=version]").value);
    } else {
      const reasons = [...page.querySelectorAll("[data-refusal] .govuk-inset-text")].map((each) => each.textContent.trim());
      this.say(`Not saved. ${reasons.join(" ")} Your text is still on this page.`, true);
    }
  }

  offerBoth(theirs, version) {
    this.say("Not saved: somebody else changed this text while you were writing. Both texts are here.", true);
    this.form.querySelector("[data-autosave-theirs]")?.remove();
    const panel = document.createElement("section");
    panel.dataset.autosaveTheirs = "";
    panel.className = "c8-empty";
    panel.setAttribute("aria-label", "What stands now");
    const heading = document.createElement("h2");
    heading.className = "govuk-heading-s";
    heading.textContent = "What stands now (yours is above)";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = "Save my text over it";
    button.addEventListener("click", () => {
      this.form.elements.version.value = version;
      panel.remove();
      this.save();
    });
    panel.append(heading, document.adoptNode(theirs), button);
    this.says.after(panel);
  }
}
