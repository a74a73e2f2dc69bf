import { Link } from "@tanstack/react-router";
import { count } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import { type Chosen, type Scored, usePeople } from "../api/rfm.ts";
import { SaveDialog } from "./SaveDialog.tsx";
import { money, useWords } from "./words.ts";

const LEAST = 720;

interface Props {
  run: number;
  chosen: Chosen;
  after: string | undefined;
  mayWrite: boolean;
  onSaved: (segment: number) => void;
  onChoose: (chosen: Chosen) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

/** People of a class or a square, who paid most first. */
export function People({ run, chosen, after, mayWrite, onSaved, ...props }: Props) {
  const { onChoose, onPage, onBack } = props;
  const [saving, setSaving] = useState(false);
  const { t } = useTranslation();
  const words = useWords();
  const people = usePeople(run, chosen, after);
  const read = people.data;
  const title = chosen.key
    ? t(`rfm.classes.${chosen.key}`)
    : t("rfm.people.square", { r: chosen.r, f: chosen.f });
  return (
    <section className="rfm-panel" aria-label={title}>
      <div className="part-head">
        <h2>
          {title}
          {read && (
            <span className="meta num">
              {t("rfm.people.total", { count: read.total, n: count(read.total) })}
            </span>
          )}
        </h2>
        <span className="rfm-acts">
          <Button onClick={() => onChoose({})}>{t("common.clearFilters")}</Button>
          <Button
            type="primary"
            disabled={!mayWrite}
            title={mayWrite ? undefined : t("rfm.people.segmentLocked")}
            onClick={() => setSaving(true)}
          >
            {t("rfm.people.segment")}
          </Button>
        </span>
      </div>
      {saving && (
        <SaveDialog
          chosen={chosen}
          title={title}
          onSaved={onSaved}
          onClose={() => setSaving(false)}
        />
      )}
      {people.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {people.isError && <Failed title={words(people.error)} onAgain={() => people.refetch()} />}
      {read && read.items.length === 0 && <p className="empty">{t("rfm.people.none")}</p>}
      {read && read.items.length > 0 && (
        <>
          <Scrolled label={title} least={LEAST}>
            <Rows rows={read.items} dimmed={people.isPlaceholderData} />
          </Scrolled>
          <Pages
            sparse
            label={title}
            previous={after}
            next={read.next}
            onPrevious={onBack}
            onNext={onPage}
          />
        </>
      )}
    </section>
  );
}

function Rows({ rows, dimmed }: { rows: readonly Scored[]; dimmed: boolean }) {
  const { t } = useTranslation();
  const number = (key: string, render: (row: Scored) => string) => ({
    key,
    title: t(`rfm.people.${key}`),
    align: "right" as const,
    className: "num",
    render: (_: unknown, row: Scored) => render(row),
  });
  return (
    <Table<Scored>
      rowKey="customer_id"
      className={dimmed ? "rfm-people dimmed" : "rfm-people"}
      dataSource={[...rows]}
      pagination={false}
      columns={[
        {
          key: "name",
          title: t("rfm.people.name"),
          render: (_, row) => (
            <Link to="/customers/$id" params={{ id: String(row.customer_id) }}>
              {row.name}
            </Link>
          ),
        },
        {
          key: "class",
          title: t("rfm.people.class"),
          render: (_, row) => t(`rfm.classes.${row.key}`),
        },
        number("scores", (row) => `${row.r} · ${row.f} · ${row.m}`),
        number("days", (row) => t("rfm.people.ago", { count: row.days, n: count(row.days) })),
        number("orders", (row) => count(row.orders)),
        number("amount", (row) => money(row.amount_fen)),
      ]}
    />
  );
}
