import { t, whenSaid } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";

type Event = Customer["events"][number];

function said(event: Event): string {
  const kind = event.kind.replaceAll(".", "_");
  if (event.ending)
    return t([`customer.events.ended.${event.ending}`, "customer.events.relation_ended"]);
  const variant = event.channel ? "_through" : "";
  return t(
    [`customer.events.${kind}${variant}`, `customer.events.${kind}`, "customer.events.other"],
    {
      channel: event.channel?.name ?? "",
      tag: event.tag ?? t("customer.events.goneTag"),
      kind: event.kind,
    },
  );
}

/** What happened lately, newest first. */
export function Events({ events, zone }: { events: Event[]; zone: string }) {
  return (
    <section className="card">
      <header>
        <h2>{t("customer.events.title")}</h2>
      </header>
      {events.length === 0 ? <p className="empty">{t("customer.events.empty")}</p> : null}
      <ol className="rows line">
        {events.map((event) => (
          <li key={event.id}>
            <span className="grow">{said(event)}</span>
            <time className="meta" dateTime={event.at}>
              {whenSaid(event.at, zone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
