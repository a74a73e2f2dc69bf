import "@yutang/ui/base.css";
import "./app/staff.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { retryOnce } from "./shared/retry.ts";
import { speak } from "./shared/words.ts";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: retryOnce, refetchOnWindowFocus: true } },
});

// The address asks, else the client's language decides, which on a phone is WeCom's.
document.documentElement.lang = speak(
  new URLSearchParams(location.search).get("lang") ?? navigator.language,
);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
