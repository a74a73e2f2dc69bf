import { dateTime, fullMoment, nothing, useWhen } from "@yutang/ui";
import { App, Button, Popconfirm, Tag } from "antd";
import { Check, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTaskTitle } from "../../../shared/taskTitle.ts";
import {
  type Note,
  type Profile,
  type Task,
  useChangeNote,
  useCloseTask,
  useDeleteNote,
  useOlderNotes,
} from "../api/profile.ts";
import type { May } from "./may.ts";
import { NoteText } from "./NoteText.tsx";
import { useTrouble } from "./trouble.ts";
import { WriteFollowUp } from "./WriteFollowUp.tsx";

interface Props {
  person: Profile;
  zone: string;
  may: May;
  me: number;
}

/** What is to be done, what was said; the form stands on top. */
export function FollowTab({ person, zone, may, me }: Props) {
  const { t } = useTranslation();
  const older = useOlderNotes(person.id, person.notes.next);
  const open = person.tasks.filter((task) => task.state === "open");
  const notes = [...person.notes.items, ...(older.data?.pages.flatMap((page) => page.items) ?? [])];
  const rest = older.data ? older.hasNextPage : person.notes.next !== null;
  return (
    <section aria-label={t("customers.tabs.follow")} className="follow">
      {may.write && <WriteFollowUp person={person} zone={zone} open={open} />}
      {open.length > 0 && (
        <>
          <h3>{t("customers.follow.due")}</h3>
          <ul className="dues">
            {open.map((task) => (
              <Due key={task.id} task={task} zone={zone} may={may} id={person.id} />
            ))}
          </ul>
        </>
      )}
      {notes.length === 0 ? (
        <p className="empty">{t("customers.follow.empty")}</p>
      ) : (
        <ol className="notes">
          {notes.map((note) => (
            <OneNote key={note.id} id={person.id} note={note} zone={zone} may={may} me={me} />
          ))}
        </ol>
      )}
      {rest && (
        <div className="more">
          <Button
            loading={older.isFetching}
            onClick={() => (older.data ? older.fetchNextPage() : older.refetch())}
          >
            {t("customers.follow.older")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Due({ task, zone, may, id }: { task: Task; zone: string; may: May; id: number }) {
  const { t } = useTranslation();
  const titleOf = useTaskTitle();
  const close = useCloseTask(id);
  const trouble = useTrouble();
  const end = (state: "done" | "dropped") =>
    close.mutate({ task: task.id, state }, { onError: trouble });
  return (
    <li>
      <div>
        <b>{titleOf(task) || t("customers.follow.untitled")}</b>
        <span className={task.overdue ? "meta overdue num" : "meta num"}>
          {t(task.overdue ? "customers.follow.overdueAt" : "customers.follow.dueAt", {
            time: dateTime(task.due_at, zone),
            staff: task.staff_name,
          })}
        </span>
        {task.staff_left && <span className="meta overdue">{t("customers.follow.orphaned")}</span>}
      </div>
      {may.write && (
        <span className="due-acts">
          <Button
            size="small"
            icon={<Check size={14} aria-hidden="true" />}
            disabled={close.isPending}
            onClick={() => end("done")}
          >
            {t("customers.follow.done")}
          </Button>
          <Button
            size="small"
            type="text"
            disabled={close.isPending}
            onClick={() => end("dropped")}
          >
            {t("customers.follow.drop")}
          </Button>
        </span>
      )}
    </li>
  );
}

interface NoteProps {
  id: number;
  note: Note;
  zone: string;
  may: May;
  me: number;
}

function OneNote({ id, note, zone, may, me }: NoteProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useWhen(zone);
  const [editing, setEditing] = useState(false);
  const change = useChangeNote(id);
  const remove = useDeleteNote(id);
  const trouble = useTrouble();
  const mine = note.author === `user:${me}`;
  const onError = trouble;
  return (
    <li className={note.pinned ? "pinned" : undefined}>
      <div className="note-head">
        <b>{note.author_name}</b>
        {note.outcome && <Tag>{t(`customers.follow.outcomes.${note.outcome}`)}</Tag>}
        {note.pinned && <span className="meta">{t("customers.follow.pinned")}</span>}
        <time
          className="meta num"
          dateTime={note.created_at}
          title={fullMoment(note.created_at, zone)}
        >
          {tell(note.created_at)}
        </time>
        {note.edited_at && (
          <span className="meta" title={fullMoment(note.edited_at, zone)}>
            {t("customers.follow.edited")}
          </span>
        )}
        {may.write && (
          <span className="note-acts">
            <Button
              size="small"
              type="text"
              aria-label={t(note.pinned ? "customers.follow.unpin" : "customers.follow.pin")}
              title={t(note.pinned ? "customers.follow.unpin" : "customers.follow.pin")}
              icon={note.pinned ? <PinOff size={14} /> : <Pin size={14} />}
              onClick={() => change.mutate({ note: note.id, pinned: !note.pinned }, { onError })}
            />
            {mine && (
              <Button
                size="small"
                type="text"
                aria-label={t("customers.follow.edit")}
                title={t("customers.follow.edit")}
                icon={<Pencil size={14} />}
                onClick={() => setEditing(true)}
              />
            )}
            <Popconfirm
              title={t("customers.follow.deleteTitle")}
              description={t("customers.follow.deleteAbout")}
              okText={t("customers.follow.delete")}
              okButtonProps={{ danger: true }}
              onConfirm={() =>
                remove.mutate(note.id, {
                  onError,
                  onSuccess: () => message.success(t("customers.follow.deleted")),
                })
              }
            >
              <Button
                size="small"
                type="text"
                aria-label={t("customers.follow.delete")}
                title={t("customers.follow.delete")}
                icon={<Trash2 size={14} />}
              />
            </Popconfirm>
          </span>
        )}
      </div>
      {editing ? (
        <NoteText
          text={note.text}
          pending={change.isPending}
          onCancel={() => setEditing(false)}
          onSave={(text) =>
            change.mutate({ note: note.id, text }, { onError, onSuccess: () => setEditing(false) })
          }
        />
      ) : (
        <p className="note-text">{note.text || nothing}</p>
      )}
      {note.next_at && (
        <p className="meta num">
          {t("customers.follow.next", { time: dateTime(note.next_at, zone) })}
        </p>
      )}
    </li>
  );
}
