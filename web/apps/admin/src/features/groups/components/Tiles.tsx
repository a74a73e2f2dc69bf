import { Link } from "@tanstack/react-router";
import { count, nothing } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Filter, Summary } from "../api/groups.ts";
import { isNarrowed } from "./search.ts";
import { signed } from "./words.ts";

interface Props {
  summary: Summary | undefined;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** All groups together; each number opens what it counts. */
export function Tiles({ summary, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const said = (value: number | undefined) => (value === undefined ? nothing : count(value));
  const asked: Record<"all" | "moved" | "ownerLeft" | "full" | "unsorted", Filter> = {
    full: { full: true },
    unsorted: { unsorted: true },
    all: {},
    moved: { sort: "-joined_7" },
    ownerLeft: { state: "owner_left,in_handover" },
  };
  const chosen = (key: keyof typeof asked) =>
    key === "all"
      ? !isNarrowed(filter) && filter.sort === undefined
      : Object.entries(asked[key]).every(
          ([name, value]) => filter[name as keyof Filter] === value,
        ) && isNarrowed(filter) === isNarrowed(asked[key]);
  const tile = (key: keyof typeof asked, number: React.ReactNode, meta: string) => (
    <li>
      <button
        type="button"
        aria-pressed={chosen(key)}
        title={t(`groups.tiles.${key}Why`)}
        onClick={() => onFilter(asked[key])}
      >
        <span className="group-tile-name">{t(`groups.tiles.${key}`)}</span>
        <b className="num">{number}</b>
        <span className="meta num">{meta}</span>
      </button>
    </li>
  );
  return (
    <ul className="group-tiles">
      {tile("all", said(summary?.groups), t("groups.tiles.allMeta"))}
      {tile("unsorted", said(summary?.without_profile), t("groups.tiles.unsortedMeta"))}
      <li title={t("groups.tiles.personsWhy")}>
        <span className="group-tile-name">{t("groups.tiles.persons")}</span>
        <b className="num">{said(summary?.persons)}</b>
        <span className="meta num">
          {summary && t("groups.tiles.seats", { count: summary.seats, n: count(summary.seats) })}
        </span>
      </li>
      <li>
        <Link to="/groups/duplicates" title={t("groups.tiles.severalWhy")}>
          <span className="group-tile-name">{t("groups.tiles.several")}</span>
          <b className="num">{said(summary?.in_several)}</b>
          <span className="meta">{t("groups.tiles.severalOpen")}</span>
        </Link>
      </li>
      {tile(
        "moved",
        summary ? (
          <>
            {signed(summary.joined_7, "+")} <i>{signed(summary.left_7, "−")}</i>
          </>
        ) : (
          nothing
        ),
        t("groups.tiles.movedMeta"),
      )}
      {tile("ownerLeft", said(summary?.owner_left), t("groups.tiles.ownerLeftMeta"))}
      {tile("full", said(summary?.nearly_full), t("groups.tiles.fullMeta"))}
    </ul>
  );
}
