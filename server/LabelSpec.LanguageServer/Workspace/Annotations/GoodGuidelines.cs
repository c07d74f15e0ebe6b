using System.Collections.Concurrent;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>
/// The last version of each guideline that had no errors: while somebody types in a guideline, data is judged by what it said
/// before.
/// </summary>
public sealed class GoodGuidelines
{
    readonly ConcurrentDictionary<string, Guideline> _good = new(StringComparer.Ordinal);

    /// <summary>The rules that judge, and why they are not those of the text.</summary>
    public (Guideline? Guideline, string? Broken) Of(WorkspaceSnapshot snapshot, string path)
    {
        if (snapshot.Guidelines().TreeOf(path) is null)
            return (_good.GetValueOrDefault(path), $"{Path.GetFileName(path)} is not there.");
        var compilation = snapshot.Guidelines().Compile(path);
        var error = compilation.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        if (error is null)
            return (_good[path] = compilation.Guideline, null);
        var name = Path.GetFileName(path);
        return _good.TryGetValue(path, out var good)
            ? (good, $"{name} has errors ({error.Message}); its last good rules judge.")
            : (null, $"{name} has errors ({error.Message}); only built-in checks judge.");
    }
}
