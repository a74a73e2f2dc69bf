import { count } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { REACHES, type Reach, useGreetings } from "../api/greetings.ts";
import { GreetingTable } from "./GreetingTable.tsx";
import { WhichPanel } from "./WhichPanel.tsx";
import "./words.ts";
import "./greetings.css";

interface Props {
  zone: string;
  mayWrite: boolean;
  onNew: (reach: Reach) => void;
  onOpen: (id: number) => void;
}

/** Which welcomes there are, and which of them a new friend gets. */
export function GreetingsTab({ zone, mayWrite, onNew, onOpen }: Props) {
  const { t } = useTranslation();
  const found = useGreetings();
  const read = found.data;
  const hasCorp = read?.items.some((one) => one.reach === "corp");
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("greetings.title")}</h1>
          <p className="meta num">
            {read &&
              t("greetings.lead", {
                count: read.items.length,
                n: count(read.items.length),
                today: count(read.pictures.today),
                most: count(read.pictures.most_today),
                month: count(read.pictures.month),
                monthly: count(read.pictures.most_month),
              })}
          </p>
        </div>
        {mayWrite && (
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => onNew("corp")}
          >
            {t("greetings.add")}
          </Button>
        )}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && (
        <Failed title={t("greetings.loadFailed")} onAgain={() => found.refetch()} />
      )}
      {read && !hasCorp && (
        <Alert
          className="greet-hint"
          type="info"
          showIcon
          title={t("greetings.noCorp")}
          action={
            mayWrite && (
              <Button size="small" onClick={() => onNew("corp")}>
                {t("greetings.writeCorp")}
              </Button>
            )
          }
        />
      )}
      {read && read.items.length > 0 && <WhichPanel onOpen={onOpen} />}
      {read &&
        REACHES.map((reach) => (
          <section key={reach} className="greet-reach">
            <h2>{t(`greetings.of.${reach}`)}</h2>
            <p className="meta">{t(`greetings.about.${reach}`)}</p>
            <GreetingTable
              reach={reach}
              rows={read.items.filter((one) => one.reach === reach)}
              zone={zone}
              // For the company's default the line above has the button.
              onNew={mayWrite && reach !== "corp" ? () => onNew(reach) : undefined}
              onOpen={onOpen}
            />
          </section>
        ))}
    </>
  );
}
