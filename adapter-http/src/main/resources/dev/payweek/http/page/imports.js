// Bank's files: chosen or dropped anywhere, looked at one after the other, each taken in when confirmed.

import { call, get, newKey } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { clearProblems, showProblems } from "./form.js";
import { count } from "./format.js";
import { questionsOf } from "./import-questions.js";
import { Decisions, remarksOf, rowsOf, sum } from "./import-rows.js";
import { toast } from "./toast.js";
import { takeBack, versionIn } from "./written.js";

const POLL_MS = 700;

let file = null;
let waiting = [];
let chosen = 0;
let answers = {};
let asked = 0;
let decisions = new Decisions();
let seen;
let attempt = {};
let onChange = async () => {};

const form = () => byId("import-form");
const result = () => byId("import-result");

/** Says in a sentence what has come, instead of all of it. */
const say = (words) => (byId("import-said").textContent = words);

const queryOf = (more) => ({
  file_name: file.name,
  account: form().elements.account.value.trim(),
  ...answers,
  ...more,
});

const tryOut = (more = {}) => call("POST", "/imports", { query: { dry_run: true, ...queryOf(more) }, body: file });

/** File and decisions arrive together or not at all; sent again after a lost answer, they are taken once. */
function sendAll() {
  const decided = JSON.stringify(decisions.of(seen));
  const body = decided === "[]" ? file : new FormData();
  if (body !== file) {
    body.append("decisions", decided);
    body.append("file", file);
  }
  attempt = attempt.decided === decided ? attempt : { decided, key: newKey() };
  return call("POST", "/imports", { query: queryOf(), body, headers: { "Idempotency-Key": attempt.key } });
}

/** What comes back for one file, or for one answer, is not shown for another. */
async function look() {
  const question = ++asked;
  clearProblems(form());
  show(result(), h("p", { class: "quiet" }, `Reading ${file.name}…`));
  try {
    const { data } = await tryOut();
    question === asked && preview(data);
  } catch (failure) {
    question === asked && notRead(failure);
  }
}

function notRead(failure) {
  show(result());
  if (failure.questions?.length) {
    const tryAnswer = async (parameter, option) => (await tryOut({ [parameter]: option })).data;
    show(result(), questionsOf(failure.questions, { file, answer, tryAnswer }));
    say(failure.questions[0].message);
    result().querySelector("button")?.focus();
    return;
  }
  showProblems(form(), failure);
  show(result(), waiting.length ? h("button", { type: "button", onclick: next }, "Next file") : null);
}

function answer(parameter, option) {
  answers = { ...answers, [parameter]: option };
  look();
}

const WORDS = [
  ["inserted", "new"],
  ["needs_review", "new, to check"],
  ["duplicates", "known already"],
  ["rejected", "not understood"],
];

const counted = (report) => WORDS.filter(([name]) => name === "inserted" || sum(report, name) > 0);

function counts(report) {
  const rows = counted(report).map(([name, label]) =>
    h("div", {}, h("dt", {}, label), h("dd", {}, count(sum(report, name)))),
  );
  return h("dl", { class: "facts" }, rows);
}

const placeWords = () => (chosen > 1 ? `${chosen - waiting.length} of ${chosen}: ` : "");

function preview(report) {
  decisions = new Decisions();
  seen = report;
  attempt = {};
  say(`${file.name}: ${counted(report).map(([name, label]) => `${count(sum(report, name))} ${label}`).join(", ")}`);
  const fresh = sum(report, "inserted") + sum(report, "needs_review");
  const confirm = h(
    "button",
    { type: "button", class: "main", onclick: take },
    `Import ${count(fresh)} ${fresh === 1 ? "entry" : "entries"}`,
  );
  show(
    result(),
    h("p", {}, placeWords(), h("strong", {}, file.name), ` (${report.format}): nothing is stored yet.`),
    counts(report),
    remarksOf(report),
    ...rowsOf(report, decisions),
    fresh ? confirm : h("p", {}, report.nothing_new ?? "There is nothing new in this file."),
    waiting.length ? h("button", { type: "button", onclick: next }, fresh ? "Skip this file" : "Next file") : null,
  );
  (fresh ? confirm : result().querySelector("button"))?.focus();
}

/** How far a long import is, as long as it arrives: the service says that of each that does. */
async function watch(name, place) {
  const bar = h("progress", { "aria-label": `Importing ${name}` });
  const words = h("span", { class: "quiet" });
  show(place, bar, words);
  while (place.isConnected && place.childElementCount) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    // Whatever hinders this look, the import itself says how it ended.
    const all = await get("/imports").catch(() => []);
    const arriving = all.find(({ state, file: one }) => state === "in_progress" && one === name);
    if (arriving?.progress) {
      const { rows, percent } = arriving.progress;
      words.textContent = ` ${count(rows)} rows so far`;
      if (percent !== undefined) {
        bar.max = 100;
        bar.value = percent;
      }
    }
  }
}

/** What the bank reports may have been written down by hand already; that counts twice until somebody decides. */
async function twinWords() {
  const pairs = await get("/twins").catch(() => []);
  const words = pairs.length === 1 ? "1 entry seems" : `${count(pairs.length)} entries seem`;
  return pairs.length ? `; ${words} to be there twice: see Rules and lists` : "";
}

async function take(event) {
  const button = event.target;
  const place = h("p", { class: "progress" });
  button.disabled = true;
  button.textContent = "Importing…";
  button.after(place);
  const name = file.name;
  watch(name, place);
  try {
    const { data: report, headers } = await sendAll();
    const fresh = sum(report, "inserted") + sum(report, "needs_review");
    if (waiting.length) {
      next();
    } else {
      byId("import").close();
    }
    await onChange();
    toast(`Imported ${count(fresh)} from ${name}${await twinWords()}`, () => takeBack([versionIn(headers)]));
  } catch (failure) {
    button.disabled = false;
    button.textContent = "Try again";
    showProblems(form(), failure);
  } finally {
    show(place);
  }
}

/** Answers belong to one file; the next is asked about by itself. */
function next() {
  file = waiting.shift();
  answers = {};
  look();
}

function choose(files) {
  if (files.length) {
    waiting = [...files];
    chosen = waiting.length;
    next();
  }
}

const holdsFiles = (event) => [...event.dataTransfer.types].includes("Files");

/** Wherever on the page a file is dropped, it is looked at; a browser alone would leave the page for it. */
function listenForDrops(open) {
  const drop = byId("drop");
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      drop.classList.add("ready");
    }
  });
  document.addEventListener("dragleave", () => drop.classList.remove("ready"));
  document.addEventListener("drop", (event) => {
    drop.classList.remove("ready");
    if (holdsFiles(event)) {
      event.preventDefault();
      open();
      choose(event.dataTransfer.files);
    }
  });
}

/** Begins to listen; what is given runs after each import. */
export function startImports(changed) {
  onChange = changed;
  const dialog = byId("import");
  closable(dialog);
  const open = () => {
    form().reset();
    clearProblems(form());
    show(result());
    dialog.open || dialog.showModal();
  };
  byId("open-import").addEventListener("click", open);
  form().elements.file.multiple = true;
  form().addEventListener("submit", (event) => event.preventDefault());
  form().elements.file.addEventListener("change", (event) => choose(event.target.files));
  form().elements.account.addEventListener("change", () => file && result().childElementCount && look());
  listenForDrops(open);
}
