import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Customer, tagsQuery } from "../api/customers.ts";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";

const SHOWN = 20;

/** Tags that can be put on, found by name or group. */
export function MoreTags({ customer }: { customer: Customer }) {
  const [text, setText] = useState("");
  const library = useQuery(tagsQuery);
  const put = useAct(customer.external_id, (tag: number) => acts.putTag(customer.external_id, tag));
  const worn = new Set(customer.tags.map((tag) => tag.id));
  const wanted = text.trim().toLowerCase();
  const free = (library.data?.items ?? [])
    .flatMap((group) => group.tags.map((tag) => ({ ...tag, group: group.name })))
    .filter(
      (tag) =>
        !worn.has(tag.id) &&
        (tag.name.toLowerCase().includes(wanted) || tag.group.toLowerCase().includes(wanted)),
    );
  return (
    <div className="more-tags">
      <label className="field">
        <span className="meta">{t("moreTags.find")}</span>
        <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="chips">
        {free.slice(0, SHOWN).map((tag) => (
          <button
            key={tag.id}
            type="button"
            className="pick"
            title={tag.group}
            aria-label={t("moreTags.put", { tag: tag.name })}
            disabled={put.isPending}
            onClick={() => put.mutate(tag.id)}
          >
            {tag.name}
          </button>
        ))}
      </div>
      {free.length > SHOWN ? (
        <p className="meta">{t("moreTags.narrow", { count: free.length - SHOWN })}</p>
      ) : null}
      {library.isSuccess && free.length === 0 ? (
        <p className="meta">{t("moreTags.nothing")}</p>
      ) : null}
      <Problem error={library.error ?? put.error} />
    </div>
  );
}
