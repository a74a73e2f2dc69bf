import type { ReactNode } from "react";

interface Props {
  label: string;
  /** The field's own id, where it is one control. */
  of?: string;
  help?: ReactNode;
  children: ReactNode;
}

/** A label, what it names, and what is to be known under it. */
export function Field({ label, of, help, children }: Props) {
  return (
    <div className="greet-field">
      {of ? <label htmlFor={of}>{label}</label> : <span className="greet-label">{label}</span>}
      {children}
      {help && <div className="greet-help">{help}</div>}
    </div>
  );
}
