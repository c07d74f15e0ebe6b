import type { CancellationToken, MessageSignature } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/node";

/**
 * A client whose server may be replaced at any moment, because a setting names another one. What the editor asks while it goes, or
 * before the next one answers, has no answer; that is nothing to complain of, as the editor asks again.
 */
export class ReplaceableClient extends LanguageClient {
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: CancellationToken | undefined,
    error: unknown,
    defaultValue: T,
    showNotification?: boolean,
    throwOnCancel?: boolean,
  ): T {
    return this.isRunning()
      ? super.handleFailedRequest(type, token, error, defaultValue, showNotification, throwOnCancel)
      : defaultValue;
  }
}
