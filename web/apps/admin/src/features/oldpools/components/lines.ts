const NAME_CHARACTERS = 30;

export interface NewPool {
  name: string;
  kind: "account" | "group";
  estimate: number | null;
}

export interface Lines {
  items: NewPool[];
  /** The first line that could not be read. */
  bad: { n: number; line: string } | undefined;
}

/** How people write the two kinds, in small letters, with bars between. */
export interface Kinds {
  groups: string;
  accounts: string;
}

/** Up to three columns, by tab or comma: name, kind, estimated people. */
export function readLines(text: string, kinds: Kinds): Lines {
  const items: NewPool[] = [];
  let bad: Lines["bad"];
  for (const [at, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const pool = readLine(trimmed, kinds);
    if (pool) items.push(pool);
    else bad ??= { n: at + 1, line: trimmed };
  }
  return { items, bad };
}

function readLine(line: string, kinds: Kinds): NewPool | undefined {
  const [name = "", kind = "", people = "", ...more] = line
    .split(/[\t,，]/)
    .map((cell) => cell.trim());
  const estimate = people === "" ? null : Number(people);
  const said = kind.toLowerCase();
  const group = kinds.groups.split("|").includes(said);
  const known = group || said === "" || kinds.accounts.split("|").includes(said);
  if (name === "" || name.length > NAME_CHARACTERS || !known || more.length > 0) return undefined;
  if (estimate !== null && !(Number.isSafeInteger(estimate) && estimate > 0)) return undefined;
  return { name, kind: group ? "group" : "account", estimate };
}
