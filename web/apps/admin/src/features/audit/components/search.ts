import { day, id, text } from "../../../shared/address.ts";
import { AREAS, type Area, type Filter } from "../api/audit.ts";

/** The address: every part may be missing or wrong. */
export interface Search extends Filter {
  after?: string | undefined;
  peek?: number | undefined;
}

export function parseSearch(search: Record<string, unknown>): Search {
  return {
    actor: text(search.actor, 100),
    area: (Object.keys(AREAS) as Area[]).find((one) => one === search.area),
    target: text(search.target, 200),
    from: day(search.from),
    to: day(search.to),
    after: text(search.after, 80),
    peek: id(search.peek),
  };
}

export interface Change {
  key: string;
  before: unknown;
  after: unknown;
  changed: boolean;
}

/** Both states side by side, key by key; a value that is not there is undefined. */
export function changes(
  before: Record<string, unknown> | null | undefined,
  after: Record<string, unknown> | null | undefined,
): Change[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys.map((key) => {
    const was = before?.[key];
    const is = after?.[key];
    return {
      key,
      before: was,
      after: is,
      changed: JSON.stringify(was) !== JSON.stringify(is),
    };
  });
}

/** A value as one reads it: words bare, everything else as it is stored. */
export function spell(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
