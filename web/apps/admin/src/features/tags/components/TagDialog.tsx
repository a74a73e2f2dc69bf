import { ActDialog, type ActDialogProps } from "../../../shared/ActDialog.tsx";
import { useTrouble } from "./trouble.ts";

/** A dialog over a tag or a group; says in words why its act failed. */
export function TagDialog({ error, ...props }: ActDialogProps & { error: Error | null }) {
  const trouble = useTrouble();
  return (
    <ActDialog
      className="tags-form"
      trouble={error === null ? undefined : trouble(error)}
      {...props}
    />
  );
}
