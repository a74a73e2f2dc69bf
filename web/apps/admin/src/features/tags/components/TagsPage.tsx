import { clock, count, nothing } from "@yutang/ui";
import { Button, Checkbox, Segmented, Skeleton, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Kind, type Library, type LibraryFilter, useCount, useLibrary } from "../api/tags.ts";
import { type Draft, GroupDialog } from "./GroupDialog.tsx";
import { GroupList } from "./GroupList.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { StartersDialog } from "./StartersDialog.tsx";
import "./tags.css";

interface Props {
  zone: string;
  filter: LibraryFilter;
  after: string | undefined;
  group: number | undefined;
  mayWrite: boolean;
  onFilter: (filter: LibraryFilter) => void;
  onPage: (after: string | undefined) => void;
  onGroup: (id: number | undefined) => void;
  onMade: (id: number, archived: boolean) => void;
  onCustomers: (tag: number) => void;
}

const WARN_SHARE = 0.8;
const BLANK: Draft = { kind: "own", name: "", tags: [], exclusive: false, ordered: false };

/** What we call customers, who said so, and what WeCom lets us change of it. */
export function TagsPage(props: Props) {
  const { t } = useTranslation();
  const { filter, after, onFilter, onGroup, mayWrite } = props;
  const found = useLibrary(filter, after);
  const [draft, setDraft] = useState<Draft | undefined>();
  const [choosing, setChoosing] = useState(false);
  const page = found.data;
  const narrowed = Boolean(filter.q || filter.kind || filter.archived);
  const chosen = props.group ?? page?.items[0]?.id;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("tags.title")}</h1>
          {page && <Room page={page} zone={props.zone} />}
        </div>
        {mayWrite && (
          <div className="tags-acts">
            <Button onClick={() => setChoosing(true)}>{t("tags.starters.open")}</Button>
            <Button type="primary" onClick={() => setDraft(BLANK)}>
              {t("tags.newGroup")}
            </Button>
          </div>
        )}
      </header>
      <Filters filter={filter} onFilter={onFilter} />
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("tags.loadFailed")} onAgain={() => found.refetch()} />}
      {page && page.items.length === 0 && (
        <div className="empty">
          <p>{t(narrowed ? "tags.noneMatch" : "tags.empty")}</p>
          {narrowed && <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>}
          {!narrowed && mayWrite && (
            <Button onClick={() => setChoosing(true)}>{t("tags.starters.open")}</Button>
          )}
        </div>
      )}
      {page && page.items.length > 0 && (
        <div className="tags-split">
          <GroupList
            page={page}
            after={after}
            chosen={chosen}
            onGroup={onGroup}
            onPage={props.onPage}
          />
          {chosen !== undefined && (
            <GroupPanel
              key={chosen}
              id={chosen}
              zone={props.zone}
              mayWrite={mayWrite}
              limit={page.room}
              onGone={() => onGroup(undefined)}
              onCustomers={props.onCustomers}
            />
          )}
        </div>
      )}
      {choosing && (
        <StartersDialog
          onClose={() => setChoosing(false)}
          onChoose={(next) => {
            setChoosing(false);
            setDraft(next);
          }}
        />
      )}
      {draft && (
        <GroupDialog
          draft={draft}
          room={page?.room}
          onClose={() => setDraft(undefined)}
          onMade={(made) => {
            setDraft(undefined);
            props.onMade(made.id, made.archived);
          }}
        />
      )}
    </>
  );
}

function Room({ page, zone }: { page: Library; zone: string }) {
  const { t } = useTranslation();
  const recount = useCount();
  const { used, limit } = page.room;
  return (
    <p className="meta num tags-room">
      <Tooltip title={t("tags.roomWhy")}>
        <span className={used > limit * WARN_SHARE ? "tags-warn" : ""}>
          {t("tags.room", { used: count(used), left: count(Math.max(limit - used, 0)) })}
        </span>
      </Tooltip>
      {" · "}
      {t("tags.counted", { time: page.as_of ? clock(page.as_of, zone) : nothing })}{" "}
      <button
        type="button"
        className="link"
        disabled={recount.isPending}
        onClick={() => recount.mutate(undefined)}
      >
        {t(recount.isSuccess ? "tags.counting" : "tags.recount")}
      </button>
      {page.waiting > 0 &&
        ` · ${t("tags.waiting", { count: page.waiting, n: count(page.waiting) })}`}
    </p>
  );
}

function Filters({
  filter,
  onFilter,
}: {
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <SearchBox
        className="tags-search"
        label={t("tags.search")}
        maxLength={30}
        text={filter.q ?? ""}
        onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
      />
      <Segmented<Kind | "all">
        aria-label={t("tags.kind")}
        value={filter.kind ?? "all"}
        options={(["all", "wecom", "own"] as const).map((value) => ({
          value,
          label: t(`tags.kinds.${value}`),
        }))}
        onChange={(kind) => onFilter({ ...filter, kind: kind === "all" ? undefined : kind })}
      />
      <Checkbox
        checked={filter.archived ?? false}
        onChange={(event) =>
          onFilter({ ...filter, archived: event.target.checked ? true : undefined })
        }
      >
        {t("tags.showArchived")}
      </Checkbox>
      {(filter.q || filter.kind || filter.archived) && (
        <Button type="link" onClick={() => onFilter({})}>
          {t("common.clearFilters")}
        </Button>
      )}
    </div>
  );
}
