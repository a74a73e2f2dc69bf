import { chartColor, count, nothing } from "@yutang/ui";
import { Dropdown } from "antd";
import { Ellipsis, FolderPlus, Plus, X } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { DEEPEST, type LeafName, OPS, type Op } from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { Pick } from "../leaves/Filled.tsx";
import { blank, isReversed, LEAVES, wants } from "./blank.ts";
import { useTree } from "./context.ts";
import { type Branch, isBranch, levelOf, MOVES, type Move, moved, type Twig } from "./edit.ts";
import { LeafFields } from "./LeafFields.tsx";

/** A colour beside the word, for the eye that looks for the end of a group. */
const EDGES: Record<Op, string> = {
  all: chartColor.series[0],
  any: chartColor.series[1],
  none: chartColor.series[4],
};

/** What a kind of condition is called: by the server, else by us. */
function useLeafNames(): (name: LeafName) => string {
  const { t } = useTranslation();
  const { leaves } = useOffers();
  const { say } = useSaid();
  const words = new Map(leaves.map((one) => [one.key, say(one.name)]));
  return (name) => words.get(name) ?? t(`segments.leaves.${name}`);
}

/** How a row is called where it is acted on: its kind and place. */
function useRowName(item: Twig | Branch): string {
  const { t } = useTranslation();
  const name = useLeafNames();
  return isBranch(item) ? t(`segments.ops.${item.op}`) : name(item.is.leaf);
}

/** A group of conditions: how they are joined, each of them, and what can be added. */
export function GroupBox({ group, level = 1 }: { group: Branch; level?: number }) {
  const { t } = useTranslation();
  const tree = useTree();
  const fault = tree.faults.get(group.key);
  return (
    <fieldset
      className="seg-group"
      style={{ "--edge": EDGES[group.op] } as CSSProperties}
      data-key={group.key}
    >
      <legend className="visually-hidden">
        {t("segments.groupIs", { op: t(`segments.ops.${group.op}`) })}
      </legend>
      <div className="seg-join">
        <span>{t("segments.join.before")}</span>
        <Pick
          label={t("segments.join.label")}
          value={group.op}
          options={OPS.map((op) => ({ value: op, label: t(`segments.ops.${op}`) }))}
          onChange={(op) => tree.setOp(group.key, op)}
        />
        <span>{t("segments.join.after")}</span>
        <span className="seg-gap" />
        <Made item={group} />
        {level > 1 && <RowActs item={group} />}
      </div>
      {fault && <p className="seg-fault">{fault}</p>}
      {group.of.map((item) =>
        isBranch(item) ? (
          <GroupBox key={item.key} group={item} level={level + 1} />
        ) : (
          <LeafRow key={item.key} item={item} />
        ),
      )}
      {group.of.length === 0 && <p className="meta">{t("segments.emptyGroup")}</p>}
      <Adds group={group} />
    </fieldset>
  );
}

/** How many a group makes. */
function Made({ item }: { item: Branch }) {
  const { t } = useTranslation();
  const { counts, dimmed } = useTree();
  const n = counts.get(item.key);
  return (
    <span className={dimmed ? "seg-made num dimmed" : "seg-made num"}>
      {n === undefined ? nothing : t("segments.made", { count: n, n: count(n) })}
    </span>
  );
}

/** One condition with how many fulfil it alone. */
function LeafRow({ item }: { item: Twig }) {
  const { t } = useTranslation();
  const tree = useTree();
  const offers = useOffers();
  const leafName = useLeafNames();
  const open = wants(item.is);
  const own = isReversed(item.is)
    ? t("segments.reversed")
    : tree.strict && open
      ? t("segments.unfinished")
      : "";
  const fault = tree.faults.get(item.key) ?? own;
  return (
    <div className={fault ? "seg-row wrong" : "seg-row"} data-key={item.key}>
      <div className="seg-fields">
        <Pick<LeafName>
          label={t("segments.leafKind")}
          value={item.is.leaf}
          options={LEAVES.map((name) => ({ value: name, label: leafName(name) }))}
          onChange={(name) => tree.setLeaf(item.key, blank(name, offers))}
        />
        <LeafFields leaf={item.is} onChange={(leaf) => tree.setLeaf(item.key, leaf)} />
      </div>
      <Counted item={item} open={open} />
      <RowActs item={item} />
      {fault && (
        <p className="seg-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

function Counted({ item, open }: { item: Twig; open: boolean }) {
  const { t } = useTranslation();
  const { counts, universe, dimmed } = useTree();
  const n = open ? undefined : counts.get(item.key);
  if (n === undefined) {
    return (
      <div className="seg-count">
        <span className="meta" title={t(open ? "segments.fillIn" : "segments.notCounted")}>
          {open ? t("segments.fillInShort") : nothing}
        </span>
      </div>
    );
  }
  const share = universe ? Math.min(n / universe, 1) : 0;
  return (
    <div className={dimmed ? "seg-count num dimmed" : "seg-count num"}>
      {t("segments.people", { count: n, n: count(n) })}
      <i aria-hidden="true">
        <b style={{ width: `${share * 100}%` }} />
      </i>
    </div>
  );
}

/** What is done with a row: the menu holds every move, so that nothing needs a pointer. */
function RowActs({ item }: { item: Twig | Branch }) {
  const { t } = useTranslation();
  const tree = useTree();
  const name = useRowName(item);
  const offered = MOVES.filter((move) => moved(tree.root, item.key, move) !== undefined);
  return (
    <span className="seg-acts">
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            ...offered.map((move) => ({ key: move, label: t(`segments.moves.${move}`) })),
            { key: "double", label: t("segments.moves.double") },
          ],
          onClick: ({ key }) =>
            key === "double" ? tree.double(item.key) : tree.move(item.key, key as Move),
        }}
      >
        <button type="button" className="seg-icon" aria-label={t("segments.actsOf", { name })}>
          <Ellipsis size={14} aria-hidden="true" />
        </button>
      </Dropdown>
      <button
        type="button"
        className="seg-icon"
        data-remove
        aria-label={t(isBranch(item) ? "segments.removeGroup" : "segments.remove", { name })}
        onClick={() => tree.remove(item.key)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

function Adds({ group }: { group: Branch }) {
  const { t } = useTranslation();
  const tree = useTree();
  const leafName = useLeafNames();
  const deep = levelOf(tree.root, group.key) >= DEEPEST;
  return (
    <div className="seg-adds">
      <Dropdown
        trigger={["click"]}
        menu={{
          className: "seg-menu",
          items: LEAVES.map((name) => ({ key: name, label: leafName(name) })),
          onClick: ({ key }) => tree.add(group.key, key as LeafName),
        }}
      >
        <button type="button" className="seg-add" data-add>
          <Plus size={14} aria-hidden="true" />
          {t("segments.add")}
        </button>
      </Dropdown>
      <button
        type="button"
        className="seg-add"
        disabled={deep}
        title={deep ? t("segments.tooDeep", { n: DEEPEST }) : undefined}
        onClick={() => tree.addGroup(group.key)}
      >
        <FolderPlus size={14} aria-hidden="true" />
        {t("segments.addGroup")}
      </button>
    </div>
  );
}
