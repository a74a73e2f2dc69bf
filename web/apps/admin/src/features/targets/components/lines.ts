/** One target of a pasted list. */
export interface Wish {
  who: string;
  aim: number;
}

export interface Lines {
  items: Wish[];
  /** The first line that could not be read. */
  bad: { n: number; line: string } | undefined;
}

/** Two columns, by tab, comma or space: who, and a whole number at the end. */
export function readLines(text: string): Lines {
  const items: Wish[] = [];
  let bad: Lines["bad"];
  for (const [at, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const found = /^(.*?)[\s,，;；]+(\d{1,8})$/.exec(trimmed);
    const who = found?.[1]?.replace(/^["']|["']$/g, "").trim();
    const aim = Number(found?.[2]);
    if (who && aim > 0) items.push({ who, aim });
    else bad ??= { n: at + 1, line: trimmed };
  }
  return { items, bad };
}
