using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>A violation that can be shown on its picture.</summary>
/// <param name="Path">The annotation file.</param>
/// <param name="Position">In the file.</param>
sealed record ShownViolation(string Path, Position Position);
