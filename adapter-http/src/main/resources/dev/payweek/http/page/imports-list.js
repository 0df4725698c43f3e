// What was imported: each file with what it brought, and its way back.

import { get } from "./api.js";
import { count, fullDay } from "./format.js";
import { act, thingRow } from "./thing-row.js";

function words({ file, format, account, counts, first_date: from, last_date: to, state, progress, at }) {
  return [
    `${file} (${format}) into ${account}, ${fullDay(at.slice(0, 10))}`,
    `${count(counts.inserted + counts.needs_review)} new`,
    counts.duplicates ? `${count(counts.duplicates)} known before` : "",
    counts.rejected ? `${count(counts.rejected)} not understood` : "",
    from ? `from ${fullDay(from)} to ${fullDay(to)}` : "",
    state === "in_progress" ? `still arriving${progress ? `: ${count(progress.rows)} rows so far` : ""}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function row(batch) {
  const revert = () => act(`Reverted the import of ${batch.file}`, "DELETE", `/imports/${batch.id}`);
  return thingRow({
    title: `Import ${batch.id}`,
    words: `${words(batch)}. To revert it is to remove its entries, with what was done to them by hand.`,
    actions: { revert: { label: "Revert", run: revert } },
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
