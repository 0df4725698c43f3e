// Recent changes, whoever made them: each can be undone at any time, and what was undone brought back.

import { call, get } from "./api.js";
import { changeWords, laterOf, undoneBy, undoneIn } from "./change-words.js";
import { byId, h, show } from "./dom.js";
import { patch } from "./patch.js";
import { openSheet, problem } from "./sheet.js";
import { toast } from "./toast.js";
import { takeBack, whenShown } from "./written.js";

const PAGE = 40;
const MOST = 1000;

const versionNow = async () => Number(/\d+/.exec((await call("GET", "/ledger")).headers.get("ETag"))[0]);

/** A day's changes are said with their time only, others with their date too. */
function whenWords(at) {
  const moment = new Date(at);
  const sameDay = moment.toDateString() === new Date().toDateString();
  return moment.toLocaleString(undefined, { timeStyle: "short", ...(sameDay ? {} : { dateStyle: "medium" }) });
}

/** Of things that were changed again since, the later changes are to be undone before this one can be. */
async function offerLater(change, failure, trouble) {
  const since = await get("/changes", { since: change.version, limit: MOST });
  const later = laterOf(change, since.reverse());
  if (!later.length) {
    throw failure;
  }
  const all = h("button", { type: "button" }, `Undo ${later.length === 1 ? "that" : `those ${later.length}`} too`);
  all.addEventListener("click", async () => {
    all.disabled = true;
    try {
      await takeBack([...later.map(({ version }) => version), change.version]);
      toast(`Undone: ${change.what}`);
    } catch (again) {
      show(trouble, problem(again.message));
    }
  });
  show(
    trouble,
    problem(
      "What it touched has been changed again since:",
      h(
        "ul",
        {},
        later.map(({ what }) => h("li", {}, what)),
      ),
      all,
    ),
  );
  all.focus();
}

function row({ change, isUndone }) {
  const trouble = h("div", {});
  const isUndo = undoneBy(change) !== undefined;
  const button = h(
    "button",
    { type: "button", "data-control": "undo", "aria-label": `${isUndo ? "Redo" : "Undo"}: ${change.what}` },
    isUndo ? "Redo" : "Undo",
  );
  button.addEventListener("click", async () => {
    if (button.ariaDisabled === "true") {
      return;
    }
    button.ariaDisabled = "true";
    show(trouble);
    try {
      await takeBack([change.version]);
      toast(`Undone: ${change.what}`);
    } catch (failure) {
      const said = failure.status === 409 ? offerLater(change, failure, trouble) : Promise.reject(failure);
      await said.catch((other) => show(trouble, problem(other.message)));
    } finally {
      button.ariaDisabled = "false";
    }
  });
  return h(
    "li",
    { class: isUndone ? "change undone" : "change", "data-version": change.version },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, change.what),
      h(
        "span",
        { class: "words" },
        h("time", { datetime: change.at }, whenWords(change.at)),
        change.who === "local" ? "" : ` by ${change.who}`,
        isUndone ? ", undone" : "",
      ),
      changeWords(change).map((words) => h("span", { class: "words" }, words)),
    ),
    isUndone ? null : button,
    trouble,
  );
}

function open() {
  const { dialog, body } = openSheet("changes", "Recent changes", { className: "sheet drawer" });
  const list = h("ul", { class: "things" });
  const rest = h("div", {}, h("p", { class: "quiet" }, "Loading…"));
  show(body, list, rest);
  let pages = 1;
  let asked = 0;
  async function load() {
    const question = ++asked;
    try {
      const now = await versionNow();
      const since = Math.max(0, now - pages * PAGE);
      const changes = (await get("/changes", { since, limit: MOST })).reverse();
      if (question !== asked) {
        return;
      }
      const undone = undoneIn(changes);
      patch(
        list,
        changes.map((change) => ({ change, isUndone: undone.has(change.version) })),
        ({ change }) => change.version,
        row,
      );
      const earlier = h("button", { type: "button", onclick: more }, "Earlier changes");
      const none = h("p", { class: "quiet" }, "Nothing was changed yet.");
      show(rest, changes.length ? null : none, since > 0 ? earlier : null);
    } catch (failure) {
      show(rest, problem(failure.message, h("button", { type: "button", onclick: load }, "Try again")));
    }
  }
  async function more() {
    pages = Math.min(pages + 1, MOST / PAGE);
    await load();
  }
  dialog.addEventListener("close", whenShown(load));
  load();
}

/** Begins to listen. */
export function startChanges() {
  byId("open-changes").addEventListener("click", open);
}
