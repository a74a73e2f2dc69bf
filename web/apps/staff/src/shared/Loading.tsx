import { t } from "./words.ts";

/** The shape of what comes, so that nothing jumps when it is there. */
export function Loading() {
  return (
    <div role="status" aria-label={t("shell.loading")}>
      {[148, 96, 120].map((height) => (
        <div key={height} className="card bone" style={{ height }} />
      ))}
    </div>
  );
}
