import { ProblemError } from "@yutang/api";
import { count, nothing, State, shortMoment } from "@yutang/ui";
import { Alert, App, Button, Descriptions, Skeleton, Tabs, Tag } from "antd";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Sheets } from "../../../shared/Sheets.tsx";
import { type Code, useCode, useDeleteCode, useRetryCode } from "../api/groupCodes.ts";
import { Current } from "./CodesPage.tsx";
import { JoinsTab } from "./JoinsTab.tsx";
import { NumbersTab } from "./NumbersTab.tsx";
import { PicturesTab } from "./PicturesTab.tsx";
import { QueueTab } from "./QueueTab.tsx";
import { TABS, type Tab } from "./search.ts";
import { statusTones, useLeft, useProblem } from "./words.ts";
import "./groupcodes.css";

interface Props {
  id: number;
  zone: string;
  tab: Tab;
  days: number;
  mayWrite: boolean;
  maySeePeople: boolean;
  onTab: (tab: Tab, days: number) => void;
  onCustomer: (id: number) => void;
  onEdit: (id: number) => void;
  onGone: () => void;
}

export function CodePage(props: Props) {
  const { t } = useTranslation();
  const code = useCode(props.id);
  if (code.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (code.isError) {
    const gone = code.error instanceof ProblemError && code.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "groupcodes.notFound" : "groupcodes.loadFailed")}
        action={<Button onClick={props.onGone}>{t("groupcodes.back")}</Button>}
      />
    );
  }
  return <Details {...props} code={code.data} />;
}

function Details({ code, ...props }: Props & { code: Code }) {
  const { t } = useTranslation();
  const left = useLeft();
  const [deleting, setDeleting] = useState(false);
  const path = `/api/group-codes/${code.id}`;
  const tabs = TABS.filter((key) => key !== "joins" || props.maySeePeople);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{code.name}</h1>
          <div className="gc-states">
            <State tone={statusTones[code.status]} word={t(`groupcodes.status.${code.status}`)} />
            <State {...left(code)} />
          </div>
        </div>
        {props.mayWrite && (
          <Button type="primary" onClick={() => props.onEdit(code.id)}>
            {t("groupcodes.edit")}
          </Button>
        )}
      </header>
      {code.status === "failed" && <Refused code={code} mayWrite={props.mayWrite} />}
      <Tabs
        activeKey={props.tab}
        onChange={(key) => props.onTab(tabs.find((one) => one === key) ?? "code", props.days)}
        items={tabs.map((key) => ({ key, label: t(`groupcodes.tabs.${key}`) }))}
      />
      {props.tab === "code" && <CodeTab code={code} zone={props.zone} path={path} />}
      {props.tab === "queue" && (
        <QueueTab code={code} zone={props.zone} mayWrite={props.mayWrite} />
      )}
      {props.tab === "pictures" && (
        <PicturesTab code={code} zone={props.zone} mayWrite={props.mayWrite} />
      )}
      {props.tab === "numbers" && (
        <NumbersTab
          id={code.id}
          zone={props.zone}
          days={props.days}
          onDays={(days) => props.onTab("numbers", days)}
        />
      )}
      {props.tab === "joins" && props.maySeePeople && (
        <JoinsTab id={code.id} zone={props.zone} path={path} onCustomer={props.onCustomer} />
      )}
      {props.tab === "print" && <Sheets path={path} name={code.name} />}
      {props.mayWrite && (
        <footer className="danger">
          <Button danger onClick={() => setDeleting(true)}>
            {t("groupcodes.delete")}
          </Button>
        </footer>
      )}
      {deleting && (
        <Deleting code={code} onClose={() => setDeleting(false)} onGone={props.onGone} />
      )}
    </>
  );
}

/** Why WeCom refused, in words, and the way on. */
function Refused({ code, mayWrite }: { code: Code; mayWrite: boolean }) {
  const { t } = useTranslation();
  const retry = useRetryCode(code.id);
  return (
    <Alert
      type="error"
      showIcon
      title={t(code.config_id ? "groupcodes.updateFailed" : "groupcodes.makeFailed")}
      description={
        <>
          {t(`groupcodes.why.${code.problem ?? "refused"}`)}
          {code.said && <div className="meta">{code.said}</div>}
        </>
      }
      action={
        mayWrite && (
          <Button loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
            {t("common.again")}
          </Button>
        )
      }
    />
  );
}

function CodeTab({ code, zone, path }: { code: Code; zone: string; path: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(code.link);
    message.success(t("groupcodes.linkCopied"));
  };
  const next = `${code.room_base_name ?? ""}${code.next_number ?? 1}`;
  return (
    <div className="gc-code">
      <section className="gc-picture">
        <img
          src={`${path}/qr.png?size=480`}
          alt={t("groupcodes.qrOf", { name: code.name })}
          width={240}
          height={240}
        />
        <div className="gc-files">
          <a href={`${path}/qr.png?size=1200`} download={`${code.name}.png`}>
            {t("channels.png")}
          </a>
          <a href={`${path}/qr.svg`} download={`${code.name}.svg`}>
            {t("channels.svg")}
          </a>
        </div>
        <p className="gc-link">
          <a href={code.link} target="_blank" rel="noreferrer">
            {code.link}
          </a>
          <Button
            type="text"
            size="small"
            aria-label={t("groupcodes.copyLink")}
            title={t("groupcodes.copyLink")}
            icon={<Copy size={14} aria-hidden="true" />}
            onClick={copy}
          />
        </p>
        <p className="meta">{t("groupcodes.lasts")}</p>
      </section>
      <Descriptions
        column={1}
        items={[
          {
            key: "shows",
            label: t("groupcodes.facts.shows"),
            children: t(`groupcodes.shows.${code.shows}`),
          },
          {
            key: "current",
            label: t("groupcodes.columns.current"),
            children: (
              <div>
                <Current code={code} />
              </div>
            ),
          },
          {
            key: "size",
            label: t("groupcodes.facts.size"),
            children: t("groupcodes.sizes", {
              scan: count(code.scan_size ?? 0),
              total: count(code.total_size ?? 0),
            }),
          },
          {
            key: "opens",
            label: t("groupcodes.facts.opens"),
            children: t(`groupcodes.opensNow.${code.opens ?? "nobody"}`, {
              next,
              staff: code.opener?.name ?? nothing,
            }),
          },
          {
            key: "fallback",
            label: t("groupcodes.facts.fallback"),
            children: code.fallback?.name ?? t("groupcodes.noFallback"),
          },
          {
            key: "pictures",
            label: t("groupcodes.tabs.pictures"),
            children: code.picture_until
              ? t("groupcodes.picturesUntil", {
                  n: code.pictures,
                  until: shortMoment(code.picture_until, zone),
                })
              : t("groupcodes.noPictures"),
          },
          {
            key: "tags",
            label: t("groupcodes.facts.tags"),
            children:
              code.tags.length > 0
                ? code.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)
                : t("channels.noTags"),
          },
          {
            key: "came",
            label: t("groupcodes.facts.came"),
            children: t("groupcodes.came", {
              today: count(code.joins_today),
              total: count(code.joins_total),
              here: count(code.here),
              views: count(code.views_today),
            }),
          },
        ]}
      />
    </div>
  );
}

interface DeletingProps {
  code: Code;
  onClose: () => void;
  onGone: () => void;
}

function Deleting({ code, onClose, onGone }: DeletingProps) {
  const { t } = useTranslation();
  const remove = useDeleteCode();
  const say = useProblem();
  return (
    <ActDialog
      danger
      focusCancel
      title={t("groupcodes.deleteTitle", { name: code.name })}
      act={t("groupcodes.delete")}
      loading={remove.isPending}
      trouble={remove.isError ? say(remove.error) : undefined}
      onAct={() => remove.mutate(code.id, { onSuccess: onGone })}
      onClose={onClose}
    >
      <p>{t("groupcodes.deleteBreaks")}</p>
      <p>{t("groupcodes.deleteStays", { n: count(code.joins_total) })}</p>
    </ActDialog>
  );
}
