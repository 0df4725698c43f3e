// Bank's files: chosen or dropped anywhere, looked at one after the other, each taken in when confirmed.

import { call } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { clearProblems, showProblems } from "./form.js";
import { count, fullDay } from "./format.js";
import { toast } from "./toast.js";

const OUTCOMES = {
  inserted: "new",
  duplicate: "known already",
  needs_review: "new, please check",
  rejected: "not understood",
};

let file = null;
let waiting = [];
let chosen = 0;
let answers = {};
let onChange = async () => {};

const form = () => byId("import-form");
const result = () => byId("import-result");

function send(dryRun) {
  const query = { file_name: file.name, account: form().elements.account.value.trim(), ...answers };
  return call("POST", "/imports", { query: dryRun ? { dry_run: true, ...query } : query, body: file });
}

async function look() {
  clearProblems(form());
  show(result(), h("p", { class: "quiet" }, `Reading ${file.name}…`));
  try {
    preview((await send(true)).data);
  } catch (failure) {
    show(result());
    if (failure.questions?.length) {
      ask(failure.questions);
    } else {
      showProblems(form(), failure);
      show(result(), waiting.length ? h("button", { type: "button", onclick: next }, "Next file") : null);
    }
  }
}

function ask(questions) {
  show(
    result(),
    questions.map((question) =>
      h(
        "fieldset",
        { class: "question" },
        h("legend", {}, question.message),
        question.options.map((option) =>
          h("button", { type: "button", onclick: () => answer(question, option) }, option),
        ),
      ),
    ),
  );
  result().querySelector("button")?.focus();
}

function answer(question, option) {
  answers = { ...answers, [question.parameter]: option };
  look();
}

const parts = (report) => (report.accounts.length ? report.accounts : [report]);

function sum(report, name) {
  return parts(report).reduce((total, part) => total + part.counts[name], 0);
}

function counts(report) {
  const words = [
    ["inserted", "new"],
    ["needs_review", "new, to check"],
    ["duplicates", "known already"],
    ["rejected", "not understood"],
  ];
  return h(
    "dl",
    { class: "facts" },
    words
      .filter(([name]) => name === "inserted" || sum(report, name) > 0)
      .map(([name, label]) => h("div", {}, h("dt", {}, label), h("dd", {}, count(sum(report, name))))),
  );
}

/** A file says in which currency it is; what it says is never shown in another. */
const amountIn = (currency, amount) =>
  new Intl.NumberFormat(undefined, currency ? { style: "currency", currency } : {}).format(amount);

function row({ date, title, amount, category, outcome, reason, currency }) {
  return h(
    "tr",
    { "data-outcome": outcome },
    h("td", {}, date ? fullDay(date) : ""),
    h("td", {}, title, category ? h("span", { class: "quiet" }, ` ${category}`) : null),
    h("td", {}, amount === undefined ? "" : amountIn(currency, amount)),
    h("td", {}, outcome === "rejected" || outcome === "needs_review" ? reason : OUTCOMES[outcome]),
  );
}

/** The rows can be narrowed to one outcome, as long as there are several. */
function outcomeChoice(all, body) {
  const outcomes = Object.keys(OUTCOMES).filter((outcome) => all.some((one) => one.outcome === outcome));
  const choice = h(
    "select",
    { id: "import-outcome" },
    h("option", { value: "" }, "all rows"),
    outcomes.map((outcome) => h("option", { value: outcome }, OUTCOMES[outcome])),
  );
  choice.addEventListener("change", () => {
    for (const line of body.children) {
      line.hidden = choice.value !== "" && line.dataset.outcome !== choice.value;
    }
  });
  return outcomes.length > 1
    ? h("div", { class: "field" }, h("label", { for: "import-outcome" }, "Show"), choice)
    : null;
}

function rows(report) {
  const all = parts(report).flatMap(({ rows: some, currency }) => some.map((one) => ({ ...one, currency })));
  const omitted = parts(report).reduce((total, { rows_omitted: number = 0 }) => total + number, 0);
  if (all.length === 0) {
    return [];
  }
  const body = h("tbody", {}, all.map(row));
  const names = ["Date", "What", "Amount", "What becomes of it"];
  return [
    outcomeChoice(all, body),
    h(
      "div",
      { class: "scroll tall", tabindex: 0, role: "region", "aria-label": "The rows of the file" },
      h(
        "table",
        { class: "rows" },
        h("caption", { class: "hidden" }, "The rows of the file"),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            names.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        body,
      ),
    ),
    omitted ? h("p", { class: "quiet" }, `and ${count(omitted)} more`) : null,
  ];
}

const placeWords = () => (chosen > 1 ? `${chosen - waiting.length} of ${chosen}: ` : "");

function preview(report) {
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
    ...rows(report),
    fresh ? confirm : h("p", {}, report.nothing_new ?? "There is nothing new in this file."),
    waiting.length ? h("button", { type: "button", onclick: next }, fresh ? "Skip this file" : "Next file") : null,
  );
  (fresh ? confirm : result().querySelector("button"))?.focus();
}

async function take(event) {
  event.target.disabled = true;
  event.target.textContent = "Importing…";
  const words = `from ${file.name}`;
  try {
    const report = (await send(false)).data;
    const fresh = sum(report, "inserted") + sum(report, "needs_review");
    const batches = parts(report).map((part) => part.batch);
    if (waiting.length) {
      next();
    } else {
      byId("import").close();
    }
    await onChange();
    toast(`Imported ${count(fresh)} ${words}`, async () => {
      for (const batch of batches) {
        await call("DELETE", `/imports/${batch}`);
      }
      await onChange();
    });
  } catch (failure) {
    event.target.disabled = false;
    event.target.textContent = "Try again";
    showProblems(form(), failure);
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
