namespace LabelSpec.Engine.Findings;

/// <summary>Replaces the bytes from <c>Start</c> up to <c>End</c> by a text in UTF-8.</summary>
public sealed record FileEdit(string File, long Start, long End, string Text);
