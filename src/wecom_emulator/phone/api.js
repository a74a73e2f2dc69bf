// The emulator's control API, as the phone uses it.

async function answered(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `HTTP ${response.status}`);
  return body;
}

export async function get(path) {
  return answered(await fetch(`/emulator/${path}`));
}

export async function remove(path) {
  return answered(await fetch(`/emulator/${path}`, { method: "DELETE" }));
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answered(
    await fetch(`/emulator/${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

export async function readQr(picture) {
  const answer = await answered(await fetch("/emulator/read_qr", { method: "POST", body: picture }));
  return answer.content;
}
