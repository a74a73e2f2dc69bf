export type Place = "curl" | "javascript" | "mini" | "python" | "webhook";

/** What to copy, with the key where it is known this once, else with a place for it. */
export function snippetOf(place: Place, origin: string, key: string, id: number): string {
  if (place === "curl") {
    return `curl -X POST ${origin}/collect/v1/track \\
  -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
  -d '{"event": "order.paid", "userId": "M10086", "messageId": "A1001-paid",
       "properties": {"number": "A1001", "amount": "128.50"}}'`;
  }
  if (place === "javascript") {
    return `<script src="${origin}/collect/v1/yutang.js"></script>
<script>
  yutang.init({ key: "${key}", endpoint: "${origin}", consent: "required" });
</script>`;
  }
  if (place === "mini") {
    return `// ${origin}/collect/v1/yutang-mini.js
const yutang = require("./yutang-mini.js");
yutang.init({ key: "${key}", endpoint: "${origin}" });
yutang.identify({ openid, unionid });`;
  }
  if (place === "python") {
    return `from yutang_client.collect import Collector

with Collector("${origin}", "${key}") as collector:
    collector.track("cart.added", {"sku": "A1"}, user_id="M10086")`;
  }
  return `${origin}/collect/v1/hooks/${id}`;
}

export function placesOf(kind: string): readonly Place[] {
  if (kind === "web") return ["javascript", "curl"];
  if (kind === "mini_program") return ["mini", "curl"];
  return kind === "webhook" ? ["webhook"] : ["curl", "python"];
}
