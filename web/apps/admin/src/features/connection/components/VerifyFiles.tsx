import { ProblemError } from "@yutang/api";
import { count, fullMoment, shortMoment } from "@yutang/ui";
import { Alert, App, Button, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  MAX_UPLOAD_BYTES,
  useDeleteFile,
  useUploadFile,
  type VerifyFile,
} from "../api/connection.ts";

const KNOWN = ["connection.bad_verify_file", "connection.verify_file_taken"];

interface Props {
  files: readonly VerifyFile[];
  zone: string;
  mayChange: boolean;
}

/** Files with which WeCom has the domain proved, at the root of the site. */
export function VerifyFiles({ files, zone, mayChange }: Props) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const upload = useUploadFile();
  const remove = useDeleteFile();
  const [failure, setFailure] = useState("");

  const words = (error: unknown) => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const { type, detail } = error.problem;
    return KNOWN.includes(type) ? t(`connection.files.errors.${type.split(".")[1]}`) : detail;
  };
  const take = async (file: File) => {
    setFailure("");
    if (file.size > MAX_UPLOAD_BYTES) {
      setFailure(t("connection.files.errors.bad_verify_file"));
      return;
    }
    const content = await file.text();
    upload.mutate(
      { name: file.name, content },
      {
        onSuccess: () => message.success(t("connection.files.uploaded", { name: file.name })),
        onError: (error) => setFailure(words(error)),
      },
    );
  };
  const ask = (file: VerifyFile) =>
    modal.confirm({
      title: t("connection.files.deleteTitle", { name: file.name }),
      content: t("connection.files.deleteAbout"),
      okText: t("connection.files.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      autoFocusButton: "cancel",
      onOk: () => remove.mutateAsync(file.name).catch((error: unknown) => setFailure(words(error))),
    });

  return (
    <section className="connection-part">
      <div className="connection-head">
        <div>
          <h2>{t("connection.files.title")}</h2>
          <p className="meta">{t("connection.files.about")}</p>
        </div>
        {mayChange && (
          <Upload
            accept=".txt,text/plain"
            showUploadList={false}
            beforeUpload={async (file) => {
              await take(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button loading={upload.isPending}>{t("connection.files.upload")}</Button>
          </Upload>
        )}
      </div>
      {failure && <Alert type="error" showIcon title={failure} />}
      {files.length === 0 ? (
        <p className="connection-none">{t("connection.files.none")}</p>
      ) : (
        <ul className="connection-rows">
          {files.map((file) => (
            <li key={file.name}>
              <div>
                <a href={file.url} target="_blank" rel="noreferrer">
                  {file.name}
                </a>
                <div className="meta num" title={fullMoment(file.uploaded_at, zone)}>
                  {t("connection.files.kept", {
                    bytes: count(file.bytes),
                    at: shortMoment(file.uploaded_at, zone),
                  })}
                </div>
              </div>
              {mayChange && (
                <Button
                  type="text"
                  onClick={() => ask(file)}
                  aria-label={t("connection.files.deleteOne", { name: file.name })}
                >
                  {t("connection.files.delete")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
