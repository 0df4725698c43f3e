// A bank's file: chosen or dropped, looked at first, taken in when confirmed.

import { call } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { clearProblems, showProblems } from "./form.js";
import { count, fullDay, money } from "./format.js";
import { toast } from "./toast.js";

const ROWS_SHOWN = 8;
const OUTCOMES = {
  inserted: "new",
  duplicate: "known already",
  needs_review: "new, please check",
  rejected: "not understood",
};

let file = null;
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

function rows(report) {
  const all = parts(report).flatMap((part) => part.rows);
  const first = [...all]
    .sort((one, other) => (other.outcome === "rejected") - (one.outcome === "rejected"))
    .slice(0, ROWS_SHOWN);
  const row = ({ date, title, amount, category, outcome, reason }) =>
    h(
      "tr",
      {},
      h("td", {}, date ? fullDay(date) : ""),
      h("td", {}, title, category ? h("span", { class: "quiet" }, ` ${category}`) : null),
      h("td", {}, amount === undefined ? "" : money(amount)),
      h("td", {}, outcome === "rejected" ? reason : OUTCOMES[outcome]),
    );
  return [
    h(
      "div",
      { class: "scroll" },
      h(
        "table",
        { class: "rows" },
        h("caption", { class: "hidden" }, "The first rows of the file"),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["Date", "What", "Amount", ""].map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h("tbody", {}, first.map(row)),
      ),
    ),
    all.length > first.length
      ? h("p", { class: "quiet" }, `and ${count(all.length - first.length)} more`)
      : null,
  ];
}

function preview(report) {
  const fresh = sum(report, "inserted") + sum(report, "needs_review");
  const confirm = h(
    "button",
    { type: "button", class: "main", onclick: take },
    `Import ${count(fresh)} ${fresh === 1 ? "entry" : "entries"}`,
  );
  show(
    result(),
    h("p", {}, h("strong", {}, file.name), ` (${report.format}): nothing is stored yet.`),
    counts(report),
    ...rows(report),
    fresh ? confirm : h("p", {}, "There is nothing new in this file."),
  );
  (fresh ? confirm : result()).focus();
}

async function take(event) {
  event.target.disabled = true;
  try {
    const report = (await send(false)).data;
    const fresh = sum(report, "inserted") + sum(report, "needs_review");
    const batches = parts(report).map((part) => part.batch);
    byId("import").close();
    await onChange();
    toast(`Imported ${count(fresh)} from ${file.name}`, async () => {
      for (const batch of batches) {
        await call("DELETE", `/imports/${batch}`);
      }
      await onChange();
    });
  } catch (failure) {
    event.target.disabled = false;
    showProblems(form(), failure);
  }
}

function choose(chosen) {
  if (chosen) {
    file = chosen;
    answers = {};
    look();
  }
}

function listenForDrops() {
  const drop = byId("drop");
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("ready");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("ready"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("ready");
    choose(event.dataTransfer.files[0]);
  });
}

/** Begins to listen; what is given runs after each import. */
export function startImports(changed) {
  onChange = changed;
  const dialog = byId("import");
  closable(dialog);
  byId("open-import").addEventListener("click", () => {
    form().reset();
    clearProblems(form());
    show(result());
    dialog.showModal();
  });
  form().addEventListener("submit", (event) => event.preventDefault());
  form().elements.file.addEventListener("change", (event) => choose(event.target.files[0]));
  form().elements.account.addEventListener("change", () => file && result().childElementCount && look());
  listenForDrops();
}
