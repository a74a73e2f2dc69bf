import type { ReactNode } from "react";
import { t } from "../../../shared/words.ts";
import { Problem } from "./Problem.tsx";

interface Props {
  act: { error: unknown; isPending: boolean };
  ready?: boolean;
  onSave: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** What is being written: what went wrong, saving it, and leaving it. */
export function WritingForm({ act, ready = true, onSave, onDone, children }: Props) {
  return (
    <form
      className="writing"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Problem error={act.error} />
      <div className="pair">
        <button type="submit" className="primary" disabled={!ready || act.isPending}>
          {t("customer.save")}
        </button>
        <button type="button" className="quiet" onClick={onDone}>
          {t("customer.cancel")}
        </button>
      </div>
    </form>
  );
}
