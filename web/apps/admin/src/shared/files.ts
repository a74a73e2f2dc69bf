import { ask, client, type Schemas } from "@yutang/api";
import { Upload } from "antd";
import { useState } from "react";

// How files go to the server: the description of the API calls what a file holds a text.

type Stored = Schemas["FileRead"];

/** Fields of a form, files among them; what is undefined is left out. */
export function formOf<Body>(fields: Record<string, File | string | number | undefined>): Body {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.append(name, value instanceof File ? value : String(value));
  return form as Body;
}

/** A file as the whole body, as sheets are sent. */
export const wholeBody = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: () => file,
  headers: { "Content-Type": "application/octet-stream" },
});

/** A file's own name, as long as the server takes it. */
export const sheetName = (file: File): string => file.name.slice(-200);

/** The language of a sheet's head and troubles. */
export const sheetLanguage = (lang: string): "zh-CN" | "en" => (lang === "en" ? "en" : "zh-CN");

export type PartKind = "image" | "link" | "mini_program" | "video" | "file";

/** What a part of a message can carry: a link and a mini program show a picture. */
const ACCEPT: Record<PartKind, string> = {
  image: "image/png,image/jpeg",
  link: "image/png,image/jpeg",
  mini_program: "image/png,image/jpeg",
  video: "video/mp4",
  file: "",
};

/** WeCom's bounds are told by the server. */
function upload(part: PartKind, file: File): Promise<Stored> {
  const kind = part === "video" || part === "file" ? part : "image";
  return ask(client.POST("/api/files", { params: { query: { kind } }, body: formOf({ file }) }));
}

/** Sends what is chosen at once; `picker` goes to Ant Design's Upload. */
export function useUpload(
  part: PartKind,
  words: (error: unknown) => string,
  onStored: (stored: Stored, file: File) => void,
) {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const picker = {
    accept: ACCEPT[part],
    showUploadList: false,
    beforeUpload: async (file: File) => {
      setFault("");
      setBusy(true);
      try {
        onStored(await upload(part, file), file);
      } catch (error) {
        setFault(words(error));
      }
      setBusy(false);
      return Upload.LIST_IGNORE;
    },
  };
  return { fault, busy, picker };
}
