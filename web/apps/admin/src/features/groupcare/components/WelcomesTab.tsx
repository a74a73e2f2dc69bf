import { clock, count, nothing, State } from "@yutang/ui";
import { Alert, App, Button, Skeleton, Table } from "antd";
import { Plus, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useReachWords } from "../../../shared/reaching.ts";
import { type Library, useCheckWelcomes, useWelcomes, type Welcome } from "../api/groupcare.ts";
import { WelcomeDrawer } from "./WelcomeDrawer.tsx";
import { WelcomeOwners } from "./WelcomeOwners.tsx";
import { statusTones, useWords } from "./words.ts";

interface Props {
  zone: string;
  mayWrite: boolean;
}

type Open = { what: "edit"; id: number | null } | { what: "owners"; id: number } | undefined;

export function WelcomesTab({ zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const found = useWelcomes();
  const check = useCheckWelcomes(() => message.success(t("groupcare.checking")));
  const [open, setOpen] = useState<Open>();
  const read = found.data;
  const chosen = open && read?.items.find((one) => one.id === open.id);
  return (
    <section>
      <div className="care-bar">
        <p className="meta num" aria-live="polite">
          {read && <Room library={read.library} zone={zone} />}
        </p>
        <div className="head-acts">
          {mayWrite && (
            <>
              <Button
                icon={<RefreshCw size={14} aria-hidden="true" />}
                loading={check.isPending}
                onClick={() => check.mutate(undefined)}
              >
                {t("groupcare.check")}
              </Button>
              <Button
                type="primary"
                icon={<Plus size={14} aria-hidden="true" />}
                onClick={() => setOpen({ what: "edit", id: null })}
              >
                {t("groupcare.welcomes.add")}
              </Button>
            </>
          )}
        </div>
      </div>
      <p className="meta care-about">{t("groupcare.welcomes.about")}</p>
      {check.isError && <Alert type="error" showIcon title={words(check.error)} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("groupcare.welcomes.failed")} onAgain={() => found.refetch()} />
      )}
      {read && read.items.length === 0 && (
        <div className="empty">
          <p>{t("groupcare.welcomes.empty")}</p>
        </div>
      )}
      {read && read.items.length > 0 && (
        <WelcomeTable
          rows={read.items}
          onEdit={(id) => setOpen({ what: "edit", id })}
          onOwners={(id) => setOpen({ what: "owners", id })}
        />
      )}
      {open?.what === "edit" && (open.id === null || chosen) && (
        <WelcomeDrawer
          key={open.id ?? "new"}
          known={chosen ?? null}
          mayWrite={mayWrite}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "owners" && chosen && (
        <WelcomeOwners welcome={chosen} zone={zone} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

/** How full WeCom's library is, as far as it is known. */
function Room({ library, zone }: { library: Library; zone: string }) {
  const { t } = useTranslation();
  const { ours, most, spares, elsewhere, elsewhere_at: when } = library;
  return (
    <>
      {t("groupcare.library.ours", { n: count(ours), most: count(most) })}
      {spares > 0 && t("groupcare.library.spares", { n: count(spares) })}
      {elsewhere === null || when === null
        ? t("groupcare.library.unknown")
        : t("groupcare.library.elsewhere", { n: count(elsewhere), time: clock(when, zone) })}
    </>
  );
}

interface TableProps {
  rows: readonly Welcome[];
  onEdit: (id: number) => void;
  onOwners: (id: number) => void;
}

function WelcomeTable({ rows, onEdit, onOwners }: TableProps) {
  const { t } = useTranslation();
  const reach = useReachWords();
  return (
    <Table<Welcome>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "name",
          title: t("groupcare.columns.name"),
          width: 280,
          render: (_, row) => (
            <>
              <Button type="link" className="care-name" onClick={() => onEdit(row.id)}>
                {row.name}
              </Button>
              <span className="meta cut care-second" title={row.text}>
                {row.text || (row.attachment && t(`groupcare.parts.${row.attachment.kind}`))}
              </span>
            </>
          ),
        },
        {
          key: "reach",
          title: t("groupcare.columns.reach"),
          width: 220,
          render: (_, row) => (
            <>
              <span className="cut care-second" title={reach(row.reach)}>
                {reach(row.reach)}
              </span>
              <span className="meta num">
                {t("groupcare.groups", { n: count(row.groups), count: row.groups })}
                {row.contested > 0 && t("groupcare.contested", { n: count(row.contested) })}
              </span>
            </>
          ),
        },
        {
          key: "status",
          title: t("groupcare.columns.status"),
          width: 240,
          render: (_, row) => <Standing row={row} />,
        },
        {
          key: "owners",
          title: t("groupcare.columns.owners"),
          width: 240,
          render: (_, row) => <Waiting row={row} onOpen={() => onOwners(row.id)} />,
        },
      ]}
    />
  );
}

function Standing({ row }: { row: Welcome }) {
  const { t } = useTranslation();
  return (
    <>
      <State tone={statusTones[row.status]} word={t(`groupcare.status.${row.status}`)} />
      {(row.problem ?? (row.status === "gone" ? "gone" : null)) && (
        <span className="meta care-second">{t(`groupcare.problem.${row.problem ?? "gone"}`)}</span>
      )}
    </>
  );
}

function Waiting({ row, onOpen }: { row: Welcome; onOpen: () => void }) {
  const { t } = useTranslation();
  if (row.owners === 0 && row.ownerless === 0) {
    return <span title={t("groupcare.nobody")}>{nothing}</span>;
  }
  return (
    <>
      <Button type="link" className="care-name num" onClick={onOpen}>
        {t("groupcare.applied", { n: count(row.applied), of: count(row.owners) })}
      </Button>
      <span className="meta num care-second">
        {row.waiting > 0 && t("groupcare.waiting", { n: count(row.waiting) })}
        {row.dropped > 0 && t("groupcare.dropped", { count: row.dropped, n: count(row.dropped) })}
        {row.ownerless > 0 &&
          t("groupcare.ownerless", { count: row.ownerless, n: count(row.ownerless) })}
      </span>
    </>
  );
}
