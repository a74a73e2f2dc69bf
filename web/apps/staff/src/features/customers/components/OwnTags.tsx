import { X } from "lucide-react";
import { useState } from "react";
import { t, whenSaid } from "../../../shared/words.ts";
import { acts, type Customer } from "../api/customers.ts";
import { MoreTags } from "./lazily.tsx";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";

type Tag = Customer["tags"][number];

function said(tag: Tag, zone: string): string {
  const by = tag.channel
    ? t("customer.tags.byChannel", { channel: tag.channel.name })
    : t([`customer.tags.by.${tag.by}`, "customer.tags.by.other"]);
  const way = tag.mirrored ? "" : ` · ${t("customer.tags.onItsWay")}`;
  const why = tag.why ? ` · ${t("customer.tags.why", { why: tag.why })}` : "";
  return `${by} · ${whenSaid(tag.added_at, zone)}${way}${why}`;
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

/** His tags, each with who put it there and when; editing takes off and puts on by one tap. */
export function OwnTags({ customer, zone }: { customer: Customer; zone: string }) {
  const { tags, external_id: id } = customer;
  const [editing, setEditing] = useState(false);
  const take = useAct(id, (tag: number) => acts.takeTag(id, tag));
  return (
    <section className="card">
      <header>
        <h2>{t("customer.tags.title")}</h2>
        <button type="button" className="plain" onClick={() => setEditing(!editing)}>
          {t(editing ? "customer.done" : "customer.edit")}
        </button>
      </header>
      {tags.length === 0 ? <p className="empty">{t("customer.tags.empty")}</p> : null}
      <ul className="rows">
        {grouped(tags, zone).map(([words, ofOneAct]) => (
          <li key={words}>
            <div className="chips">
              {ofOneAct.map((tag) =>
                editing ? (
                  <button
                    key={tag.id}
                    type="button"
                    className="chip off"
                    aria-label={t("customer.tags.take", { tag: tag.name })}
                    disabled={take.isPending}
                    onClick={() => take.mutate(tag.id)}
                  >
                    <span className="cutline">{tag.name}</span>
                    <X size={14} aria-hidden="true" />
                  </button>
                ) : (
                  <span key={tag.id} className="chip" title={`${tag.group} · ${tag.name}`}>
                    {tag.name}
                  </span>
                ),
              )}
            </div>
            <span className="meta">{words}</span>
          </li>
        ))}
      </ul>
      <Problem error={take.error} />
      {editing ? <MoreTags customer={customer} /> : null}
    </section>
  );
}
