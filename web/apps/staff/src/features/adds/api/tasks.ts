import { ask, client } from "@yutang/api";

const path = (taskId: number) => ({ params: { path: { task_id: taskId } } });

export const finishTask = (taskId: number, proofText: string) =>
  ask(
    client.POST("/api/staff/tasks/{task_id}/close", {
      ...path(taskId),
      body: { state: "done", result: "", proof_text: proofText },
    }),
  );

export const putOffTask = (taskId: number, until: Date) =>
  ask(
    client.POST("/api/staff/tasks/{task_id}/snooze", {
      ...path(taskId),
      body: { due_at: until.toISOString() },
    }),
  );

export const takeTask = (taskId: number) =>
  ask(client.POST("/api/staff/tasks/{task_id}/take", path(taskId)));

/** The picture that shows what was done. */
export const showPicture = (taskId: number, picture: File) =>
  ask(
    client.PUT("/api/staff/tasks/{task_id}/proof", {
      ...path(taskId),
      // The file itself goes into a form; the description of the API calls it a text.
      body: { file: picture as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", picture);
        return form;
      },
    }),
  );
