import { dateTime, State } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { GreetingFile } from "../api/greetings.ts";

const tones = { ready: "ok", preparing: "info", failed: "bad" } as const;

/** Whether WeCom has what the saved welcome needs, and until when. */
export function FileStates({ files, zone }: { files: readonly GreetingFile[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <section className="greet-states">
      <h2>{t("greetings.files.title")}</h2>
      <ul>
        {files.map((file) => (
          <li key={`${file.kind}.${file.file_id}`}>
            <State tone={tones[file.state]} word={t(`greetings.fileStates.${file.state}`)} />
            <span className="cut" title={file.name}>
              {file.name}
            </span>
            <span className="meta num">
              {file.state === "failed" && file.said}
              {file.state === "ready" &&
                (file.until
                  ? t("greetings.files.until", { time: dateTime(file.until, zone) })
                  : t("greetings.files.forever"))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
