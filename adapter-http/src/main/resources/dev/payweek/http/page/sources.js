// Which pay source cuts time into pay periods, and what holds of it on a day.

/** Returns the source that is primary on a day, or undefined while nobody has said when pay comes. */
export function primarySource(sources, day) {
  return sources
    .filter(({ primary, primary_from: from = "" }) => primary && from <= day)
    .sort((one, other) => (one.primary_from ?? "").localeCompare(other.primary_from ?? ""))
    .at(-1);
}

/** Returns the place of the version that holds on a day: of those not later the last, else the first. */
export function versionOn({ versions }, day) {
  return Math.max(
    0,
    versions.findLastIndex(({ from = "" }) => from <= day),
  );
}

/** Returns whether periods end on paydays that a schedule knows; else they end with a month, or on a supposed day. */
export function endsOnPayday(sources, day) {
  const source = primarySource(sources, day);
  return source !== undefined && source.versions[0].schedule.kind !== "irregular";
}
