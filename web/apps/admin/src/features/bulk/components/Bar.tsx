interface Props {
  /** null: on its way, nobody knows how far. */
  percent: number | null;
  label: string;
}

/** How far something is; the figures stand beside it. */
export function Bar({ percent, label }: Props) {
  return (
    <div
      className={percent === null ? "bulk-progress open" : "bulk-progress"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
    >
      <i style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}
