// Adding in one line. What was understood stands below it as one types, with the category that the rules would give.

import { call, undo } from "./api.js";
import { bodyOf, readLine } from "./add-line.js";
import { byId, h, show } from "./dom.js";
import { onSubmit } from "./form.js";
import { dayHeading, money, shortDay } from "./format.js";
import { toast } from "./toast.js";

const PATIENCE_MS = 250;

let known = { today: "", categories: [] };
let asked = 0;
const said = [];
let recalled = 0;

const line = () => byId("add-line");
const chosen = () => byId("add-category").value.trim();

const chip = (name, words) => h("li", { class: "chip", "data-chip": name }, words);

function chips(read) {
  const { word, amount, title, date, tags, accounts, category, problem } = read;
  return [
    word ? chip("kind", word) : null,
    amount !== undefined ? chip("amount", `= ${money(amount)}`) : null,
    problem ? chip("problem", `▲ ${problem}`) : null,
    title ? chip("title", title) : null,
    date ? chip("date", dayHeading(date, known.today)) : null,
    ...tags.map((tag) => chip("tag", `#${tag}`)),
    ...accounts.map((account) => chip("account", `@${account}`)),
    category ? chip("category", category) : null,
  ];
}

function read() {
  const found = readLine(line().value, known);
  return chosen() ? { ...found, category: chosen() } : found;
}

/** What the service would make of it: a rule's category, or the payday whose pay it would be. */
function supposedChip({ category, provenance, pay }) {
  if (pay !== undefined || category === undefined) {
    return chip("pay", pay?.source ? `pay of ${pay.source} for ${shortDay(pay.payday)}` : "no pay");
  }
  return chip("category", provenance === "rule" ? `${category}, by a rule` : category);
}

/** An answer to what is typed no more is dropped; without one the line is as good, and adding it says what is wrong. */
async function suppose(found) {
  const question = ++asked;
  if (found.amount === undefined || !found.title || found.path === "/transfers") {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (question !== asked) {
    return;
  }
  try {
    const body = bodyOf(found, known.today);
    const { data } = await call("POST", found.path, { query: { dry_run: true }, body });
    if (question === asked) {
      byId("add-chips").querySelector("[data-chip=category]")?.remove();
      byId("add-chips").append(supposedChip(data));
    }
  } catch (failure) {
    if (question === asked) {
      byId("add-chips").append(chip("problem", `▲ ${failure.message}`));
    }
  }
}

function look() {
  const found = read();
  show(byId("add-chips"), chips(found));
  suppose(found);
}

function recall(step) {
  const place = Math.min(said.length, Math.max(0, recalled + step));
  if (place !== recalled) {
    recalled = place;
    line().value = said[place] ?? "";
    look();
  }
}

function problems(found) {
  const missing = [
    found.problem ? found.problem : found.amount === undefined ? "An amount is missing, like 4.50." : "",
    found.title || found.path !== "/expenses" ? "" : "What was it? A word or two are missing.",
  ].filter(Boolean);
  if (missing.length) {
    throw Object.assign(new Error(missing.join(" ")), { errors: [{ pointer: "line", message: missing.join(" ") }] });
  }
}

let zeroAsked = "";

/** Zero may be meant, but hardly is. */
function askAboutZero(found, text) {
  if (Number(found.amount) === 0 && zeroAsked !== text) {
    zeroAsked = text;
    throw new Error(`This is ${money(found.amount)}. Press Enter again if that is meant.`);
  }
}

function addedWords({ title, amount, category, pay }, word) {
  const where = category ? `, to ${category}` : pay?.source ? `, pay of ${pay.source}` : "";
  return `Added ${word ? `${word.toLowerCase()} ` : ""}“${title}”, ${money(amount)}${where}`;
}

async function add(changed, { key }) {
  const text = line().value;
  const category = byId("add-category").value;
  const found = read();
  problems(found);
  askAboutZero(found, text);
  const headers = { "Idempotency-Key": key };
  const { data, headers: answered } = await call("POST", found.path, { body: bodyOf(found, known.today), headers });
  said.push(text);
  recalled = said.length;
  // What was typed while this was under way belongs to the next one.
  line().value = line().value === text ? "" : line().value;
  byId("add-category").value = byId("add-category").value === category ? "" : byId("add-category").value;
  look();
  line().focus();
  await changed();
  toast(addedWords({ title: found.title, ...data }, found.word), async () => {
    await undo(answered.get("Ledger-Version"));
    await changed();
  });
}

/** On a narrow screen the line is a panel that a fixed button opens. */
function startPanel() {
  const panel = byId("add").closest("section");
  const opener = byId("add-open");
  const setOpen = (isOpen) => {
    panel.classList.toggle("open", isOpen);
    opener.ariaExpanded = String(isOpen);
    (isOpen ? line() : opener).focus();
  };
  opener.addEventListener("click", () => setOpen(true));
  byId("add-close").addEventListener("click", () => setOpen(false));
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && panel.classList.contains("open")) {
      setOpen(false);
    }
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    setOpen(true);
  });
}

/** Begins to listen; what is given runs after each entry added. */
export function startAdding(changed) {
  const form = byId("add");
  form.addEventListener("input", look);
  line().addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      event.preventDefault();
      recall(step);
    }
  });
  onSubmit(form, (_, attempt) => add(changed, attempt));
  startPanel();
}

/** Shows what may be chosen: the ledger's categories; today is the day until the line names another. */
export function showAddForm(categories, today) {
  const names = categories.filter((category) => !category.archived).map(({ category }) => category);
  known = { today, categories: names };
  show(
    byId("categories-known"),
    names.map((name) => h("option", { value: name })),
  );
}
