import { Link } from "@tanstack/react-router";
import { fullMoment, nothing } from "@yutang/ui";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Entry } from "../api/audit.ts";
import { changes, spell } from "./search.ts";
import { deedOf, meansOf, nameOf, targetOf } from "./words.ts";

interface Props {
  entry: Entry;
  zone: string;
  onClose: () => void;
}

/** One act whole: who, from where, and both states side by side. */
export function EntryDrawer({ entry, zone, onClose }: Props) {
  const { t } = useTranslation();
  const rows = changes(entry.before, entry.after);
  const [kind, id = ""] = entry.target.split(":");
  const facts: [string, ReactNode][] = [
    ["who", `${nameOf(t, entry.actor, entry.name)} · ${entry.actor}`],
    ["when", fullMoment(entry.at, zone)],
    [
      "target",
      kind === "customer" ? (
        <Link to="/customers/$id" params={{ id }}>
          {targetOf(t, entry.target)}
        </Link>
      ) : (
        targetOf(t, entry.target)
      ),
    ],
    ["means", [meansOf(t, entry.means), entry.session].filter(Boolean).join(" · ") || nothing],
    ["ip", entry.ip || nothing],
    ["request", entry.request_id || nothing],
    ["number", String(entry.id)],
    ["action", entry.action],
  ];
  return (
    <Drawer open size={560} title={deedOf(t, entry)} onClose={onClose}>
      <dl className="audit-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`audit.facts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="audit-part">{t("audit.changes.title")}</h2>
      {rows.length === 0 && <p className="meta">{t("audit.changes.none")}</p>}
      {rows.length > 0 && (
        <table className="audit-changes">
          <thead>
            <tr>
              <th scope="col">{t("audit.changes.key")}</th>
              <th scope="col">{t("audit.changes.before")}</th>
              <th scope="col">{t("audit.changes.after")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={row.changed ? undefined : "same"}>
                <th scope="row">{row.key}</th>
                <td>{said(row.before, row.changed && row.after !== undefined, "del")}</td>
                <td>{said(row.after, row.changed && row.before !== undefined, "ins")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  );
}

function said(value: unknown, differs: boolean, Mark: "del" | "ins"): ReactNode {
  const text = spell(value);
  if (text === null) return nothing;
  return differs ? <Mark>{text}</Mark> : text;
}
