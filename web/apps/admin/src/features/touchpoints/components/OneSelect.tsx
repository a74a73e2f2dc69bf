import { Select } from "antd";
import { useEffect, useState } from "react";
import type { Chosen } from "./draft.ts";

const TYPING_MS = 300;

interface Props {
  value?: Chosen | null;
  onChange?: (chosen: Chosen | null) => void;
  id?: string;
  /** A hook of shared/choices, always the same one. */
  useOptions: (q: string) => { loading: boolean; options: { value: number; label: string }[] };
}

/** One of many, searched on the server. */
export function OneSelect({ value, onChange, id, useOptions }: Props) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useOptions(q);
  return (
    <Select<Chosen>
      {...(id ? { id } : {})}
      labelInValue
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      onChange={(next) => onChange?.(next ? { value: next.value, label: next.label } : null)}
      loading={found.loading}
      options={found.options}
    />
  );
}
