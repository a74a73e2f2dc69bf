import type { ComponentType } from "react";
import type { Condition, Where } from "../api/rules.ts";

/** What segments lend: the editor of conditions, and of one event with its properties. */
export interface Parts {
  Condition: ComponentType<{
    value: Condition;
    /** Not null and unfinished: it cannot be saved yet. */
    onChange: (value: Condition, unfinished: number) => void;
    fault: { path: string; text: string } | undefined;
  }>;
  Event: ComponentType<{
    kind: string;
    where: Where[];
    onChange: (kind: string, where: Where[]) => void;
  }>;
}
