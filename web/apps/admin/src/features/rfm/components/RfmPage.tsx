import { ProblemError } from "@yutang/api";
import { count, fullMoment, useWhen } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import { RefreshCw, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Chosen, type Read, useReckon, useRfm } from "../api/rfm.ts";
import { Classes } from "./Classes.tsx";
import { Flows } from "./Flows.tsx";
import { Heat } from "./Heat.tsx";
import { People } from "./People.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { SettingsDrawer } from "./SettingsDrawer.tsx";
import { Sizes } from "./Sizes.tsx";
import { sum, useWords } from "./words.ts";
import "./rfm.css";

interface Props {
  zone: string;
  chosen: Chosen;
  after: string | undefined;
  /** Whether he may make segments. */
  mayWrite: boolean;
  onSaved: (segment: number) => void;
  onChoose: (chosen: Chosen) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

/** Who is worth what: eight classes of buyers, how they moved, and by which scores. */
export function RfmPage(props: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const rfm = useRfm();
  const [setting, setSetting] = useState(false);
  const read = rfm.data;
  return (
    <div className="rfm">
      <header className="page-head">
        <div>
          <h1>{t("rfm.title")}</h1>
          <Standing read={read} zone={props.zone} />
        </div>
        {read && <Acts read={read} onSettings={() => setSetting(true)} />}
      </header>
      {rfm.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {rfm.isError && (
        <Failed
          title={rfm.error instanceof ProblemError ? words(rfm.error) : t("rfm.failed")}
          onAgain={() => rfm.refetch()}
        />
      )}
      {read?.running && <RunProgress run={read.running} zone={props.zone} />}
      {read && <Body {...props} read={read} />}
      {setting && read && (
        <SettingsDrawer
          read={read.settings}
          now={read}
          mayWrite={read.may_write}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  );
}

function Standing({ read, zone }: { read: Read | undefined; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (!read?.run) return <p className="meta">{t("rfm.about")}</p>;
  const people = read.classes.reduce((all, one) => all + one.people, 0);
  const fen = read.classes.reduce((all, one) => all + one.amount_fen, 0);
  return (
    <p className="meta num" aria-live="polite" title={fullMoment(read.run.at, zone)}>
      {t(read.scoped ? "rfm.standingScoped" : "rfm.standing", {
        count: people,
        n: count(people),
        money: sum(fen),
        days: count(read.run.days),
        time: tell(read.run.at),
      })}
    </p>
  );
}

function Acts({ read, onSettings }: { read: Read; onSettings: () => void }) {
  const { t } = useTranslation();
  const reckon = useReckon();
  const why = read.may_write ? undefined : t("rfm.locked");
  return (
    <div className="rfm-acts">
      <Button icon={<SlidersHorizontal size={14} aria-hidden="true" />} onClick={onSettings}>
        {t("rfm.settings.open")}
      </Button>
      <Button
        type={read.run ? "default" : "primary"}
        icon={<RefreshCw size={14} aria-hidden="true" />}
        loading={reckon.isPending}
        disabled={!read.may_write || read.running !== null}
        title={read.running ? t("rfm.underway") : why}
        onClick={() => reckon.mutate()}
      >
        {t("rfm.reckon")}
      </Button>
    </div>
  );
}

function Body({ read, chosen, onChoose, ...props }: Props & { read: Read }) {
  const { t } = useTranslation();
  if (!read.run) {
    return read.running ? null : <p className="empty">{t("rfm.empty")}</p>;
  }
  if (read.classes.every((one) => one.people === 0)) {
    return (
      <p className="empty">
        {t(read.scoped ? "rfm.nobodyScoped" : "rfm.nobody", { days: count(read.run.days) })}
      </p>
    );
  }
  const looks = chosen.key ?? chosen.r ?? chosen.f;
  return (
    <>
      {read.run.version !== read.settings.version && (
        <Alert type="info" showIcon title={t("rfm.oldSettings")} />
      )}
      <Classes classes={read.classes} chosen={chosen.key} onChoose={(key) => onChoose({ key })} />
      <div className="rfm-two">
        {read.scale && (
          <Heat cells={read.cells} scale={read.scale} chosen={chosen} onChoose={onChoose} />
        )}
        <Flows run={read.run.id} zone={props.zone} />
      </div>
      {looks === undefined ? (
        <Sizes run={read.run.id} zone={props.zone} />
      ) : (
        <>
          {chosen.key && <Sizes run={read.run.id} zone={props.zone} only={chosen.key} />}
          <People
            run={read.run.id}
            chosen={chosen}
            after={props.after}
            mayWrite={props.mayWrite}
            onSaved={props.onSaved}
            onChoose={onChoose}
            onPage={props.onPage}
            onBack={props.onBack}
          />
        </>
      )}
    </>
  );
}
