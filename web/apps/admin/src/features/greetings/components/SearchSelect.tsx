import { Select } from "antd";
import { useEffect, useState } from "react";

const TYPING_MS = 250;

interface Props {
  id?: string | undefined;
  label: string;
  value: number | undefined;
  /** What the chosen one is called, where it may not be among what was found. */
  name?: string | undefined;
  clearable?: boolean;
  find: (q: string) => { loading: boolean; options: { value: number; label: string }[] };
  onChange: (value: number | undefined) => void;
}

/** One of many, searched on the server while one types. */
export function SearchSelect({ id, label, value, name, clearable, find, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = find(q);
  const isThere = found.options.some((one) => one.value === value);
  const options =
    value !== undefined && name !== undefined && !isThere
      ? [{ value, label: name }, ...found.options]
      : found.options;
  return (
    <Select<number | null>
      {...(id ? { id } : {})}
      className="greet-select"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear={clearable ?? false}
      loading={found.loading}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(next) => onChange(next ?? undefined)}
      options={options}
    />
  );
}
