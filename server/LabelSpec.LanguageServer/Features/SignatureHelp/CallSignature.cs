namespace LabelSpec.LanguageServer.Features.SignatureHelp;

/// <summary>The call that the cursor is in.</summary>
/// <param name="Label">Such as <c>iou(a, b)</c>.</param>
/// <param name="Parameters">Where each stands in the label, and what it is.</param>
/// <param name="Active">The parameter that is being written.</param>
sealed record CallSignature(
    string Label,
    string Documentation,
    IReadOnlyList<(int Start, int End, string Documentation)> Parameters,
    int Active
);
