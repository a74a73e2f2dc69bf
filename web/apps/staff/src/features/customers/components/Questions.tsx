import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../../../shared/words.ts";
import { type Customer, type QuestionSet, setsQuery } from "../api/customers.ts";
import { Round } from "./lazily.tsx";
import { Problem } from "./Problem.tsx";

/** Questions to ask him; answers become what is known of him. */
export function Questions({ customer }: { customer: Customer }) {
  const sets = useQuery(setsQuery);
  const [open, setOpen] = useState<QuestionSet | null>(null);
  if (sets.isSuccess && sets.data.items.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t("customer.questions.title")}</h2>
      </header>
      {sets.isPending ? <p className="empty">{t("shell.loading")}</p> : null}
      <Problem error={sets.error} />
      {open ? (
        <Round key={open.id} set={open} customer={customer} onDone={() => setOpen(null)} />
      ) : (
        <ul className="rows">
          {sets.data?.items.map((set) => (
            <li key={set.id}>
              <span className="grow">{set.name}</span>
              <button type="button" className="quiet" onClick={() => setOpen(set)}>
                {t("customer.questions.ask", { count: set.questions.length })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
