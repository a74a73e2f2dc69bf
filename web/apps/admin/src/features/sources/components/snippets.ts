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
    return `wx.request({
  url: "${origin}/collect/v1/batch",
  method: "POST",
  header: { Authorization: "Bearer ${key}" },
  data: { batch: [{ type: "page", ids: { openid }, name: "pages/index", messageId }] },
});`;
  }
  if (place === "python") {
    return `import httpx

httpx.post(
    "${origin}/collect/v1/batch",
    headers={"Authorization": "Bearer ${key}"},
    json={"batch": [{"type": "track", "event": "cart.added", "userId": "M10086"}]},
).raise_for_status()`;
  }
  return `${origin}/collect/v1/hooks/${id}`;
}

export function placesOf(kind: string): readonly Place[] {
  if (kind === "web") return ["javascript", "curl"];
  if (kind === "mini_program") return ["mini", "curl"];
  return kind === "webhook" ? ["webhook"] : ["curl", "python"];
}
