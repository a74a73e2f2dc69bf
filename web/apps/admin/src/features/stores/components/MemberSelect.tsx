import { Select } from "antd";
import { useEffect, useState } from "react";
import { useStaffOptions } from "../../../shared/choices.ts";

export interface Chosen {
  value: number;
  label: string;
}

interface Props {
  value?: Chosen[];
  onChange?: (chosen: Chosen[]) => void;
  id?: string;
  most: number;
}

const TYPING_MS = 300;

/** Members, searched on the server. */
export function MemberSelect({ value = [], onChange, id, most }: Props) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useStaffOptions(q);
  return (
    <Select<Chosen[]>
      {...(id ? { id } : {})}
      mode="multiple"
      labelInValue
      allowClear
      maxCount={most}
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
