import { useEffect, useState } from "react";

export interface Choice<T extends number | string = number> {
  value: T;
  label: string;
}

const TYPING_MS = 300;

/**
 * What makes a select search on the server while one types.
 *
 * `useFound` is a hook of choices.ts, always the same one; `known` are those chosen already, which
 * may not be among those found.
 */
export function useSearched<T extends number | string = number>(
  useFound: (q: string) => { loading: boolean; options: Choice<T>[] },
  known: readonly Choice<T>[] = [],
) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { loading, options } = useFound(q);
  const found = new Set(options.map((one) => one.value));
  return {
    loading,
    options: [...known.filter((one) => !found.has(one.value)), ...options],
    showSearch: { filterOption: false as const, onSearch: setTyped, searchValue: typed },
    // Once one is chosen everything is offered again, as the empty field says.
    onSelect: () => setTyped(""),
  };
}
