import { NotificationType, RequestType, type WorkspaceEdit } from "vscode-languageclient/node";
import type {
  BaselineParams,
  FindingsChangedParams,
  FindingsParams,
  FindingsResult,
  FixParams,
  Picture,
  PictureChangedParams,
  PictureParams,
  Status,
  WaiveParams,
} from "./shapes";

export const picture = new RequestType<PictureParams, Picture | null, void>("labelspec/picture");
export const pictureChanged = new NotificationType<PictureChangedParams>("labelspec/pictureChanged");
export const findings = new RequestType<FindingsParams, FindingsResult, void>("labelspec/findings");
export const findingsChanged = new NotificationType<FindingsChangedParams>("labelspec/findingsChanged");
export const fix = new RequestType<FixParams, { edit: WorkspaceEdit; applied: number; left: number }, void>(
  "labelspec/fix",
);
export const waive = new RequestType<WaiveParams, { edit: WorkspaceEdit; uri: string }, void>("labelspec/waive");
export const baseline = new RequestType<BaselineParams, { edit: WorkspaceEdit; uri: string; added: number }, void>(
  "labelspec/baseline",
);
export const status = new RequestType<{ textDocument?: { uri: string } }, Status | null, void>("labelspec/status");
export const statusChanged = new NotificationType<Status>("labelspec/statusChanged");
