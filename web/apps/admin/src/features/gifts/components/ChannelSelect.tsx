import { Select } from "antd";
import { useEffect, useState } from "react";
import { useChannelOptions } from "../../../shared/choices.ts";
import type { Chosen } from "./draft.ts";

const TYPING_MS = 300;

interface Props {
  value?: Chosen[];
  onChange?: (chosen: Chosen[]) => void;
  id?: string;
}

/** Codes, searched on the server. */
export function ChannelSelect({ value = [], onChange, id }: Props) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useChannelOptions(q);
  return (
    <Select<Chosen[]>
      {...(id ? { id } : {})}
      mode="multiple"
      labelInValue
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      onChange={(chosen) => {
        setTyped("");
        onChange?.(chosen.map((one) => ({ value: one.value, label: one.label })));
      }}
      loading={found.loading}
      options={found.options}
    />
  );
}
