import dayjs from "dayjs";

// What the parts of an address are read as: each may be missing or wrong.

export function day(value: unknown): string | undefined {
  return typeof value === "string" && dayjs(value).format("YYYY-MM-DD") === value
    ? value
    : undefined;
}

export function id(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((one) => one === value);
}

/** The router makes numbers of digits. */
export function text(value: unknown, most: number): string | undefined {
  return typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, most) || undefined
    : undefined;
}
