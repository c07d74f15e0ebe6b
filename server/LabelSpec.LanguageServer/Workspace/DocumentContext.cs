using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>What a handler answers from: the document of the request, its content, and all the rest at that moment.</summary>
public sealed record DocumentContext<TContent>(WorkspaceSnapshot Snapshot, OpenDocument Document, TContent Content)
    where TContent : DocumentContent
{
    public string Uri => Document.Uri;

    public ClientCapabilities Client => Snapshot.Client;

    public int OffsetOf(Position position) => Document.Text.OffsetOf(position);

    public TextSpan SpanOf(Range range) => TextSpan.FromBounds(OffsetOf(range.Start), OffsetOf(range.End));

    public Range RangeOf(TextSpan span) => Document.Text.RangeOf(span.Start, span.End);

    public Range RangeOf(int start, int end) => Document.Text.RangeOf(start, end);
}
