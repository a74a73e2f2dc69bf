import { nothing } from "@yutang/ui";
import { useState } from "react";
import { t } from "../../../shared/words.ts";
import type { Customer, Field } from "../api/customers.ts";
import { Writing } from "./lazily.tsx";
import { told } from "./values.ts";

/** What is known of him, by group; a tap on a row writes it there. */
export function Fields({ customer }: { customer: Customer }) {
  const [open, setOpen] = useState<number | null>(null);
  if (customer.fields.length === 0) return null;
  const groups = new Map<string, Field[]>();
  for (const cell of customer.fields) {
    groups.set(cell.field.group, [...(groups.get(cell.field.group) ?? []), cell]);
  }
  return (
    <section className="card">
      <header>
        <h2>{t("customer.fields.title")}</h2>
        <span className="meta">{t("customer.fields.hint")}</span>
      </header>
      {[...groups].map(([group, cells]) => (
        <div key={group}>
          {group ? <h3 className="meta group">{group}</h3> : null}
          <ul className="rows">
            {cells.map((cell) =>
              cell.field.id === open ? (
                <Writing
                  key={cell.field.id}
                  cell={cell}
                  externalId={customer.external_id}
                  onDone={() => setOpen(null)}
                />
              ) : (
                <li key={cell.field.id}>
                  <Row cell={cell} onOpen={() => setOpen(cell.field.id)} />
                </li>
              ),
            )}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({ cell, onOpen }: { cell: Field; onOpen: () => void }) {
  const value = told(cell.field, cell.value?.value);
  const words = (
    <>
      <span className="meta">{cell.field.name}</span>
      <span className={value === nothing ? "value off" : "value"}>{value}</span>
    </>
  );
  return cell.may_edit ? (
    <button type="button" className="fact" onClick={onOpen}>
      {words}
    </button>
  ) : (
    <span className="fact" title={t("customer.fields.locked")}>
      {words}
    </span>
  );
}
