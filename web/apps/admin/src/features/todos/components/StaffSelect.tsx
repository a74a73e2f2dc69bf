import { Select } from "antd";
import { useState } from "react";
import { useStaffOptions } from "../../../shared/choices.ts";

interface Props {
  id?: string;
  label: string;
  value?: number | undefined;
  onChange?: (staff: number) => void;
}

/** One member, searched on the server. */
export function StaffSelect({ id, label, value, onChange }: Props) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      {...useStaffOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(staff) => onChange?.(staff)}
      className="todo-staff"
    />
  );
}
