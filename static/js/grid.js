// The entry grid by keyboard. Rows save themselves one after the other; what cannot be saved stays in the page and is
// tried again until it is. Nothing is put into the browser's own stores.
import { freshToken } from "./autosave.js";
import { Row } from "./grid_row.js";

const FIRST_RETRY = 3000;
const LAST_RETRY = 60000;
const PAUSE = 10000;
const ECHO_PAUSE = 400;

const form = document.querySelector("[data-grid]");
const table = form.querySelector("table");
const status = document.querySelector("[data-status]");
const undo = document.querySelector("[data-undo]");
const template = document.querySelector("[data-new-row]");
const queue = new Set();
let wait = FIRST_RETRY;
let running = null;
let retry;
let pause;
let echo;
let leaving = false;

const rows = () => [...table.tBodies].map((body) => body.row ?? new Row(body));
const rowOf = (element) => element.closest?.("tbody[data-row]")?.row;
const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;

// --- saving ------------------------------------------------------------------------------------------------------

function save(row) {
  if (row?.isWaiting) {
    queue.add(row);
    row.say("Saving…");
    running ??= drain().finally(() => {
      running = null;
    });
  }
  return running;
}

async function drain() {
  clearTimeout(retry);
  while (queue.size) {
    const [row] = queue;
    if (!(await send(row))) {
      return;
    }
    queue.delete(row);
  }
}

// Whether the server was reached; what it said is told at the row.
async function send(row) {
  const sent = row.typed();
  let answer;
  try {
    answer = await post(form.dataset.rowUrl, row.sending());
  } catch {
    return later("Not saved yet: no connection. We will try again; your text is on this page.");
  }
  if (answer.ok) {
    wait = FIRST_RETRY;
    heard(row, await answer.json(), sent);
    return true;
  }
  if (answer.status === 422) {
    row.refuse(await answer.json());
    return true;
  }
  if (answer.status === 409) {
    disagreed(row, await answer.json(), sent);
    return true;
  }
  if (answer.type === "opaqueredirect" || answer.status === 403) {
    await freshToken();
    return later("Not saved yet: you may have been signed out. Sign in again in another tab, and the rows will save themselves.");
  }
  return later("Not saved yet: we will try again. Your text is on this page.");
}

function heard(row, answer, sent) {
  row.keep(answer, sent);
  row.sentLast = null;
  if (answer.done) {
    status.textContent = "";
    undo.hidden = false;
    undo.querySelector("[data-done]").textContent = answer.done;
  }
}

// Where the answer to an earlier try was lost, what stands is one's own text: the newer text goes on top of it.
function disagreed(row, answer, sent) {
  if (answer.refused) {
    row.stop(answer.refused);
  } else if (row.sentLast && answer.differing.every((each) => row.sentLast[each.name] === each.value)) {
    row.box("version").value = answer.version;
    queue.add(row);
  } else {
    row.offerBoth(answer, save);
  }
}

function post(url, fields) {
  const body = new URLSearchParams(fields);
  body.set("csrfmiddlewaretoken", token());
  return fetch(url, { method: "POST", body, headers: { Accept: "application/json", "X-Autosave": "1" }, redirect: "manual" });
}

function later(sentence) {
  status.textContent = sentence;
  for (const row of queue) {
    row.say("Not saved yet", "waiting");
    row.sentLast ??= row.fields();
  }
  clearTimeout(retry);
  retry = setTimeout(saveAll, wait);
  wait = Math.min(wait * 2, LAST_RETRY);
  return false;
}

function saveAll() {
  rows().filter((row) => row.isWaiting && !row.isWrong).forEach((row) => queue.add(row));
  const [first] = queue;
  return first ? save(first) : running;
}

// --- moving ------------------------------------------------------------------------------------------------------

function addRow() {
  const next = table.tBodies.length;
  const made = document.createElement("template");
  made.innerHTML = `<table>${template.innerHTML.replaceAll(/\br0-/g, `r${next}-`).replaceAll('"r0"', `"r${next}"`).replaceAll("new row 1", `new row ${next + 1}`)}</table>`;
  const body = made.content.querySelector("tbody");
  body.querySelector("[data-field=key]").value = newKey();
  table.append(body);
  return dressed(new Row(body));
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function dressed(row) {
  const copy = row.body.querySelector("[data-copy]");
  if (copy) {
    copy.hidden = false;
  }
  return row;
}

function neighbour(row, step) {
  const all = rows();
  return all[all.indexOf(row) + step];
}

function go(row, field) {
  const box = row?.box(field);
  box?.focus();
  if (box?.select && box.tagName === "INPUT") {
    box.select();
  }
}

function nextRow(row) {
  go(neighbour(row, 1) ?? addRow(), "when");
}

// The first of the empty rows at the end; a new one where there is none.
function firstEmpty() {
  const all = rows();
  const last = all.findLastIndex((row) => !row.isEmpty);
  return all[last + 1] ?? addRow();
}

function copyBox(box) {
  const above = neighbour(rowOf(box), -1)?.box(box.dataset.field);
  if (above) {
    box.value = above.value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function copyRow(row) {
  const above = neighbour(row, -1);
  for (const box of above ? row.boxes : []) {
    if (!box.value.trim() || box.value === "not_recorded") {
      box.value = above.box(box.dataset.field).value;
    }
  }
  go(row, "when");
}

const KEYS = {
  Enter(event, row) {
    if (event.ctrlKey || event.metaKey) {
      go(firstEmptyAfterSaving(row), "when");
    } else if (event.altKey || event.shiftKey) {
      return event.target.tagName === "TEXTAREA" && newLine(event.target);
    } else {
      nextRow(row);
    }
    return true;
  },
  ArrowUp: (event, row) => upOrDown(event, row, -1),
  ArrowDown: (event, row) => upOrDown(event, row, 1),
  Quote(event, row) {
    if (!event.ctrlKey) {
      return false;
    }
    if (event.shiftKey) {
      copyRow(row);
    } else {
      copyBox(event.target);
    }
    return true;
  },
};

function firstEmptyAfterSaving(row) {
  save(row);
  return firstEmpty();
}

function newLine(box) {
  box.setRangeText("\n", box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

// In a text of several lines the arrows move within it until its first or last line.
function upOrDown(event, row, step) {
  const box = event.target;
  if (event.altKey || event.shiftKey || (box.tagName === "SELECT" && !event.ctrlKey)) {
    return false;
  }
  if (box.tagName === "TEXTAREA" && !event.ctrlKey) {
    const end = step < 0 ? 0 : box.value.length;
    if (box.selectionStart !== end || box.selectionEnd !== end) {
      return false;
    }
  }
  if (box.hasAttribute("list") && !event.ctrlKey && box.value === "") {
    return false;
  }
  go(neighbour(row, step), box.dataset.field);
  return true;
}

form.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  const act = KEYS[event.code] ?? KEYS[event.key];
  if (row && event.target.dataset.field && event.target.type !== "radio" && act?.(event, row)) {
    event.preventDefault();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.altKey && event.code === "KeyU" && !undo.hidden) {
    event.preventDefault();
    undo.requestSubmit();
  }
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") {
    event.preventDefault();
    saveAll();
  }
});

// --- typing ------------------------------------------------------------------------------------------------------

form.addEventListener("input", (event) => {
  const row = rowOf(event.target);
  if (!row) {
    return;
  }
  row.isWrong = false;
  row.say(row.isWaiting ? "Not saved yet" : "");
  clearTimeout(pause);
  pause = setTimeout(() => isComplete(row) && save(row), PAUSE);
  if (["when", "at"].includes(event.target.dataset.field)) {
    clearTimeout(echo);
    echo = setTimeout(() => sayBack(row), ECHO_PAUSE);
  }
});

const isComplete = (row) => ["when", "source", "event"].every((field) => row.box(field).value.trim());

function sayBack(row) {
  const says = row.body.querySelector(".c8-grid__says");
  if (!row.box("when").value.trim() && !row.box("at").value.trim()) {
    row.below([]);
    return;
  }
  says.closest("tr").hidden = false;
  const values = { csrfmiddlewaretoken: token(), row: row.name, when: row.box("when").value, at: row.box("at").value };
  window.htmx.ajax("POST", form.dataset.dateUrl, { target: says, swap: "innerHTML", values, source: says });
}

// A row saves itself when the cursor leaves it.
form.addEventListener("focusout", (event) => {
  const row = rowOf(event.target);
  if (row && !row.body.contains(event.relatedTarget) && !row.isWrong) {
    save(row);
  }
});

form.addEventListener("change", (event) => {
  const row = rowOf(event.target);
  if (row && event.target.type === "radio") {
    row.isWrong = false;
    save(row);
    go(row, "at");
  }
});

form.addEventListener("click", (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    copyRow(rowOf(copy));
  }
  if (event.target.closest("[data-add]")) {
    go(addRow(), "when");
  }
});

// --- pasting -----------------------------------------------------------------------------------------------------

form.addEventListener("paste", async (event) => {
  const text = event.clipboardData.getData("text/plain");
  const row = rowOf(event.target);
  const isTable = text.includes("\t") || (text.trim().includes("\n") && event.target.tagName === "INPUT");
  if (!row || !isTable) {
    return;
  }
  event.preventDefault();
  const fields = { text, at: event.target.dataset.field, first: String(table.tBodies.length) };
  let answer;
  try {
    answer = await post(form.dataset.pasteUrl, fields);
  } catch {
    answer = { ok: false };
  }
  if (!answer.ok) {
    status.textContent = "The rows could not be pasted: there is no connection. Nothing was taken; paste them again.";
    return;
  }
  const made = document.createElement("template");
  made.innerHTML = `<table>${await answer.text()}</table>`;
  const bodies = [...made.content.querySelectorAll("tbody")];
  const place = firstEmpty().body;
  bodies.forEach((body) => place.before(body));
  const pasted = bodies.map((body) => dressed(new Row(body)));
  pasted.filter((each) => each.body.querySelector("[aria-invalid]")).forEach((each) => {
    each.isWrong = true;
    each.say("Not saved yet", "waiting");
  });
  status.textContent = pasted.length === 1 ? "One row was pasted." : `${pasted.length} rows were pasted.`;
  saveAll();
  go(pasted[0], "when");
});

// --- leaving -----------------------------------------------------------------------------------------------------

// Whatever the form would carry away is safe first; what is wrong is shown by the page that the form itself gets.
async function sendForm(event) {
  if (leaving) {
    return;
  }
  event.preventDefault();
  const { submitter } = event;
  if (submitter?.matches("[data-save]")) {
    rows().forEach((row) => {
      row.isWrong = false;
    });
  }
  await saveAll();
  await new Promise((later) => setTimeout(later)); // a form does not go while it is still telling that it will
  const unsaved = rows().filter((row) => row.isWaiting);
  if (submitter?.matches("[data-save]")) {
    go(unsaved[0], "when");
    status.textContent = unsaved.length ? "Some rows are not saved yet." : "Everything is saved.";
  } else if (unsaved.length) {
    status.textContent = "Some rows are not saved yet. Mend them first: the next page would lose them.";
    go(unsaved[0], "when");
  } else {
    leaving = true;
    event.target.requestSubmit(submitter);
  }
}

form.addEventListener("submit", sendForm);
undo.addEventListener("submit", sendForm);
window.addEventListener("online", saveAll);
document.addEventListener("visibilitychange", saveAll);
window.addEventListener("beforeunload", (event) => {
  if (!leaving && rows().some((row) => row.isWaiting)) {
    event.preventDefault();
  }
});

// A code is offered after each comma too: the list then begins with what stands before it.
const people = document.getElementById("offered-persons");
const codes = [...people.options].map((option) => option.value);
form.addEventListener("input", (event) => {
  if (event.target.dataset.field === "persons") {
    const before = event.target.value.slice(0, event.target.value.lastIndexOf(",") + 1);
    people.replaceChildren(...codes.map((code) => new Option("", before ? `${before} ${code}` : code)));
  }
});

rows().forEach(dressed);
form.querySelector("[data-add]").hidden = false;
// Whoever has already begun somewhere else stays there.
const isUnused = document.activeElement === document.body || document.activeElement.matches(".govuk-notification-banner");
if (isUnused && !document.querySelector(".govuk-error-summary")) {
  firstEmpty().box("when").focus({ preventScroll: rows().every((row) => row.isEmpty) });
}
