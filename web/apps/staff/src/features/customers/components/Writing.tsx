import { useState } from "react";
import { acts, type Field, type Raw } from "../api/customers.ts";
import { Input } from "./Input.tsx";
import { useAct } from "./useAct.ts";
import { WritingForm } from "./WritingForm.tsx";

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
  return (
    <li>
      <WritingForm act={act} onSave={() => act.mutate(value)} onDone={onDone}>
        <span className="meta">{field.unit ? `${field.name} (${field.unit})` : field.name}</span>
        <Input label={field.name} field={field} value={value} onChange={setValue} focus />
        {field.help ? <span className="meta">{field.help}</span> : null}
      </WritingForm>
    </li>
  );
}
