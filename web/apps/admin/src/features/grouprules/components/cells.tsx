import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Rules, Standing } from "../api/grouprules.ts";
import { Copy } from "./Copy.tsx";
import { nameTones, noticeTones } from "./words.ts";

/** A group's name, which leads to its rules. */
export function GroupName({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/groups/$id"
      params={{ id: String(id) }}
      search={{ tab: "rules" }}
      className="cut rules-name"
      title={name}
    >
      {name || t("groups.nameless")}
    </Link>
  );
}

/** What its announcement is beside the one of its rules. */
export function Notice({ row, zone }: { row: Standing; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (row.notice === "off") return <span title={t("grouprules.off.notice")}>{nothing}</span>;
  if (row.notice === "unknown") return <span title={t("grouprules.unread")}>{nothing}</span>;
  return (
    <span title={row.read_at ? fullMoment(row.read_at, zone) : undefined}>
      <State tone={noticeTones[row.notice]} word={t(`grouprules.notice.${row.notice}`)} />
      {row.read_at && (
        <span className="meta rules-second num">
          {t("grouprules.readAt", { time: tell(row.read_at) })}
        </span>
      )}
    </span>
  );
}

/** Whether it is called right, and the right name ready to paste. */
export function NameState({ row, zone }: { row: Standing; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const state = row.name_state;
  if (state === "off") return <span title={t("grouprules.off.name")}>{nothing}</span>;
  if (state === "unknown") return <span title={t("grouprules.unread")}>{nothing}</span>;
  return (
    <>
      <State tone={nameTones[state]} word={t(`grouprules.name.${state}`)} />
      {state === "wrong" && row.wanted_name && (
        <span className="rules-wanted">
          <span className="cut" title={row.wanted_name}>
            {row.wanted_name}
          </span>
          <Copy text={row.wanted_name} name={t("grouprules.wantedName")} />
        </span>
      )}
      {row.renamed_at && (
        <span className="meta rules-second num">
          {t("grouprules.renamed", { time: tell(row.renamed_at) })}
        </span>
      )}
    </>
  );
}

/** Persons by whether their nickname fits. */
export function Nicknames({
  counts,
  form,
}: {
  counts: Rules["nicknames"];
  /** Whether a form is asked for. */
  form: boolean;
}) {
  const { t } = useTranslation();
  if (!form) return <span title={t("grouprules.off.nickname")}>{nothing}</span>;
  if (!counts) return <span title={t("grouprules.uncounted")}>{nothing}</span>;
  return (
    <span className="num">
      {t("grouprules.fit.differs", { n: count(counts.differs) })}
      <span className="meta rules-second">
        {t("grouprules.fit.others", { fits: count(counts.fits), none: count(counts.nameless) })}
      </span>
    </span>
  );
}
