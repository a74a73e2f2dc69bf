import { t, whenSaid } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";

type Tag = Customer["tags"][number];

function said(tag: Tag, zone: string): string {
  const by = tag.channel
    ? t("customer.tags.byChannel", { channel: tag.channel.name })
    : t([`customer.tags.by.${tag.by}`, "customer.tags.by.other"]);
  const way = tag.mirrored ? "" : ` · ${t("customer.tags.onItsWay")}`;
  return `${by} · ${whenSaid(tag.added_at, zone)}${way}`;
}

/** Tags that one act brought stand together, above who did it and when. */
function grouped(tags: Tag[], zone: string): [string, Tag[]][] {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) {
    const words = said(tag, zone);
    groups.set(words, [...(groups.get(words) ?? []), tag]);
  }
  return [...groups];
}

/** His tags, each with who put it there and when. */
export function OwnTags({ tags, zone }: { tags: Tag[]; zone: string }) {
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
        {grouped(tags, zone).map(([words, ofOneAct]) => (
          <li key={words}>
            <div className="chips">
              {ofOneAct.map((tag) => (
                <span key={tag.id} className="chip" title={tag.name}>
                  {tag.name}
                </span>
              ))}
            </div>
            <span className="meta">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
