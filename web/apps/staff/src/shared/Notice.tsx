import type { ReactNode } from "react";

/** Says what is and what to do about it; `children` are the ways out. */
export function Notice({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <section className="notice" role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {children ? <div className="ways">{children}</div> : null}
    </section>
  );
}
