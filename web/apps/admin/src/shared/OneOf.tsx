import { Select } from "antd";
import { type Choice, useSearched } from "./useSearched.ts";

interface Props {
  id?: string | undefined;
  label: string;
  value?: number | undefined;
  /** The one chosen already: it may not be among those found. */
  known?: Choice | undefined;
  clearable?: boolean;
  className?: string;
  useFound: Parameters<typeof useSearched>[0];
  onChange?: (value: number | undefined) => void;
}

/** One of many, searched on the server. */
export function OneOf({ id, label, value, known, useFound, onChange, ...props }: Props) {
  return (
    <Select<number>
      {...(id ? { id } : {})}
      {...(props.className ? { className: props.className } : {})}
      {...useSearched(useFound, known ? [known] : [])}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear={props.clearable ?? false}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange?.(next ?? undefined)}
    />
  );
}
