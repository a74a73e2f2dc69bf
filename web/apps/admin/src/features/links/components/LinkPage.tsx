import { ProblemError } from "@yutang/api";
import { count, nothing, State, shortMoment } from "@yutang/ui";
import { Alert, Button, Descriptions, Skeleton, Table, Tabs, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  type Link,
  useDeleteLink,
  useLink,
  useRetryLink,
  useVisits,
  type Visit,
} from "../api/links.ts";
import { Copyable } from "./Copyable.tsx";
import { Counts } from "./Counts.tsx";
import { LinkDrawer } from "./LinkDrawer.tsx";
import { Behind } from "./LinksPage.tsx";
import { SnippetList } from "./SnippetList.tsx";
import { LINK_TABS, type LinkTab } from "./search.ts";
import { money, tones } from "./words.ts";
import "./links.css";

interface Props {
  id: number;
  zone: string;
  tab: LinkTab;
  mayWrite: boolean;
  onTab: (tab: LinkTab) => void;
  onCustomer: (id: number) => void;
  onCustomers: () => void;
  onStatistics: () => void;
  onGone: () => void;
}

export function LinkPage(props: Props) {
  const { t } = useTranslation();
  const link = useLink(props.id);
  if (link.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (link.isError) {
    const gone = link.error instanceof ProblemError && link.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "links.notFound" : "links.failed")}
        action={<Button onClick={props.onGone}>{t("links.back")}</Button>}
      />
    );
  }
  return <Details {...props} link={link.data} />;
}

function Details({ link, ...props }: Props & { link: Link }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const remove = useDeleteLink(link.id);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{link.name}</h1>
          <State tone={tones[link.status]} word={t(`links.status.${link.status}`)} />
        </div>
        <Button
          type="primary"
          disabled={!props.mayWrite}
          title={props.mayWrite ? undefined : t("links.locked")}
          onClick={() => setEditing(true)}
        >
          {t("links.edit")}
        </Button>
      </header>
      <Trouble link={link} mayWrite={props.mayWrite} onEdit={() => setEditing(true)} />
      <Tabs
        activeKey={props.tab}
        onChange={(tab) => props.onTab(LINK_TABS.find((one) => one === tab) ?? "use")}
        items={LINK_TABS.map((key) => ({ key, label: t(`links.tabs.${key}`) }))}
      />
      {props.tab === "use" && <Use link={link} {...props} />}
      {props.tab === "visits" && <Visits link={link} {...props} />}
      {props.tab === "snippets" && (
        <SnippetList name={link.name} address={link.qr_content} isLink />
      )}
      {props.mayWrite && (
        <footer className="danger">
          <SureButton
            ask={t("links.deleteAsk", { name: link.name })}
            what={t("links.deleteWhat", { n: count(link.adds_total) })}
            act={t("links.delete")}
            loading={remove.isPending}
            onSure={() => remove.mutate(undefined, { onSuccess: props.onGone })}
          />
        </footer>
      )}
      {editing && (
        <LinkDrawer
          link={link}
          onClose={() => setEditing(false)}
          onDone={() => setEditing(false)}
        />
      )}
    </>
  );
}

interface TroubleProps {
  link: Link;
  mayWrite: boolean;
  onEdit: () => void;
}

/** WeCom's refusal in words where its number is known, and the way on. */
function Trouble({ link, mayWrite, onEdit }: TroubleProps) {
  const { t, i18n } = useTranslation();
  const retry = useRetryLink(link.id);
  if (link.status === "failed") {
    const code = /answered (\d+)/.exec(link.error ?? "")?.[1] ?? "";
    const lost = link.error?.startsWith("somebody deleted") ?? false;
    const reason = lost ? "links.reasons.lost" : `links.reasons.${code}`;
    return (
      <Alert
        type="error"
        showIcon
        title={t(lost ? "links.lost" : link.config_id ? "links.changeFailed" : "links.makeFailed")}
        description={i18n.exists(reason) ? t(reason) : link.error}
        action={
          mayWrite && (
            <Button loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
              {t(lost ? "links.makeAnew" : "common.again")}
            </Button>
          )
        }
      />
    );
  }
  if (link.unavailable_at === null) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t("links.unavailableTitle")}
      description={t("links.unavailableWhat")}
      action={mayWrite && <Button onClick={onEdit}>{t("links.edit")}</Button>}
    />
  );
}

function Use({ link, zone, mayWrite, onCustomers, onStatistics }: { link: Link } & Props) {
  const { t, i18n } = useTranslation();
  const told = (value: number | null) =>
    value === null ? <span title={t("links.notTold")}>{nothing}</span> : count(value);
  return (
    <div className="links-use">
      <section className="links-code">
        {link.qr_content ? (
          <>
            <img
              src={`/api/channels/${link.id}/qr.png?size=480`}
              alt={t("links.qrOf", { name: link.name })}
              width={200}
              height={200}
            />
            <Copyable text={link.qr_content} label={t("links.address")} />
            <p className="meta">{t("links.addressHelp")}</p>
          </>
        ) : (
          <p className="meta">
            {t(link.status === "failed" ? "links.noAddress" : "links.waiting")}
          </p>
        )}
      </section>
      <Descriptions
        column={1}
        items={[
          { key: "behind", label: t("links.columns.behind"), children: <Behind link={link} /> },
          {
            key: "priority",
            label: t("links.fields.priority"),
            children: t(`links.priority.${link.priority}`),
          },
          {
            key: "tags",
            label: t("links.tagsLabel"),
            children:
              link.tags.length > 0
                ? link.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)
                : t("links.noTags"),
          },
          {
            key: "total",
            label: t("links.columns.adds_total"),
            children: (
              <span className="num">
                {count(link.adds_total)}{" "}
                <button type="button" className="link" onClick={onCustomers}>
                  {t("links.toCustomers")}
                </button>{" "}
                <button type="button" className="link" onClick={onStatistics}>
                  {t("links.toStatistics")}
                </button>
              </span>
            ),
          },
          {
            key: "steps",
            label: t("links.steps"),
            children: (
              <span className="num">
                {t("links.profiles")} {told(link.profiles)} · {t("links.requests")}{" "}
                {told(link.requests)}
              </span>
            ),
          },
          {
            key: "counts",
            label: t("links.counts.title"),
            children: <Counts link={link} zone={zone} mayWrite={mayWrite} />,
          },
          {
            key: "cost",
            label: t("links.columns.cost"),
            children:
              link.cost_cents === null ? (
                <span title={t("links.quota.noPrice")}>{nothing}</span>
              ) : (
                money(link.cost_cents, i18n.language)
              ),
          },
        ]}
      />
    </div>
  );
}

function Visits({ link, zone, onCustomer }: { link: Link } & Props) {
  const { t } = useTranslation();
  const visits = useVisits(link.id);
  if (visits.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (visits.isError) {
    return <Failed title={t("links.visits.failed")} onAgain={() => visits.refetch()} />;
  }
  return (
    <>
      <p className="meta num">
        {t("links.visits.sum", {
          visits: count(link.visits),
          taps: count(link.taps),
          adds: count(link.visit_adds),
        })}
      </p>
      {visits.data.items.length === 0 ? (
        <div className="empty">
          <p>{t("links.visits.none")}</p>
        </div>
      ) : (
        <Table<Visit>
          rowKey={(row) => `${row.added_at}-${row.customer?.id ?? row.at}`}
          dataSource={visits.data.items}
          pagination={false}
          scroll={{ x: 800 }}
          columns={[
            {
              title: t("links.visits.customer"),
              width: 140,
              render: (_, row) =>
                row.customer ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => row.customer && onCustomer(row.customer.id)}
                  >
                    {row.customer.name || t("links.visits.nameless")}
                  </button>
                ) : (
                  <span title={t("links.visits.outOfSight")}>{nothing}</span>
                ),
            },
            { title: t("links.visits.staff"), width: 110, render: (_, row) => row.staff?.name },
            {
              title: t("links.visits.source"),
              width: 140,
              render: (_, row) => row.utm.source ?? (row.referrer || t("links.visits.unknown")),
            },
            { title: t("links.visits.campaign"), width: 140, render: (_, row) => row.utm.campaign },
            {
              title: t("links.visits.clicks"),
              render: (_, row) =>
                Object.entries(row.clicks).map(([name, value]) => (
                  <span key={name} className="line clip" title={value}>
                    {name} {value}
                  </span>
                )),
            },
            {
              title: t("links.visits.at"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, row) => shortMoment(row.at, zone),
            },
            {
              title: t("links.visits.addedAt"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, row) => shortMoment(row.added_at, zone),
            },
          ]}
        />
      )}
    </>
  );
}
