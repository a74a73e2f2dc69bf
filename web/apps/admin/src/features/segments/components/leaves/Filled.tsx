import { InputNumber, Select } from "antd";
import { useSearched } from "../../../../shared/useSearched.ts";
import {
  type Of,
  useFoundChannels,
  useFoundOf,
  useNamed,
  useNamedChannels,
} from "../../api/choices.ts";

// The grey fields of which a condition is made.

interface PickProps<T extends string | number> {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  placeholder?: string;
  search?: boolean;
}

export function Pick<T extends string | number>(props: PickProps<T>) {
  return (
    <Select<T>
      aria-label={props.label}
      variant="filled"
      className="seg-pick"
      value={props.value ?? null}
      placeholder={props.placeholder ?? props.label}
      popupMatchSelectWidth={false}
      {...(props.search ? { showSearch: { optionFilterProp: "label" } } : {})}
      options={[...props.options]}
      onChange={props.onChange}
    />
  );
}

interface SeveralProps<T extends string | number> {
  label: string;
  value: readonly T[] | undefined;
  options: readonly { value: T; label: string }[];
  onChange: (value: T[]) => void;
  placeholder?: string;
}

/** Several of a fixed list. */
export function Several<T extends string | number>(props: SeveralProps<T>) {
  return (
    <Select<T[]>
      mode="multiple"
      aria-label={props.label}
      placeholder={props.placeholder ?? props.label}
      variant="filled"
      className="seg-several"
      value={[...(props.value ?? [])]}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      options={[...props.options]}
      onChange={props.onChange}
    />
  );
}

interface WordsProps {
  label: string;
  value: readonly string[] | undefined;
  known?: readonly string[];
  onChange: (value: string[]) => void;
}

/** Words of one's own, each ended with Enter or a comma. */
export function Words({ label, value, known = [], onChange }: WordsProps) {
  return (
    <Select<string[]>
      mode="tags"
      aria-label={label}
      placeholder={label}
      variant="filled"
      className="seg-several"
      tokenSeparators={[",", "\uff0c", "\n"]}
      value={[...(value ?? [])]}
      options={known.map((one) => ({ value: one, label: one }))}
      onChange={onChange}
    />
  );
}

interface ManyProps {
  of: Of;
  label: string;
  value: readonly number[] | undefined;
  onChange: (value: number[]) => void;
}

/** Several of many, searched on the server. */
export function Many({ of, label, value = [], onChange }: ManyProps) {
  return (
    <Select<number[]>
      {...useSearched(useFoundOf(of), useNamed(of, value))}
      mode="multiple"
      aria-label={label}
      placeholder={label}
      variant="filled"
      className="seg-several"
      value={[...value]}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

/** Several codes or links, by the word that relations carry of them. */
export function Channels({
  label,
  value = [],
  onChange,
}: {
  label: string;
  value: readonly string[] | undefined;
  onChange: (value: string[]) => void;
}) {
  return (
    <Select<string[]>
      {...useSearched(useFoundChannels, useNamedChannels(value))}
      mode="multiple"
      aria-label={label}
      placeholder={label}
      variant="filled"
      className="seg-several"
      value={[...value]}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

interface OneProps {
  of: Of;
  label: string;
  value: number | undefined;
  onChange: (value: number) => void;
}

/** One of many, searched on the server. */
export function One({ of, label, value, onChange }: OneProps) {
  const known = useNamed(of, value === undefined ? [] : [value]);
  return (
    <Select<number>
      {...useSearched(useFoundOf(of), known)}
      aria-label={label}
      placeholder={label}
      variant="filled"
      className="seg-pick"
      value={value ?? null}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

interface AmountProps {
  label: string;
  value: number | undefined;
  onChange: (value: number) => void;
  suffix?: string | undefined;
  prefix?: string | undefined;
  min?: number;
  max?: number;
  decimals?: number;
}

/** A number; an emptied field keeps what was there. */
export function Amount(props: AmountProps) {
  return (
    <InputNumber<number>
      aria-label={props.label}
      variant="filled"
      className="seg-amount num"
      value={props.value ?? null}
      {...(props.suffix ? { suffix: props.suffix } : {})}
      {...(props.prefix ? { prefix: props.prefix } : {})}
      {...(props.min === undefined ? {} : { min: props.min })}
      {...(props.max === undefined ? {} : { max: props.max })}
      precision={props.decimals ?? 0}
      controls={false}
      onChange={(value) => {
        if (value !== null) props.onChange(value);
      }}
    />
  );
}
