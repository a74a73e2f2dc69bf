import type { ComponentType } from "react";
import type { Condition, Where as Whole } from "../api/rules.ts";

/** A test of a property: without values where it needs none. */
export type Where = Omit<Whole, "values"> & Partial<Pick<Whole, "values">>;

/** What segments lend: the editor of conditions, and of one event with its properties. */
export interface Parts {
  Condition: ComponentType<{
    value: Condition;
    /** Not null and unfinished: it cannot be saved yet. */
    onChange: (value: Condition, unfinished: number) => void;
    /** Why it could not be saved: what is wrong in it is shown where it stands. */
    error: Error | null;
  }>;
  Event: ComponentType<{
    kind: string;
    where: Where[];
    onChange: (kind: string, where: Where[]) => void;
  }>;
}

export interface RulePageProps {
  id: number | undefined;
  zone: string;
  mayWrite: boolean;
  parts: Parts;
  onSaved: (id: number) => void;
  onGone: () => void;
  onCustomer: (id: number) => void;
}
