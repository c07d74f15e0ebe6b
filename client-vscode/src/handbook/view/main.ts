import type { FromHandbook } from "../messages";
import "./handbook.css";

const host = acquireVsCodeApi();
const send = (message: FromHandbook) => host.postMessage(message);
const { uri, topic } = document.querySelector("main")?.parentElement?.dataset ?? {};
if (uri !== undefined) host.setState({ uri, topic });

document.getElementById("source")?.addEventListener("click", () => send({ kind: "source" }));
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const target = link?.getAttribute("href");
  if (target?.startsWith("file:")) {
    event.preventDefault();
    send({ kind: "open", target });
  }
});
