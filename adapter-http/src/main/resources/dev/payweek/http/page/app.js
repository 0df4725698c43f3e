// The page as a whole: loads what it shows, and again after each change. Each part comes as soon as its own answer is
// there, and says itself what it could not load. Each module shows one part; see its first line.

import { showAddForm, startAdding } from "./add.js";
import { get, undo } from "./api.js";
import { showCategories } from "./categories.js";
import { startChanges } from "./changes.js";
import { byId, h } from "./dom.js";
import { showEquation } from "./equation.js";
import { entriesSeenFrom, loadEntries, startEntries } from "./entries.js";
import { plusDays, useCurrency } from "./format.js";
import { loadHistory, startHistory } from "./history.js";
import { startImports } from "./imports.js";
import { startLists } from "./lists.js";
import { startLive } from "./live.js";
import { onDay, showDay, startPast, todayOf } from "./past.js";
import { openSettings, startSettings } from "./settings.js";
import { endsOnPayday } from "./sources.js";
import { startService } from "./service.js";
import { showStretches } from "./stretches.js";
import { partsOf, showSummary } from "./summary.js";
import { say, toast } from "./toast.js";
import { startTokens } from "./token.js";
import { showVerdict } from "./verdict.js";
import { startView } from "./view.js";
import { startWhatIf } from "./what-if.js";
import { isShown, startWriting } from "./written.js";

const PATIENCE_MS = 1500;
const TWO_COLUMNS = matchMedia("(min-width: 56rem)");

/** The days that are added up, both inclusive: of the answer's own spans those up to its day. */
function daysToAdd({ as_of: today, week, period }) {
  switch (byId("span").value) {
    case "week":
      return { from: week.start, to: today };
    case "period":
      return { from: period.start, to: today };
    case "month":
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case "year":
      return { from: plusDays(today, -364), to: today };
    default:
      return {};
  }
}

/** Of two answers to one question that overlap, the later question's stays. */
function inOrder() {
  let asked = 0;
  let shown = 0;
  return () => {
    const question = ++asked;
    return () => question >= shown && ((shown = question), true);
  };
}

const questions = new Map();

// Whoever has asked for other days hears what they come to; what else is drawn again is not said again.
let spanAsked = false;

/** Says in a part of the page what went wrong there, or that nothing does any more. */
function trouble(id, message) {
  const section = byId(id).closest("section");
  const before = section.querySelector(`:scope > .trouble[data-of="${id}"]`);
  if (message && before?.textContent === message) {
    return;
  }
  before?.remove();
  if (message) {
    const place = h("p", { class: "notice bad trouble", role: "alert", "data-of": id }, message);
    (section.querySelector(":scope > h1, :scope > h2, :scope > .head") ?? byId(id)).after(place);
  }
}

/** Loads a part and shows it, or says there what went wrong. */
async function part(id, load, showIt = () => {}) {
  questions.has(id) || questions.set(id, inOrder());
  const isLatest = questions.get(id)();
  try {
    const data = await load();
    if (isLatest()) {
      trouble(id, "");
      showIt(data);
    }
  } catch (failure) {
    isLatest() && trouble(id, failure.message);
  }
}

/** A card comes when those above it are there, so that nothing is pushed down; a slow one is not waited for long. */
async function appear(parts) {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  for (const [id, ready] of parts) {
    await Promise.race([ready, patience]);
    byId(id).closest("section").hidden = false;
  }
}

function showAnswer(budget, sources) {
  const seen = {
    endsOnPayday: sources !== undefined && endsOnPayday(sources, budget.as_of),
    isPlanless: sources !== undefined && sources.length === 0,
    isToday: !onDay().on,
  };
  useCurrency(budget.currency);
  showVerdict(budget, seen, () => openSettings().catch((failure) => toast(failure.message)));
  showStretches(budget, seen);
  showEquation(budget);
}

/** The answer waits for nothing else; the pay sources only add to it that its end is a payday. */
async function loadAnswer() {
  let budget;
  let sources;
  part("stretches", () => get("/sources"), (found) => {
    sources = found;
    budget && showAnswer(budget, sources);
  });
  await part("verdict", () => get("/budget", onDay()), (found) => {
    budget = found;
    showAnswer(budget, sources);
  });
  if (!byId("verdict").dataset.state) {
    byId("verdict").textContent = "No answer yet";
  }
  return budget;
}

function loadCategories(budget) {
  const afterChange = (message, headers) => {
    refresh();
    const version = headers?.get("Ledger-Version");
    toast(message, version && (async () => refresh(await undo(version))));
  };
  let limits = null;
  return part("categories-title", async () => (limits = await get("/limits"))).then(() =>
    part("categories", async () => limits, () => showCategories(budget, limits, afterChange)),
  );
}

/** Loads and shows everything, the answer first. It fails nowhere: what does not come is said where it is missing. */
async function refresh() {
  const budget = await loadAnswer();
  if (!budget) {
    return;
  }
  const today = await todayOf(budget).catch((failure) => trouble("verdict", failure.message));
  if (!today) {
    return;
  }
  entriesSeenFrom(today, budget);
  showDay(budget, today);
  const span = daysToAdd(budget);
  const adding = part("add", () => get("/categories"), (categories) =>
    showAddForm(categories, today),
  );
  const categories = loadCategories(budget);
  const history = part("history", loadHistory);
  const summary = part("summary", () => get("/expenses/summary", span), (found) => {
    showSummary(found, span, partsOf(budget, byId("span").value));
    spanAsked && say(byId("summary").querySelector(".total").textContent);
    spanAsked = false;
  });
  const expenses = part("expenses", loadEntries);
  const left = [["add", adding], ["expenses", expenses]];
  const right = [["summary", summary], ["categories", categories], ["history", history]];
  for (const column of TWO_COLUMNS.matches ? [left, right] : [[...left, ...right]]) {
    appear(column);
  }
  isShown();
}

/** What changes the ledger does not wait for all of the page to be loaded again. */
const changed = async () => void refresh();

startTokens();
startWriting(changed);
startAdding(changed);
startEntries();
startHistory();
startImports(changed);
startSettings(changed);
startLists();
startChanges();
startLive(refresh);
startPast(refresh);
startWhatIf();
startView(refresh);
startService();
byId("span").addEventListener("change", () => {
  spanAsked = true;
  refresh();
});
// Another tab, the command line or another day may have changed what this tab shows.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
refresh();
