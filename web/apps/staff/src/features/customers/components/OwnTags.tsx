import { t, whenSaid } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";

/** His tags, each with who put it there and when. */
export function OwnTags({ tags, zone }: { tags: Customer["tags"]; zone: string }) {
  return (
    <section className="card">
      <header>
        <h2>{t("customer.tags.title")}</h2>
        <span className="meta">
          {tags.length > 0 ? t("customer.tags.count", { count: tags.length }) : ""}
        </span>
      </header>
      {tags.length === 0 ? <p className="empty">{t("customer.tags.empty")}</p> : null}
      <ul className="rows">
        {tags.map((tag) => (
          <li key={tag.id}>
            <span className="chip" title={tag.name}>
              {tag.name}
            </span>
            <span className="meta by">
              {tag.channel
                ? t("customer.tags.byChannel", { channel: tag.channel.name })
                : t([`customer.tags.by.${tag.by}`, "customer.tags.by.other"])}
              {" · "}
              {whenSaid(tag.added_at, zone)}
              {tag.mirrored ? "" : ` · ${t("customer.tags.onItsWay")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
