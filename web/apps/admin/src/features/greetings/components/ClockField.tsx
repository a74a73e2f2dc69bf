import { TimePicker } from "antd";
import dayjs from "dayjs";
import customParse from "dayjs/plugin/customParseFormat";

dayjs.extend(customParse);

const FORMAT = "HH:mm";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** An hour and a minute, as `hh:mm`. */
export function ClockField({ label, value, onChange }: Props) {
  return (
    <TimePicker
      aria-label={label}
      className="greet-clock"
      format={FORMAT}
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      value={dayjs(value, FORMAT)}
      onChange={(next) => next && onChange(next.format(FORMAT))}
    />
  );
}
