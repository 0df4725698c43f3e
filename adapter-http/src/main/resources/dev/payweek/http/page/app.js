// The page as a whole: loads what it shows, and again after each change.
// Each module shows one part; see its first line.

import { showAddForm, startAdding } from "./add.js";
import { get } from "./api.js";
import { showCategories } from "./categories.js";
import { startChanges } from "./changes.js";
import { byId } from "./dom.js";
import { showEquation } from "./equation.js";
import { entriesSeenFrom, loadEntries, startEntries } from "./entries.js";
import { plusDays, useCurrency } from "./format.js";
import { loadHistory, startHistory } from "./history.js";
import { startImports } from "./imports.js";
import { startLists } from "./lists.js";
import { openSettings, startSettings } from "./settings.js";
import { showStretches } from "./stretches.js";
import { showSummary } from "./summary.js";
import { toast } from "./toast.js";
import { startTokens } from "./token.js";
import { showVerdict } from "./verdict.js";
import { isShown, startWriting } from "./written.js";

/** The days that are added up, both inclusive; the API's spans of the report end before their last day. */
function daysToAdd(budget) {
  const span = (one) => ({ from: one.start, to: plusDays(one.end, -1) });
  switch (byId("span").value) {
    case "week":
      return span(budget.week);
    case "period":
      return span(budget.period);
    case "month":
      return { from: `${budget.as_of.slice(0, 7)}-01`, to: plusDays(`${nextMonth(budget.as_of)}-01`, -1) };
    case "year":
      return { from: plusDays(budget.as_of, -364), to: budget.as_of };
    default:
      return {};
  }
}

function nextMonth(iso) {
  const [year, month] = iso.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

let asked = 0;

function showAnswer(budget, sources) {
  showVerdict(budget, sources, () => openSettings(refresh));
  showStretches(budget, sources);
  showEquation(budget);
}

/** Loads and shows everything, the answer first. Of two that overlap, only the later one shows. */
async function refresh() {
  const question = ++asked;
  try {
    const [budget, sources] = await Promise.all([get("/budget"), get("/sources")]);
    if (question !== asked) {
      return;
    }
    useCurrency(budget.currency);
    entriesSeenFrom(budget.as_of);
    showAnswer(budget, sources);
    const [summary, categories, limits] = await Promise.all([
      get("/expenses/summary", daysToAdd(budget)),
      get("/categories"),
      get("/limits"),
      loadEntries(),
      loadHistory(),
    ]);
    if (question !== asked) {
      return;
    }
    showCategories(budget, limits, async (message) => {
      await refresh();
      toast(message);
    });
    showSummary(summary);
    showAddForm(categories, budget.currency, budget.as_of);
    trouble("");
    isShown();
  } catch (failure) {
    trouble(failure.message);
  }
}

function trouble(message) {
  const place = byId("trouble");
  place.hidden = !message;
  place.textContent = message;
}

startTokens();
startWriting(refresh);
startAdding(refresh);
startEntries();
startHistory();
startImports(refresh);
startSettings(refresh);
startLists();
startChanges();
byId("span").addEventListener("change", refresh);
// Another tab, the command line or another day may have changed what this tab shows.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
refresh();
