import { t, whenSaid } from "../../../shared/words.ts";
import type { Customer, Note } from "../api/customers.ts";

const SHOWN = 3;

/** What was written down about him, pinned first; the rest stands in the timeline. */
export function Notes({ customer, zone }: { customer: Customer; zone: string }) {
  const { items } = customer.notes;
  if (items.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t("customer.notes.title")}</h2>
      </header>
      <ul className="rows">
        {items.slice(0, SHOWN).map((note) => (
          <Item key={note.id} note={note} zone={zone} />
        ))}
      </ul>
      {items.length > SHOWN ? (
        <details>
          <summary>{t("customer.notes.more", { count: items.length - SHOWN })}</summary>
          <ul className="rows">
            {items.slice(SHOWN).map((note) => (
              <Item key={note.id} note={note} zone={zone} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Item({ note, zone }: { note: Note; zone: string }) {
  return (
    <li>
      <div className="grow">
        {note.outcome ? (
          <p className="strong">{t(`customer.follow.outcomes.${note.outcome}`)}</p>
        ) : null}
        {note.text ? <p className="prose">{note.text}</p> : null}
        <p className="meta">
          {note.author_name} · {whenSaid(note.created_at, zone)}
          {note.pinned ? ` · ${t("customer.notes.pinned")}` : ""}
        </p>
      </div>
    </li>
  );
}
