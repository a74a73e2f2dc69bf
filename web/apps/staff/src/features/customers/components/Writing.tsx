import { type FormEvent, useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Field, type Raw } from "../api/customers.ts";
import { Input } from "./Input.tsx";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";

interface WritingProps {
  cell: Field;
  externalId: string;
  onDone: () => void;
}

/** One value being written. */
export function Writing({ cell, externalId, onDone }: WritingProps) {
  const { field } = cell;
  const [value, setValue] = useState<Raw>(cell.value?.value ?? null);
  const act = useAct(externalId, (next: Raw) => acts.value(externalId, field.id, next), onDone);
  const save = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(value);
  };
  return (
    <li>
      <form className="writing" onSubmit={save}>
        <span className="meta">{field.unit ? `${field.name} (${field.unit})` : field.name}</span>
        <Input label={field.name} field={field} value={value} onChange={setValue} focus />
        {field.help ? <span className="meta">{field.help}</span> : null}
        <Problem error={act.error} />
        <div className="pair">
          <button type="submit" className="primary" disabled={act.isPending}>
            {t("customer.save")}
          </button>
          <button type="button" className="quiet" onClick={onDone}>
            {t("customer.cancel")}
          </button>
        </div>
      </form>
    </li>
  );
}
