import type { ReactNode } from "react";
import "./shared.css";

interface Props {
  label: string;
  /** px its content is never narrower than. */
  least: number;
  children: ReactNode;
}

/** What is wider than a phone: scrolls sideways by itself, by the keyboard too. */
export function Scrolled({ label, least, children }: Props) {
  return (
    <section className="scrolled" aria-label={label} tabIndex={0}>
      <div style={{ minWidth: least }}>{children}</div>
    </section>
  );
}
