import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type BreachFilter,
  type Fit,
  type OfGroup,
  type Standing,
  useNicknames,
  useOfGroup,
} from "../api/grouprules.ts";
import { BreachesTab } from "./BreachesTab.tsx";
import { Copy, Ready } from "./Copy.tsx";
import { NameState, Notice } from "./cells.tsx";
import { fitTones, useSaid } from "./words.ts";
import "./grouprules.css";

interface Props {
  id: number;
  zone: string;
  mayRecord: boolean;
  maySet: boolean;
}

/** What the rules say of one group, who is called otherwise, and who broke them. */
export function GroupRules({ id, zone, mayRecord, maySet }: Props) {
  const { t } = useTranslation();
  const found = useOfGroup(id);
  const [filter, setFilter] = useState<BreachFilter>({});
  const read = found.data;
  return (
    <>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("grouprules.standing.failed")} onAgain={() => found.refetch()} />
      )}
      {read && !read.standing && (
        <p className="empty">
          {t("grouprules.group.none")}{" "}
          <Link to="/groups/rules" search={{ tab: "rules" }}>
            {t("grouprules.group.toRules")}
          </Link>
        </p>
      )}
      {read?.standing && <Held of={read} standing={read.standing} zone={zone} />}
      <h2 className="rules-part">{t("grouprules.tabs.breaches")}</h2>
      <BreachesTab
        zone={zone}
        filter={filter}
        onFilter={setFilter}
        mayRecord={mayRecord}
        maySet={maySet}
        group={{ id, name: read?.standing?.name ?? "" }}
      />
    </>
  );
}

function Held({ of, standing, zone }: { of: OfGroup; standing: Standing; zone: string }) {
  const { t } = useTranslation();
  const otherwise = standing.notice === "differs" || standing.notice === "empty";
  return (
    <>
      <dl className="rules-facts">
        <div>
          <dt>{t("grouprules.columns.rules")}</dt>
          <dd>
            {standing.rules.name}
            <span className="meta rules-second">
              {t(`grouprules.group.by.${standing.rules.by}`)}
              {of.others.map((one) => (
                <span key={one.id}>{t(`grouprules.group.${one.why}`, { name: one.name })}</span>
              ))}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t("grouprules.columns.notice")}</dt>
          <dd>
            <Notice row={standing} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{t("grouprules.columns.name")}</dt>
          <dd>
            <NameState row={standing} zone={zone} />
          </dd>
        </div>
      </dl>
      {otherwise && (
        <div className="rules-two">
          <Ready
            title={t("grouprules.group.wanted")}
            name={t("grouprules.columns.notice")}
            text={of.wanted_notice}
          />
          <section className="rules-ready">
            <header>
              <h3>{t("grouprules.group.shown")}</h3>
            </header>
            <p>{of.notice || t("grouprules.notice.empty")}</p>
          </section>
        </div>
      )}
      {of.rules && (
        <Ready
          title={t("grouprules.fields.rules")}
          name={t("grouprules.fields.rules")}
          text={of.rules}
        />
      )}
      {of.nickname_shown && <Called of={of} standing={standing} zone={zone} />}
    </>
  );
}

const FITS = ["differs", "nameless", "fits"] as const;

/** Persons by whether their nickname fits, and what to write to who has it otherwise. */
function Called({ of, standing, zone }: { of: OfGroup; standing: Standing; zone: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const [fit, setFit] = useState<Fit>("differs");
  const counts = standing.nicknames;
  const known = counts !== null;
  const found = useNicknames(standing.id, fit, known);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h2 className="rules-part">
        {t("grouprules.group.called", { form: of.nickname_shown ? said(of.nickname_shown) : "" })}
      </h2>
      <p className="meta">{t("grouprules.checked")}</p>
      {!known && <p title={t("grouprules.unread")}>{nothing}</p>}
      {known && (
        <div className="filters">
          <Segmented<Fit>
            aria-label={t("grouprules.columns.nickname")}
            value={fit}
            onChange={setFit}
            options={FITS.map((value) => ({
              value,
              label: `${t(`grouprules.fits.${value}`)} ${count(counts[value])}`,
            }))}
          />
          {of.nickname_request && (
            <Copy
              text={said(of.nickname_request)}
              name={t("grouprules.group.request")}
              label={t("grouprules.copyOf", { name: t("grouprules.group.request") })}
            />
          )}
        </div>
      )}
      {found.isError && (
        <Failed title={t("grouprules.group.failed")} onAgain={() => found.refetch()} />
      )}
      {found.data && rows.length === 0 && <p className="meta">{t(`grouprules.nobody.${fit}`)}</p>}
      <ul className="rules-people">
        {rows.map((row) => (
          <Person key={row.member} row={row} zone={zone} />
        ))}
      </ul>
      {found.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
    </>
  );
}

function Person({
  row,
  zone,
}: {
  row: NonNullable<ReturnType<typeof useNicknames>["data"]>["pages"][number]["items"][number];
  zone: string;
}) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const name = row.customer?.name || row.name || t("grouprules.nameless");
  return (
    <li>
      <span className="cut" title={row.nickname}>
        {row.nickname || <span title={t("grouprules.nicknameless")}>{nothing}</span>}
      </span>
      {row.customer ? (
        <Link to="/customers/$id" params={{ id: String(row.customer.id) }} className="cut">
          {name}
        </Link>
      ) : (
        <span className="cut" title={t("grouprules.unseen")}>
          {name}
        </span>
      )}
      <State tone={fitTones[row.fit]} word={t(`grouprules.fits.${row.fit}`)} />
      <span className="meta num" title={fullMoment(row.joined_at, zone)}>
        {t("grouprules.joined", { time: tell(row.joined_at) })}
      </span>
    </li>
  );
}
