import "./shared.css";

interface Props {
  /** 0 to 100; null: on its way, nobody knows how far. */
  percent: number | null;
  label: string;
  tone?: "full" | "still" | undefined;
}

/** How far something is; the figure stands beside it, never in colour alone. */
export function Bar({ percent, label, tone }: Props) {
  const look = percent === null ? "open" : tone;
  return (
    <div
      className={look ? `bar ${look}` : "bar"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
    >
      <i {...(percent === null ? {} : { style: { width: `${percent}%` } })} />
    </div>
  );
}
