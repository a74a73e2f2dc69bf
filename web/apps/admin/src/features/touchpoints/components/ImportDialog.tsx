import { useTranslation } from "react-i18next";
import { SheetDialog } from "../../../shared/SheetDialog.tsx";
import { sendSheet, templateHref } from "../api/touchpoints.ts";
import { useWords } from "./words.ts";

const COLUMNS = ["name", "kind", "hook", "channel", "people", "cost", "days"] as const;

/** Touchpoints from a file, by their names. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useTranslation();
  const words = useWords();
  return (
    <SheetDialog
      of="touchpoints"
      columns={COLUMNS}
      template={templateHref(i18n.language)}
      send={(file, write) => sendSheet(file, write, i18n.language)}
      words={words}
      onClose={onClose}
    />
  );
}
