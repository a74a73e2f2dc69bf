import { ProblemError } from "@yutang/api";
import { count, dateTime } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Import, isMoving, useAct, useImport } from "../api/imports.ts";
import { Errors } from "./Errors.tsx";
import { Head } from "./Head.tsx";
import "./imports.css";
import { MappingForm } from "./MappingForm.tsx";
import { Moving } from "./Moving.tsx";
import { Numbers } from "./Numbers.tsx";
import { PropertyLooks } from "./PropertyLooks.tsx";
import { foundOf, size } from "./words.ts";

interface Props {
  id: number;
  zone: string;
  onBack: () => void;
  onCustomers: () => void;
  onOrders: () => void;
}

interface StepProps {
  done: boolean;
  now: boolean;
  title: string;
  answer?: ReactNode;
  children?: ReactNode;
}

function Step({ done, now, title, answer, children }: StepProps) {
  return (
    <li className={now ? "now" : done ? "done" : "later"} aria-current={now ? "step" : undefined}>
      <div className="import-step-head">
        <span className="import-mark" aria-hidden="true">
          {done && <Check size={12} />}
        </span>
        <h2>{title}</h2>
        {answer && <span className="import-answer">{answer}</span>}
      </div>
      {children}
    </li>
  );
}

function Finished({
  one,
  onCustomers,
  onOrders,
}: Pick<Props, "onCustomers" | "onOrders"> & { one: Import }) {
  const { t } = useTranslation();
  const act = useAct(one.id);
  const halted = one.state === "failed" || one.state === "cancelled";
  const mayGoOn = halted && one.found !== null && one.has_file;
  return (
    <>
      {halted && (
        <Alert
          type={one.state === "failed" ? "error" : "warning"}
          showIcon
          title={t(`imports.halted.${one.subject}.${one.state}`, {
            shown: count(one.created + one.changed),
          })}
          description={one.reason}
        />
      )}
      <Numbers counts={one} done subject={one.subject} />
      <footer className="import-act">
        {mayGoOn ? (
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate("run")}>
            {t("imports.goOn")}
          </Button>
        ) : (
          <Button type="primary" onClick={one.subject === "orders" ? onOrders : onCustomers}>
            {t(one.subject === "orders" ? "imports.toOrders" : "imports.toCustomers")}
          </Button>
        )}
      </footer>
    </>
  );
}

const RUN = {
  members: { act: "imports.run", note: "imports.runNote" },
  orders: { act: "imports.runOrders", note: "imports.runOrdersNote" },
  events: { act: "imports.runEvents", note: "imports.runEventsNote" },
} as const;

/** One import from its columns to its result; its address can be kept and sent. */
export function ImportPage({ id, zone, onBack, onCustomers, onOrders }: Props) {
  const { t } = useTranslation();
  const read = useImport(id);
  const act = useAct(id);
  const [editing, setEditing] = useState(false);
  const one = read.data;
  if (read.isError) {
    const missing = read.error instanceof ProblemError && read.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={missing ? t("imports.missing") : t("imports.loadFailed")}
        action={
          missing ? (
            <Button onClick={onBack}>{t("imports.back")}</Button>
          ) : (
            <Button onClick={() => read.refetch()}>{t("common.again")}</Button>
          )
        }
      />
    );
  }
  if (!one) return <Skeleton active paragraph={{ rows: 8 }} />;

  const halfIn = one.found !== null && (one.state === "failed" || one.state === "cancelled");
  const choosing =
    one.has_file &&
    (editing || one.state === "uploaded" || (!halfIn && !one.found && !isMoving(one)));
  const running = one.state === "running" || one.state === "done" || (halfIn && !choosing);
  const columns = Object.keys(one.mapping?.columns ?? {}).length;
  const used = one.shape.sheets.filter((sheet) => sheet.used);
  const skipped = one.shape.sheets.filter((sheet) => !sheet.used);
  const would = one.found ? one.found.created + one.found.changed : 0;

  return (
    <>
      <Head
        back={t("imports.title")}
        onBack={onBack}
        title={one.name}
        about={t("imports.fileFacts", {
          size: size(one.bytes),
          format: t(`imports.formats.${one.shape.format}`),
          at: dateTime(one.created_at, zone),
        })}
      />
      <ol className="import-steps">
        <Step
          done
          now={false}
          title={t("imports.stepFile")}
          answer={
            <>
              {t("imports.columnCount", { count: one.shape.columns.length })}
              {used.length > 1 &&
                ` · ${t("imports.sheetsUsed", { names: used.map((s) => s.name).join(t("common.comma")) })}`}
              {skipped.length > 0 &&
                ` · ${t("imports.sheetsSkipped", { names: skipped.map((s) => s.name).join(t("common.comma")) })}`}
            </>
          }
        />
        <Step
          done={!choosing}
          now={choosing}
          title={t("imports.stepColumns")}
          answer={
            !choosing && (
              <>
                {t("imports.columnsChosen", { count: columns })}
                {one.subject !== "members" && ` · ${t(`imports.subjects.${one.subject}`)}`}
                {one.mapping?.consent && ` · ${one.mapping.consent.source}`}
                {one.state === "checked" && (
                  <Button type="link" size="small" onClick={() => setEditing(true)}>
                    {t("imports.change")}
                  </Button>
                )}
              </>
            )
          }
        >
          {choosing && (
            <>
              {one.state === "failed" && (
                <Alert
                  type="error"
                  showIcon
                  title={t("imports.unreadable")}
                  description={one.reason}
                />
              )}
              <MappingForm key={one.id} one={one} onAsked={() => setEditing(false)} />
            </>
          )}
        </Step>
        <Step
          done={running}
          now={!choosing && !running}
          title={t("imports.stepCheck")}
          answer={running && foundOf(one, t)}
        >
          {!choosing && one.state === "checking" && <Moving one={one} />}
          {!choosing && one.state === "checked" && one.found && (
            <>
              <Numbers counts={one.found} done={false} subject={one.subject} />
              {one.found.people && (
                <p data-people>
                  {t(one.subject === "events" ? "imports.peopleOfEvents" : "imports.people", {
                    known: count(one.found.people.known),
                    fresh: count(one.found.people.fresh),
                    nameless: count(one.found.people.nameless),
                  })}
                </p>
              )}
              {one.subject === "events" && <PropertyLooks one={one} />}
              {one.shape.new_tags.length > 0 && one.mapping?.unknown_tags === "create" && (
                <p>
                  {t("imports.newTags", {
                    count: one.shape.new_tags.length,
                    names: one.shape.new_tags.slice(0, 12).join(t("common.comma")),
                  })}
                </p>
              )}
              <Errors one={one} refused={one.found.refused} />
              <footer className="import-act">
                <Button
                  type="primary"
                  disabled={would === 0}
                  loading={act.isPending}
                  onClick={() => act.mutate("run")}
                >
                  {t(RUN[one.subject].act, {
                    count: would,
                    shown: count(would),
                  })}
                </Button>
                <span className="meta">
                  {would === 0 ? t("imports.nothingToDo") : t(RUN[one.subject].note)}
                </span>
              </footer>
            </>
          )}
        </Step>
        <Step done={one.state === "done"} now={running} title={t("imports.stepRun")}>
          {one.state === "running" && <Moving one={one} />}
          {running && one.state !== "running" && (
            <>
              <Finished one={one} onCustomers={onCustomers} onOrders={onOrders} />
              <Errors one={one} refused={one.refused} />
            </>
          )}
        </Step>
      </ol>
    </>
  );
}
