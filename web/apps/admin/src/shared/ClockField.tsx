import { TimePicker } from "antd";
import dayjs from "dayjs";
import customParse from "dayjs/plugin/customParseFormat";

dayjs.extend(customParse);

const FORMAT = "HH:mm";

interface Props {
  /** Where no label stands before it. */
  label?: string;
  id?: string;
  value: string;
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** An hour and a minute, as `hh:mm`. */
export function ClockField({ label, id, value, disabled = false, onChange }: Props) {
  return (
    <TimePicker
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      style={{ width: 96 }}
      disabled={disabled}
      format={FORMAT}
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      value={dayjs(value, FORMAT)}
      onChange={(next) => next && onChange(next.format(FORMAT))}
    />
  );
}
