import { type FormEvent, useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Customer, OUTCOMES } from "../api/customers.ts";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";

type Outcome = (typeof OUTCOMES)[number];

/** One form for both: a note alone, or with an outcome and a next date a follow-up. */
export function FollowForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [text, setText] = useState("");
  const [next, setNext] = useState("");
  const [due] = customer.tasks;
  const act = useAct(
    customer.external_id,
    () =>
      outcome === null
        ? acts.note(customer.external_id, text.trim())
        : acts.followUp(customer.external_id, {
            outcome,
            text: text.trim(),
            next_title: text.trim().split("\n")[0]?.slice(0, 60) ?? "",
            ...(next ? { next_at: new Date(next).toISOString() } : {}),
            // What was due is done with this.
            ...(due ? { closes: due.id } : {}),
          }),
    onDone,
  );
  const ready = outcome !== null || text.trim() !== "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !act.isPending) act.mutate(undefined);
  };
  return (
    <section className="card">
      <header>
        <h2>{t("customer.follow.write")}</h2>
        <button type="button" className="plain" onClick={onDone}>
          {t("customer.cancel")}
        </button>
      </header>
      <form onSubmit={send}>
        <fieldset className="choices">
          <legend className="meta">{t("follow.how")}</legend>
          {OUTCOMES.map((one) => (
            <button
              key={one}
              type="button"
              className={one === outcome ? "pick on" : "pick"}
              aria-pressed={one === outcome}
              onClick={() => setOutcome(one === outcome ? null : one)}
            >
              {t(`customer.follow.outcomes.${one}`)}
            </button>
          ))}
        </fieldset>
        <label className="field">
          <span className="meta">{t("follow.words")}</span>
          <textarea
            rows={3}
            maxLength={2000}
            value={text}
            placeholder={t("follow.hint")}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {outcome ? (
          <label className="field">
            <span className="meta">{t("follow.next")}</span>
            <input
              type="datetime-local"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          </label>
        ) : null}
        <Problem error={act.error} />
        <button type="submit" className="primary wide" disabled={!ready || act.isPending}>
          {t(outcome ? "follow.save" : "follow.saveNote")}
        </button>
      </form>
    </section>
  );
}
