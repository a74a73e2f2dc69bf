import { ProblemError } from "@yutang/api";
import { fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Alert, Button, DatePicker, Drawer, Input, Popover, Skeleton } from "antd";
import dayjs from "dayjs";
import { ExternalLink } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Who } from "../../../shared/Links.tsx";
import { momentIn } from "../../../shared/moments.ts";
import { useTaskTitle } from "../../../shared/taskTitle.ts";
import { type Detail, useClose, usePutOff, useTask } from "../api/todos.ts";
import { BulkDialog } from "./BulkDialog.tsx";
import { Steps } from "./Steps.tsx";
import { Late, PriorityTag } from "./TodoTable.tsx";
import { useKindName, useWords } from "./words.ts";

interface Props {
  id: number;
  zone: string;
  now: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** One task: what, for whom, what was shown for it, what became of it; and what can be done. */
export function TodoDrawer({ id, zone, now, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const titleOf = useTaskTitle();
  const found = useTask(id);
  const missing = found.error instanceof ProblemError && found.error.problem.status === 404;
  const task = found.data;
  return (
    <Drawer
      open
      size={560}
      title={task ? titleOf(task) : t("todos.drawer.title")}
      onClose={onClose}
      footer={task && task.state === "open" && mayWrite ? <Acts task={task} zone={zone} /> : null}
    >
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {missing && <p className="empty">{t("todos.drawer.missing")}</p>}
      {found.isError && !missing && (
        <Failed title={t("todos.drawer.failed")} onAgain={() => found.refetch()} />
      )}
      {task && (
        <>
          <Facts task={task} zone={zone} now={now} />
          <Proof task={task} />
          <h2 className="todo-history">{t("todos.drawer.history")}</h2>
          <Steps steps={task.steps} zone={zone} />
        </>
      )}
    </Drawer>
  );
}

const TONES = { open: "info", done: "ok", dropped: "off" } as const;

function Facts({ task, zone, now }: { task: Detail; zone: string; now: string }) {
  const { t } = useTranslation();
  const named = useKindName();
  const tell = useWhen(zone);
  return (
    <dl className="todo-facts">
      <Fact name={t("todos.drawer.state")}>
        <State tone={TONES[task.state]} word={t(`todos.states.${task.state}`)} />{" "}
        <PriorityTag priority={task.priority} />
      </Fact>
      <Fact name={t("todos.filters.kind")}>{named(task.kind_name)}</Fact>
      <Fact name={t("todos.columns.staff")}>
        {task.staff_name}
        {task.pooled && (
          <span className="meta">
            {" "}
            {t(task.from_staff ? "todos.pooledFrom" : "todos.pooled", {
              name: task.from_staff?.name,
            })}
          </span>
        )}
        {task.staff_left && <span className="meta"> {t("todos.staffLeft")}</span>}
      </Fact>
      <Fact name={t("todos.columns.due")}>
        <span title={fullMoment(task.due_at, zone)}>{tell(task.due_at)}</span>
        {task.overdue && <Late due={task.due_at} now={now} />}
      </Fact>
      <Fact name={t("todos.columns.customer")}>
        {task.customer_id !== null && task.customer_name !== null ? (
          <Who id={task.customer_id} name={task.customer_name || t("todos.nameless")} />
        ) : (
          nothing
        )}
      </Fact>
      {task.escalated_at && (
        <Fact name={t("todos.columns.escalated")}>
          {task.escalated_to?.name ?? t("todos.noLeader")} · {tell(task.escalated_at)}
        </Fact>
      )}
      {task.link && (
        <Fact name={t("todos.give.link")}>
          <a
            href={task.link}
            className="todo-link"
            {...(task.link.startsWith("/") ? {} : { target: "_blank", rel: "noreferrer noopener" })}
          >
            {task.link}
            {!task.link.startsWith("/") && <ExternalLink size={14} aria-hidden="true" />}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Proof({ task }: { task: Detail }) {
  const { t } = useTranslation();
  const titleOf = useTaskTitle();
  if (task.proof === "none" && !task.proof_text && task.proof_file_id === null) return null;
  return (
    <section className="todo-proof">
      <h2>{t("todos.drawer.proof")}</h2>
      {task.proof_text && <blockquote>{task.proof_text}</blockquote>}
      {task.proof_file_id !== null && (
        <a href={`/api/tasks/${task.id}/proof`} target="_blank" rel="noreferrer">
          <img
            src={`/api/tasks/${task.id}/proof?v=${task.proof_file_id}`}
            alt={t("todos.drawer.proofPicture", { title: titleOf(task) })}
          />
        </a>
      )}
      {!task.proof_text && task.proof_file_id === null && (
        <p className="meta">{t(`todos.drawer.noProof.${task.proof}`)}</p>
      )}
    </section>
  );
}

function Acts({ task, zone }: { task: Detail; zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const close = useClose(task.id);
  const putOff = usePutOff(task.id);
  const [proof, setProof] = useState("");
  const [handing, setHanding] = useState(false);
  const problem = close.error ?? putOff.error;
  const wordsHelp = task.proof === "text" || task.proof === "either";
  const lacks = task.proof !== "none" && !task.proof_text && task.proof_file_id === null;
  const done = (state: "done" | "dropped") => close.mutate({ state, proof_text: proof });
  return (
    <div className="todo-acts">
      {problem && <Alert type="error" showIcon title={words(problem)} />}
      {lacks && wordsHelp && (
        <Input.TextArea
          aria-label={t("todos.drawer.proofWords")}
          placeholder={t("todos.drawer.proofWords")}
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={proof}
          onChange={(event) => setProof(event.target.value)}
        />
      )}
      {lacks && !wordsHelp && <p className="meta">{t("todos.drawer.noProof.file")}</p>}
      <div className="todo-buttons">
        <Button onClick={() => setHanding(true)}>{t("todos.bar.reassign")}</Button>
        <Popover
          trigger="click"
          content={
            <DatePicker
              open
              aria-label={t("todos.drawer.putOff")}
              showTime={{ format: "HH:mm", minuteStep: 5 }}
              format="YYYY-MM-DD HH:mm"
              minDate={dayjs()}
              onChange={(at) => at && putOff.mutate(momentIn(at.format("YYYY-MM-DDTHH:mm"), zone))}
            />
          }
        >
          <Button loading={putOff.isPending}>{t("todos.drawer.putOff")}</Button>
        </Popover>
        <span className="todo-gap" />
        <Button onClick={() => done("dropped")}>{t("todos.drawer.drop")}</Button>
        <Button
          type="primary"
          disabled={lacks && (!wordsHelp || !proof.trim())}
          loading={close.isPending}
          onClick={() => done("done")}
        >
          {t("todos.drawer.done")}
        </Button>
      </div>
      {handing && (
        <BulkDialog
          act="reassign"
          selection={{ filter: { state: "open" }, ids: [task.id] }}
          onClose={() => setHanding(false)}
          onDone={() => setHanding(false)}
        />
      )}
    </div>
  );
}
