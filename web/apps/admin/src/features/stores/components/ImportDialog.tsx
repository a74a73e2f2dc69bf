import { useTranslation } from "react-i18next";
import { SheetDialog } from "../../../shared/SheetDialog.tsx";
import { sendSheet, templateHref } from "../api/stores.ts";
import { useWords } from "./trouble.ts";

const COLUMNS = ["number", "name", "place", "people", "department", "state"] as const;

/** Stores from a file, by their numbers. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useTranslation();
  const words = useWords();
  return (
    <SheetDialog
      of="stores"
      columns={COLUMNS}
      template={templateHref(i18n.language)}
      send={(file, write) => sendSheet(file, write, i18n.language)}
      words={words}
      onClose={onClose}
    />
  );
}
