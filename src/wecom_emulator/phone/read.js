// Inside the frame of an opened page: its code was pressed long. The phone around it scans it.

const qr = new URLSearchParams(location.search).get("qr");
if (qr && parent !== window) {
  parent.dispatchEvent(new parent.CustomEvent("wecom-emulator:read", { detail: qr }));
}
