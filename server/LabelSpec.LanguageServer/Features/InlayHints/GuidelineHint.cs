namespace LabelSpec.LanguageServer.Features.InlayHints;

/// <summary>A remark between the characters of a guideline.</summary>
sealed record GuidelineHint(int Offset, string Text, string? Tooltip);
