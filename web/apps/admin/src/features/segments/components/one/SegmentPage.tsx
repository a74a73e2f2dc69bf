import { Link } from "@tanstack/react-router";
import { Button, Dropdown, Skeleton, Tabs } from "antd";
import { ChevronLeft, Ellipsis, RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../../shared/Failed.tsx";
import { said, useCountNow, useRefresh, useSegment } from "../../api/segments.ts";
import type { Detail } from "../../api/types.ts";
import { CountHead } from "../panel/CountHead.tsx";
import { SizeChart } from "../panel/SizeChart.tsx";
import { isForbidden, typeOf, useTrouble } from "../trouble.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { FreezeDialog } from "./FreezeDialog.tsx";
import { Latest } from "./Latest.tsx";
import { MembersTab } from "./MembersTab.tsx";
import { ReportPanel } from "./ReportPanel.tsx";
import { TABS, type Tab } from "./tabs.ts";
import { UsesTab } from "./UsesTab.tsx";
import { VersionsTab } from "./VersionsTab.tsx";
import "../editor.css";
import "../segments.css";

interface Props {
  id: number;
  zone: string;
  tab: Tab;
  mayWrite: boolean;
  /** What exports its members; another feature's, so the route puts it in. */
  exporting: (segment: Detail) => ReactNode;
  onTab: (tab: Tab) => void;
  onEdit: () => void;
  onCopy: () => void;
  onOpen: (id: number) => void;
  onGone: () => void;
}

/** One segment: what it says, how many, who, since when, and who uses it. */
export function SegmentPage(props: Props) {
  const { t } = useTranslation();
  const segment = useSegment(props.id);
  const unknown = typeOf(segment.error) === "segments.unknown";
  return (
    <>
      <Link to="/segments" className="back">
        <ChevronLeft size={14} aria-hidden="true" />
        {t("segments.title")}
      </Link>
      {segment.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {segment.isError &&
        !segment.data &&
        (unknown ? (
          <section className="empty">
            <h1>{t("segments.unknown")}</h1>
            <Link to="/segments">{t("segments.back")}</Link>
          </section>
        ) : (
          <Failed
            title={t(isForbidden(segment.error) ? "segments.forbidden" : "segments.failed")}
            onAgain={() => segment.refetch()}
          />
        ))}
      {segment.data && <One {...props} segment={segment.data} />}
    </>
  );
}

type Dialog = "freeze" | "delete";

function One({ segment, zone, tab, mayWrite, ...props }: Props & { segment: Detail }) {
  const { t, i18n } = useTranslation();
  const [dialog, setDialog] = useState<Dialog | undefined>();
  const refresh = useRefresh(segment.id);
  const trouble = useTrouble();
  const list = segment.kind === "static";
  const locked = mayWrite ? "" : t("segments.lockedWho");
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{segment.name}</h1>
          <p className="meta num">
            {t(`segments.kinds.${segment.kind}`)}
            {segment.kind === "kept" && ` · ${t(`segments.every.${segment.every_minutes}`)}`}
            {segment.created_by_name && ` · ${segment.created_by_name}`}
          </p>
        </div>
        <div className="head-acts">
          {!list && (
            <Button
              icon={<RefreshCw size={14} aria-hidden="true" />}
              disabled={!mayWrite}
              title={locked}
              loading={refresh.isPending || segment.latest?.state === "telling"}
              onClick={() => refresh.mutate(undefined)}
            >
              {t("segments.refresh")}
            </Button>
          )}
          {props.exporting(segment)}
          <Dropdown
            trigger={["click"]}
            disabled={!mayWrite}
            placement="bottomRight"
            menu={{
              items: [
                ...(list ? [] : [{ key: "copy", label: t("segments.copy") }]),
                { key: "freeze", label: t("segments.freeze.act") },
                { key: "delete", danger: true, label: t("segments.delete.act") },
              ],
              onClick: ({ key }) => (key === "copy" ? props.onCopy() : setDialog(key as Dialog)),
            }}
          >
            <Button
              aria-label={t("segments.moreActs")}
              title={locked}
              icon={<Ellipsis size={16} aria-hidden="true" />}
            />
          </Dropdown>
          {!list && (
            <Button type="primary" disabled={!mayWrite} title={locked} onClick={props.onEdit}>
              {t("segments.edit")}
            </Button>
          )}
        </div>
      </header>
      {refresh.isError && <Failed title={trouble(refresh.error)} onAgain={() => refresh.reset()} />}
      <p className="seg-sentence">
        {segment.sentence ? said(segment.sentence, i18n.language) : t("segments.isList")}
      </p>
      {segment.description && <p className="seg-description">{segment.description}</p>}
      <div className="seg-one">
        <div>
          <Tabs
            activeKey={tab}
            onChange={(key) => props.onTab(TABS.find((one) => one === key) ?? "members")}
            items={TABS.map((key) => ({
              key,
              label: t(`segments.tabs.${key}`, { count: segment.uses, n: segment.uses }),
            }))}
          />
          {tab === "members" && <MembersTab segment={segment} zone={zone} />}
          {tab === "versions" && (
            <VersionsTab segment={segment} zone={zone} mayWrite={mayWrite && !list} />
          )}
          {tab === "uses" && <UsesTab id={segment.id} />}
        </div>
        <aside className="seg-side">
          {list ? (
            <Latest segment={segment} zone={zone} big />
          ) : (
            <Now segment={segment} zone={zone} />
          )}
          {segment.report && <ReportPanel id={segment.id} report={segment.report} />}
          <section>
            <h2>{t("segments.sizes.title")}</h2>
            <SizeChart id={segment.id} zone={zone} height={180} />
          </section>
        </aside>
      </div>
      {dialog === "freeze" && (
        <FreezeDialog
          segment={segment}
          onClose={() => setDialog(undefined)}
          onMade={(id) => {
            setDialog(undefined);
            props.onOpen(id);
          }}
        />
      )}
      {dialog === "delete" && (
        <DeleteDialog
          segment={segment}
          onClose={() => setDialog(undefined)}
          onGone={props.onGone}
        />
      )}
    </>
  );
}

/** Counted at this moment, and beside it what the last refresh found. */
function Now({ segment, zone }: { segment: Detail; zone: string }) {
  const counted = useCountNow(segment.id, segment.tree);
  return (
    <>
      <CountHead
        counted={counted.data}
        dimmed={counted.isFetching}
        error={counted.error}
        empty={segment.tree === null}
        zone={zone}
        onAgain={() => counted.refetch()}
      />
      <Latest segment={segment} zone={zone} />
    </>
  );
}
