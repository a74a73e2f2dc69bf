import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { t } from "../../../shared/words.ts";
import type { TodayTask } from "../api/adds.ts";
import { finishTask, putOffTask, showPicture } from "../api/tasks.ts";
import { later } from "./putOff.ts";
import { troubleOf } from "./trouble.ts";

const PROOF_LENGTH = 1000;

/** What shows that a task is done, and the way to do it later. */
export function TaskEnd({ task, zone }: { task: TodayTask; zone: string }) {
  const queries = useQueryClient();
  const id = useId();
  const [words, setWords] = useState("");
  const again = { onSettled: () => queries.invalidateQueries({ queryKey: ["tasks"] }) };
  const picture = useMutation({
    mutationFn: (file: File) => showPicture(task.id, file),
    ...again,
  });
  const finish = useMutation({ mutationFn: () => finishTask(task.id, words.trim()), ...again });
  const putOff = useMutation({ mutationFn: (until: Date) => putOffTask(task.id, until), ...again });
  const text = task.proof === "text" || task.proof === "either";
  const file = task.proof === "file" || task.proof === "either";
  const shown = task.proof_file_id !== null;
  const ready = (text && words.trim() !== "") || (file && shown) || task.proof === "none";
  const problem = picture.error ?? finish.error ?? putOff.error;
  const busy = picture.isPending || finish.isPending || putOff.isPending;
  return (
    <div className="due-end writing">
      {text ? (
        <label htmlFor={`${id}w`}>
          {t(file ? "adds.tasks.wordsOr" : "adds.tasks.words")}
          <textarea
            id={`${id}w`}
            rows={2}
            maxLength={PROOF_LENGTH}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      ) : null}
      {file ? (
        <label className="due-picture" htmlFor={`${id}p`}>
          {t(
            picture.isPending
              ? "adds.tasks.sending"
              : shown
                ? "adds.tasks.pictureThere"
                : "adds.tasks.picture",
          )}
          <input
            id={`${id}p`}
            type="file"
            accept="image/jpeg,image/png"
            disabled={busy}
            onChange={(event) => {
              const [first] = event.target.files ?? [];
              if (first) picture.mutate(first);
              event.target.value = "";
            }}
          />
        </label>
      ) : null}
      {problem ? (
        <p className="problem" role="alert">
          {troubleOf(problem)}
        </p>
      ) : null}
      {task.proof === "none" ? null : (
        <button
          type="button"
          className="primary"
          disabled={!ready || busy}
          onClick={() => finish.mutate()}
        >
          {t("adds.tasks.done")}
        </button>
      )}
      <fieldset className="due-later">
        <legend>{t("adds.tasks.later")}</legend>
        {later(new Date(), zone).map(({ key, at }) => (
          <button
            key={key}
            type="button"
            className="quiet"
            disabled={busy || task.snoozes >= 3}
            onClick={() => putOff.mutate(at)}
          >
            {t(`adds.tasks.laterBy.${key}`)}
          </button>
        ))}
        <p className="meta">
          {t(task.snoozes >= 3 ? "adds.tasks.noLater" : "adds.tasks.laterLeft", {
            count: 3 - task.snoozes,
          })}
        </p>
      </fieldset>
    </div>
  );
}
