import * as vscode from "vscode";

/**
 * The output channel as the language client's trace sees it. The client traces only while the channel's log level is "trace",
 * which few know how to set; here the setting `labelspec.trace.server` decides, and the trace is written at a level that is
 * shown.
 */
export class TraceChannel implements vscode.Disposable {
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.LogLevel>();
  readonly channel: vscode.LogOutputChannel;

  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
    const own: Partial<vscode.LogOutputChannel> = {
      onDidChangeLogLevel: this.#changed.event,
      trace: (message: string, ...rest: unknown[]) => this.#output.info(message, ...rest),
    };
    this.channel = new Proxy(output, {
      get: (target, name) => {
        if (name === "logLevel") return this.#level();
        if (name in own) return own[name as keyof typeof own];
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
  }

  /** The setting changed. */
  refresh(): void {
    this.#changed.fire(this.#level());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #level(): vscode.LogLevel {
    const wanted = vscode.workspace.getConfiguration("labelspec").get<string>("trace.server", "off");
    return wanted === "off" ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
  }
}
