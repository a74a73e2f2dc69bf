import { ProblemError } from "@yutang/api";
import { Alert, Button, Progress } from "antd";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Import, upload } from "../api/imports.ts";

interface Props {
  onSent: (sent: Import) => void;
}

const KINDS = ".csv,.txt,.xlsx,.parquet";

/** Drop a file or choose one; it is looked into as soon as it is there. */
export function UploadBox({ onSent }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setRefused(null);
    setShare(0);
    try {
      onSent(await upload(file, setShare));
    } catch (error) {
      const known = error instanceof ProblemError ? error.problem : null;
      setRefused(
        known
          ? t([`imports.refused.${known.type}`, "imports.refused.other"], { detail: known.detail })
          : t("common.offline"),
      );
    } finally {
      setShare(null);
      if (input.current) input.current.value = "";
    }
  };

  return (
    <>
      <div
        className={over ? "import-drop over" : "import-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          accept={KINDS}
          hidden
          onChange={(event) => void send(event.target.files?.[0])}
        />
        {share === null ? (
          <>
            <Button
              type="primary"
              icon={<FileUp size={14} />}
              onClick={() => input.current?.click()}
            >
              {t("imports.choose")}
            </Button>
            <p>{t("imports.drop")}</p>
            <p className="meta">{t("imports.kinds")}</p>
          </>
        ) : (
          <>
            <Progress
              percent={Math.floor(share * 100)}
              aria-label={t("imports.sending")}
              status="active"
            />
            <p>{share < 1 ? t("imports.sending") : t("imports.looking")}</p>
          </>
        )}
      </div>
      {refused && <Alert type="error" showIcon title={refused} />}
    </>
  );
}
