// What a change of the ledger did, in words: each thing with what it was and what it became.

const SILENT = new Set(["version", "id", "kind", "provenance", "import"]);
const MOST = 5;

const unescaped = (text) => text.replace(/\\(n|r|\\)/g, (_, mark) => ({ n: "\n", r: "\r", "\\": "\\" })[mark]);

/** A thing is kept as lines of name=value; a name can come several times. */
function fields(text) {
  const found = new Map();
  for (const line of (text ?? "").split("\n").filter(Boolean)) {
    const end = line.indexOf("=");
    const name = line.slice(0, end);
    found.set(name, [...(found.get(name) ?? []), unescaped(line.slice(end + 1))]);
  }
  return new Map([...found].map(([name, values]) => [name, values.join(", ")]));
}

const nameOf = (things, { kind, key }) => things.get("title") ?? things.get("name") ?? `${kind} ${key}`;

function differences(before, after) {
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => !SILENT.has(name));
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name.replaceAll("_", " ")} ${before.get(name) ?? "nothing"} → ${after.get(name) ?? "nothing"}`);
}

function editWords(edit) {
  const before = fields(edit.before);
  const after = fields(edit.after);
  if (edit.before === undefined || edit.after === undefined) {
    const there = edit.before === undefined ? after : before;
    const amount = there.get("amount");
    const date = there.get("date");
    const what = [nameOf(there, edit), amount, date].filter(Boolean).join(", ");
    return `${edit.before === undefined ? "new" : "gone"}: ${what}`;
  }
  return `${nameOf(after, edit)}: ${differences(before, after).join("; ") || "nothing to see"}`;
}

/** Returns what each edit of a change did; of many the first, and how many more there are. */
export function changeWords({ edits }) {
  const first = edits.slice(0, MOST).map(editWords);
  return edits.length > MOST ? [...first, `and ${edits.length - MOST} more`] : first;
}

/** Returns the version that a change undoes, or undefined. */
export function undoneBy({ what }) {
  const version = /^undo (\d+):/.exec(what)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Returns the versions of changes that are undone; what undid them may be undone again. They come the newest first. */
export function undoneIn(changes) {
  const undone = new Set();
  for (const change of changes) {
    const version = undoneBy(change);
    if (version !== undefined && !undone.has(change.version)) {
      undone.add(version);
    }
  }
  return undone;
}

/** Returns the later changes, still in force, of the things that a change touched; they come the newest first. */
export function laterOf(change, changes) {
  const undone = undoneIn(changes);
  const keys = new Set(change.edits.map(({ kind, key }) => `${kind} ${key}`));
  return changes.filter(
    (one) =>
      one.version > change.version &&
      !undone.has(one.version) &&
      one.edits.some(({ kind, key }) => keys.has(`${kind} ${key}`)),
  );
}
