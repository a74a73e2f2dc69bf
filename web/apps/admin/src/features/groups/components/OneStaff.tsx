import { Select } from "antd";
import { useState } from "react";
import { useStaffOptions } from "../../../shared/choices.ts";

/** One member, searched on the server. */
export function OneStaff({ label, onChange }: { label: string; onChange: (id: number) => void }) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useStaffOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={onChange}
    />
  );
}
