// What was imported: each file with what it brought, and its way back.

import { get } from "./api.js";
import { h, show } from "./dom.js";
import { onPress } from "./form.js";
import { count, fullDay } from "./format.js";
import { problem } from "./sheet.js";
import { act, thingRow } from "./thing-row.js";

function words({ file, format, account, counts, first_date: from, last_date: to, state, progress, at }) {
  return [
    `${file} (${format}) into ${account}, ${fullDay(at.slice(0, 10))}`,
    `${count(counts.inserted + counts.needs_review)} new`,
    counts.duplicates ? `${count(counts.duplicates)} known before` : "",
    counts.rejected ? `${count(counts.rejected)} not understood` : "",
    from ? `from ${fullDay(from)} to ${fullDay(to)}` : "",
    state === "reverting" ? "still being removed" : "",
    state === "returning" ? "still coming back" : "",
    state === "in_progress" ? `still arriving${progress ? `: ${count(progress.rows)} rows so far` : ""}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** What was done to its entries since goes with them, and what they were merged into stays, so that is said before. */
async function revert(batch, place) {
  const path = `/imports/${batch.id}`;
  const now = () => act(`Reverted the import of ${batch.file}`, "DELETE", path);
  const { changed, merged } = await get(path);
  if (!changed && !merged) {
    return now();
  }
  const all = batch.counts.inserted + batch.counts.needs_review;
  const button = onPress(h("button", { type: "button" }, "Revert all the same"), now);
  const goes = changed
    ? `${count(changed)} of its ${count(all)} entries ${changed === 1 ? "was" : "were"} changed since. ` +
      "That work goes too; Undo brings it back."
    : "";
  const stays =
    merged === 1
      ? "1 entry made by hand stays for a row of it."
      : `${count(merged)} entries made by hand stay for rows of it.`;
  show(place, problem([goes, merged ? stays : ""].filter(Boolean).join(" "), button));
  button.focus();
  return undefined;
}

function row(batch) {
  const place = h("div", {});
  return thingRow({
    title: `Import ${batch.id}`,
    words: `${words(batch)}. To revert it is to remove its entries.`,
    more: place,
    actions: { revert: { label: "Revert", run: () => revert(batch, place) } },
  });
}

/** The list of imports. */
export const IMPORTS = {
  id: "imports",
  title: "Imports",
  none: "Nothing was imported yet.",
  load: () => get("/imports"),
  keyOf: ({ id }) => id,
  row,
};
