/** What goes with a file that is sent as it is. */
export const asFile = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { "Content-Type": "application/octet-stream" },
});

export const sheetLanguage = (lang: string): "zh-CN" | "en" => (lang === "en" ? "en" : "zh-CN");
