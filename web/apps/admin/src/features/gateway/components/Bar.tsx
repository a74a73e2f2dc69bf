interface Props {
  percent: number;
  label: string;
  tone?: "full" | "still";
}

/** A bar; the figure stands beside it, never in colour alone. */
export function Bar({ percent, label, tone }: Props) {
  return (
    <div
      className={tone ? `quota-bar ${tone}` : "quota-bar"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}
