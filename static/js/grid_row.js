// One row of the grid: what is typed in it, what was saved of it, and what is said about it.

const SENT = ["key", "version"];
const SAVED = "Saved";

export class Row {
  constructor(body) {
    this.body = body;
    this.name = body.dataset.row;
    this.saved = body.querySelector("[data-field=version]").value === "0" ? null : this.typed();
    this.isWrong = false;
    body.row = this;
  }

  get boxes() {
    return [...this.body.querySelectorAll("input[data-field]:not([type=hidden]):not([type=radio]), textarea[data-field], select[data-field]")];
  }

  box(field) {
    return this.body.querySelector(`[data-field="${field}"]:not([type=radio])`);
  }

  get isNew() {
    return this.box("version").value === "0";
  }

  get isEmpty() {
    return this.isNew && this.boxes.every((box) => box.tagName === "SELECT" || !box.value.trim());
  }

  // Whether something was typed that the server has not said it holds.
  get isWaiting() {
    return !this.isEmpty && this.saved !== this.typed();
  }

  typed() {
    return JSON.stringify(this.fields());
  }

  fields() {
    const fields = {};
    for (const box of this.body.querySelectorAll("[data-field]")) {
      const isLeftOut = SENT.includes(box.dataset.field) || (box.type === "radio" && !box.checked);
      if (!isLeftOut) {
        fields[box.dataset.field] = box.value;
      }
    }
    return fields;
  }

  sending() {
    return { ...this.fields(), key: this.box("key").value, version: this.box("version").value };
  }

  say(state, kind = "") {
    const line = this.body.querySelector("[data-state]");
    if (line.textContent !== state) {
      line.textContent = state; // not at every key: each change lays the whole table out again
    }
    line.dataset.kind = kind;
  }

  // What stands below the row. An empty list takes it away.
  below(nodes) {
    const says = this.body.querySelector(".c8-grid__says");
    says.replaceChildren(...nodes);
    says.closest("tr").hidden = nodes.length === 0 && !this.body.querySelector(".c8-grid__named");
  }

  // A line of its own, because what the date says may come later and stands in the other.
  nameCodes(answer) {
    this.body.querySelector(".c8-grid__named")?.remove();
    if (answer.named) {
      this.body.querySelector(".c8-grid__says").after(named(answer));
    }
  }

  keep(answer, sent) {
    this.saved = sent;
    this.isWrong = false;
    const wasNew = this.isNew;
    this.box("version").value = answer.version;
    if (answer.when && this.typed() === sent) {
      this.box("when").value = answer.when;
    }
    this.nameCodes(answer);
    this.below([]);
    this.mark({});
    this.saidBack(answer.said);
    if (wasNew) {
      this.becomeEntry(answer);
    }
    if (!this.isWaiting || answer.when) {
      this.saved = this.typed();
      this.say(SAVED, "saved");
    }
  }

  saidBack(words) {
    const cell = this.box("when").parentElement;
    const line = cell.querySelector(".c8-grid__said") ?? cell.appendChild(document.createElement("span"));
    line.className = "c8-grid__said";
    line.textContent = words;
  }

  becomeEntry({ number, more }) {
    const head = this.body.querySelector("th");
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = more;
    link.textContent = number;
    const hidden = document.createElement("span");
    hidden.className = "govuk-visually-hidden";
    hidden.textContent = "More of entry ";
    link.prepend(hidden);
    head.querySelector("[data-new]").replaceWith(link);
    head.querySelector("[data-copy]")?.remove();
    for (const box of this.boxes) {
      box.setAttribute("aria-label", box.getAttribute("aria-label").replace(/, .*/, `, entry ${number}`));
    }
  }

  refuse({ wrong, labels }) {
    this.isWrong = true;
    this.say("Not saved yet", "waiting");
    this.mark(wrong);
    const kept = [...this.body.querySelectorAll(".c8-said__choices")];
    this.below([...Object.entries(wrong).map(([name, sentence]) => paragraph(`${labels[name]}: ${sentence}`, "c8-grid__wrong")), ...kept]);
  }

  mark(wrong) {
    for (const box of this.boxes) {
      if (box.dataset.field in wrong) {
        box.setAttribute("aria-invalid", "true");
      } else {
        box.removeAttribute("aria-invalid");
      }
    }
  }

  stop(sentences) {
    this.isWrong = true;
    this.say("Not saved", "waiting");
    this.below(sentences.map((sentence) => paragraph(sentence, "c8-grid__wrong")));
  }

  // Somebody saved first: both texts, and two buttons. Neither text is lost, whichever is pressed.
  offerBoth({ by, differing, version }, save) {
    this.isWrong = true;
    this.say("Not saved", "waiting");
    const list = document.createElement("dl");
    list.className = "c8-grid__both";
    for (const each of differing) {
      list.append(term(each.label), described("Now", each.theirs), described("Yours", each.yours));
    }
    const mine = button("Save mine over it", () => {
      this.box("version").value = version;
      this.isWrong = false;
      save(this);
    });
    const theirs = button("Take theirs", () => {
      for (const each of differing) {
        const box = this.box(each.name);
        if (box) {
          box.value = each.value;
        }
      }
      this.box("version").value = version;
      this.saved = this.typed();
      this.isWrong = false;
      this.mark({});
      this.below([]);
      this.say("Theirs stands");
      this.box("when").focus();
    });
    this.below([paragraph(`${by} changed this entry while you were writing. Both texts are here.`, "c8-grid__wrong"), list, mine, theirs]);
  }
}

function paragraph(words, css) {
  const made = document.createElement("p");
  made.className = css;
  made.textContent = words;
  return made;
}

// Whose code is known, and the way to the page where a button puts it in.
function named({ named: sentence, number, entry }) {
  const said = paragraph(`${sentence} `, "c8-grid__also c8-grid__named");
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = entry;
  link.textContent = `Use codes in entry ${number}`;
  said.append(link);
  return said;
}

function term(words) {
  const made = document.createElement("dt");
  made.textContent = words;
  return made;
}

function described(whose, words) {
  const made = document.createElement("dd");
  const name = document.createElement("b");
  name.textContent = `${whose}: `;
  made.append(name, words || "(empty)");
  return made;
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}
