import { Select } from "antd";
import { type Choice, useSearched } from "./useSearched.ts";

interface Props {
  id?: string;
  useFound: Parameters<typeof useSearched>[0];
}

/** One of many with its name, searched on the server. */
export function PickedOne({
  id,
  useFound,
  value,
  onChange,
}: Props & { value?: Choice | null; onChange?: (chosen: Choice | null) => void }) {
  return (
    <Select<Choice>
      {...(id ? { id } : {})}
      {...useSearched(useFound)}
      labelInValue
      allowClear
      value={value ?? null}
      onChange={(next) => onChange?.(next ? { value: next.value, label: next.label } : null)}
    />
  );
}

/** Several of many with their names, searched on the server. */
export function PickedMany({
  id,
  useFound,
  most,
  value = [],
  onChange,
}: Props & { most?: number; value?: Choice[]; onChange?: (chosen: Choice[]) => void }) {
  return (
    <Select<Choice[]>
      {...(id ? { id } : {})}
      {...(most === undefined ? {} : { maxCount: most })}
      {...useSearched(useFound)}
      mode="multiple"
      labelInValue
      allowClear
      value={value}
      onChange={(chosen) => onChange?.(chosen.map(({ value, label }) => ({ value, label })))}
    />
  );
}
