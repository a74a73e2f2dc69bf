import { useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Customer } from "../api/customers.ts";
import { useAct } from "./useAct.ts";
import { WritingForm } from "./WritingForm.tsx";

const LEAST = 2;

interface RefusalProps {
  customer: Customer;
  onDone: () => void;
}

/** That he wants no promotions, or wants them again; by hand only with what he said. */
export function Refusal({ customer, onDone }: RefusalProps) {
  const [reason, setReason] = useState("");
  // What is to be written down stays the same while the answer comes.
  const [refused] = useState(!customer.marketing_refused_at);
  const said = reason.trim();
  const act = useAct(
    customer.external_id,
    () => acts.refusal(customer.external_id, refused, said),
    onDone,
  );
  const words = refused ? "customer.refusal" : "customer.refusal.back";
  return (
    <WritingForm
      act={act}
      ready={said.length >= LEAST}
      onSave={() => act.mutate(undefined)}
      onDone={onDone}
    >
      <label className="field">
        <span>{t(`${words}.reason`)}</span>
        <input
          type="text"
          maxLength={200}
          value={reason}
          placeholder={t(`${words}.example`)}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="meta">{t(`${words}.about`)}</p>
    </WritingForm>
  );
}
