import "@yutang/ui/base.css";
import "./app/shell.css";
import "./app/tabs.css";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { client, ProblemError } from "@yutang/api";
import { theme } from "@yutang/ui";
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useTranslation } from "react-i18next";
import { startLanguage } from "./app/i18n.ts";
import { router } from "./app/router.tsx";

// Refusals are worded in the language of the page, where the server has words in it.
client.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", document.documentElement.lang);
    return request;
  },
});

/** A session that ended anywhere leads to sign-in, and back to the same page after it. */
function onError(error: Error): void {
  if (error instanceof ProblemError && error.problem.type === "access.signed_out") {
    queries.setQueryData(["session"], null);
  }
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } },
});
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function Root() {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={theme(!calm)}
      locale={i18n.language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

await startLanguage();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
