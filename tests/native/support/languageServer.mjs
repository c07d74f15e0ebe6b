import { spawn } from "node:child_process";

/** A language server over its standard streams, asked one thing after the other. */
export class LanguageServer {
  #process;
  #pending = new Map();
  #buffer = Buffer.alloc(0);
  #last = 0;

  constructor(labelspec, folder) {
    this.#process = spawn(labelspec, ["lsp"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#process.stdout.on("data", (data) => this.#receive(data));
    this.ended = new Promise((resolve) => this.#process.once("exit", resolve));
    void this.ended.then((code) => {
      for (const { reject } of this.#pending.values())
        reject(new Error(`the server ended with ${code}`));
    });
  }

  request(method, params) {
    const id = ++this.#last;
    this.#send({ jsonrpc: "2.0", id, method, params });
    return new Promise((resolve, reject) =>
      this.#pending.set(id, { resolve, reject }),
    );
  }

  notify(method, params) {
    this.#send({ jsonrpc: "2.0", method, params });
  }

  kill() {
    this.#process.kill("SIGKILL");
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #receive(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(
        /Content-Length: (\d+)/i.exec(
          this.#buffer.toString("latin1", 0, end),
        )[1],
      );
      if (this.#buffer.length < end + 4 + length) return;
      const message = JSON.parse(
        this.#buffer.toString("utf8", end + 4, end + 4 + length),
      );
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (message.method !== undefined) {
      // What servers ask of clients (settings, watchers) may stay without effect, but not without an answer.
      if (message.id !== undefined)
        this.#send({ jsonrpc: "2.0", id: message.id, result: null });
      return;
    }
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error)
      waiting?.reject(new Error(JSON.stringify(message.error)));
    else waiting?.resolve(message.result);
  }
}
