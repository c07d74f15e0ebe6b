using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Sources;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>Spans of guideline files as the protocol writes places.</summary>
public sealed class SpanConverter(WorkspaceSnapshot snapshot)
{
    readonly Dictionary<SourceFile, DocumentText> _texts = new(ReferenceEqualityComparer.Instance);

    public Range RangeOf(SourceSpan span) => TextOf(span.File).RangeOf(span.Start, span.End);

    public Location LocationOf(SourceSpan span) => new(snapshot.UriOf(span.File.Path), RangeOf(span));

    DocumentText TextOf(SourceFile file)
    {
        if (!_texts.TryGetValue(file, out var text))
            _texts[file] = text = snapshot.FindAt(file.Path) is { } document
                ? document.Text
                : new DocumentText(file.Text);
        return text;
    }
}
