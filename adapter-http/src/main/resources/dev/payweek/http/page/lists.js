// Everything that is set, and what is suggested, each in a list of its own.

import { byId, h, show } from "./dom.js";
import { onSubmit } from "./form.js";
import { count } from "./format.js";
import { DISCOVERIES } from "./discoveries.js";
import { IMPORTS } from "./imports-list.js";
import { ACCOUNTS, CATEGORIES } from "./named-lists.js";
import { patch } from "./patch.js";
import { PLAN_LISTS } from "./plan-kinds.js";
import { RULES } from "./rules-list.js";
import { openSheet, problem } from "./sheet.js";
import { TWINS } from "./twins-list.js";
import { whenShown } from "./written.js";

// What waits for a decision is open from the start.
const TO_DECIDE = [TWINS, DISCOVERIES];
const LISTS = [...TO_DECIDE, RULES, ...PLAN_LISTS, CATEGORIES, ACCOUNTS, IMPORTS];

/** A form that folds away when it has been sent. */
function adding({ label, fields, send }, id) {
  const details = h("details", { class: "adding" }, h("summary", {}, label));
  const form = () => {
    const made = h(
      "form",
      { class: "inner", novalidate: true, id: `add-${id}` },
      fields(),
      h("button", { class: "main" }, label),
    );
    onSubmit(made, async (given) => {
      await send(given, made);
      // A review of what it would move stays until it is decided.
      if (!made.querySelector(".review")) {
        made.replaceWith(form());
        details.open = false;
        details.querySelector("summary").focus();
      }
    });
    return made;
  };
  details.append(form());
  return details;
}

function part(list) {
  const number = h("span", { class: "quiet" });
  const rows = h("ul", { class: "things" });
  const none = h("p", { class: "quiet" }, "Loading…");
  const details = h(
    "details",
    { class: "list", id: `list-${list.id}` },
    h("summary", {}, list.title, " ", number),
    none,
    rows,
    list.adding ? adding(list.adding, list.id) : null,
  );
  let asked = 0;
  async function load() {
    const question = ++asked;
    try {
      const things = await list.load();
      if (question !== asked) {
        return;
      }
      number.textContent = count(things.length);
      show(none, things.length ? null : list.none);
      none.hidden = things.length > 0;
      patch(rows, things, list.keyOf, list.row);
    } catch (failure) {
      none.hidden = false;
      show(none, problem(failure.message, h("button", { type: "button", onclick: load }, "Try again")));
    }
  }
  details.addEventListener("toggle", () => details.open && load());
  return { details, load };
}

function open() {
  const { dialog, body } = openSheet("lists", "Rules and lists", { className: "sheet broad" });
  const parts = LISTS.map(part);
  show(body, ...parts.map(({ details }) => details));
  parts.slice(0, TO_DECIDE.length).forEach(({ details }) => (details.open = true));
  const stop = whenShown(() => parts.filter(({ details }) => details.open).forEach(({ load }) => load()));
  dialog.addEventListener("close", stop);
}

/** Begins to listen. */
export function startLists() {
  byId("open-lists").addEventListener("click", open);
}
