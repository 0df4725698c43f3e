// Another day than today: the week or pay period before and after, and any day.

import { get } from "./api.js";
import { byId, h, show } from "./dom.js";
import { longDay, plusDays } from "./format.js";
import { toast } from "./toast.js";
import { keepView } from "./view.js";

let budget;
let today;

/** Returns the day that is looked at, as the API takes it; nothing for today. */
export const onDay = () => ({ on: byId("on-day").value });

/** Returns which day is today in the ledger; an answer of another day does not say it. */
export async function todayOf({ as_of: day }) {
  today = byId("on-day").value ? (await get("/ledger")).today : day;
  return today;
}

/** The last day of a stretch that has ended says what became of it; of the one that runs, today does. */
function dayIn({ start, end }) {
  if (start > today) {
    return start;
  }
  return end > today ? "" : plusDays(end, -1);
}

async function step(stretch, forward, changed) {
  if (!budget) {
    return;
  }
  const { start, end } = budget[stretch];
  const there = forward ? end : plusDays(start, -1);
  go(dayIn((await get("/budget", { on: there }))[stretch]), changed);
}

function go(day, changed) {
  byId("on-day").value = day === today ? "" : day;
  keepView();
  return changed();
}

const SPANS = { week: "week", period: "pay period", month: "month" };

/** What is added up is of the day that is looked at. */
function nameSpans(isToday) {
  for (const [value, name] of Object.entries(SPANS)) {
    byId("span").querySelector(`[value="${value}"]`).textContent = `${isToday ? "This" : "Its"} ${name}`;
  }
}

/** Says that another day than today is looked at. */
export function showDay(answer, now) {
  budget = answer;
  today = now;
  const isToday = answer.as_of === now;
  const place = byId("as-of");
  place.hidden = isToday;
  show(
    place,
    isToday
      ? null
      : h(
          "span",
          {},
          answer.as_of < now ? "As of " : "Looking ahead to ",
          h("time", { datetime: answer.as_of }, longDay(answer.as_of)),
          answer.as_of < now ? ", by what is known now." : ".",
        ),
  );
  byId("to-today").hidden = isToday;
  nameSpans(isToday);
}

/** Puts the buttons below the answer; what is given runs after each step. */
export function startPast(changed) {
  const button = (words, label, run) => {
    const made = h("button", { type: "button", "aria-label": label }, words);
    made.addEventListener("click", () => run().catch((failure) => toast(failure.message)));
    return made;
  };
  const day = h("input", { id: "on-day", type: "date", "aria-label": "Day that is looked at" });
  day.addEventListener("change", () => changed());
  const back = button("Today", "Back to today", async () => {
    day.focus();
    await go("", changed);
  });
  back.id = "to-today";
  back.hidden = true;
  byId("verdict").before(h("p", { id: "as-of", class: "notice", role: "status", hidden: true }));
  byId("made-of").after(
    h(
      "div",
      { class: "steps", role: "group", "aria-label": "Another day" },
      button("‹ Week", "Week before", () => step("week", false, changed)),
      button("Week ›", "Week after", () => step("week", true, changed)),
      button("‹ Pay period", "Pay period before", () => step("period", false, changed)),
      button("Pay period ›", "Pay period after", () => step("period", true, changed)),
      day,
      back,
    ),
  );
}
