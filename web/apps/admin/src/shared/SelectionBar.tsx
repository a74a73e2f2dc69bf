import { X } from "lucide-react";
import type { ReactNode } from "react";
import "./selection.css";

interface Props {
  label: string;
  /** How many are picked, in words. */
  picked: string;
  /** Takes all that match instead; absent where all are taken, or may not be. */
  all?: { label: string; onAll: () => void } | undefined;
  clear: string;
  onClear: () => void;
  /** Buttons: what can be done with them. */
  children: ReactNode;
}

/** Floats over a list from which something is picked. */
export function SelectionBar({ label, picked, all, clear, onClear, children }: Props) {
  return (
    <section className="selection-bar" aria-label={label}>
      <span className="selection-bar-who num" aria-live="polite">
        {picked}
      </span>
      {all && (
        <button type="button" className="selection-bar-all" onClick={all.onAll}>
          {all.label}
        </button>
      )}
      <span className="selection-bar-acts">{children}</span>
      <button type="button" aria-label={clear} title={clear} onClick={onClear}>
        <X size={16} aria-hidden="true" />
      </button>
    </section>
  );
}
