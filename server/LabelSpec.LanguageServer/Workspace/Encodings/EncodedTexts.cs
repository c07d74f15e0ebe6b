using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LabelSpec.LanguageServer.Workspace.Encodings;

/// <summary>The texts that positions are counted in: open ones as they are typed, files as they are on disk.</summary>
public sealed class EncodedTexts
{
    /// <summary>Positions in larger files that are not open are sent as they are; no editor opens these.</summary>
    const long Largest = 256 << 20;

    readonly ConditionalWeakTable<DocumentText, EncodedText> _open = [];
    readonly ConcurrentDictionary<string, (DateTime Written, long Length, WeakReference<EncodedText> Text)> _onDisk =
        new(StringComparer.Ordinal);

    /// <summary>Null where there is no such text.</summary>
    public EncodedText? Of(WorkspaceSnapshot snapshot, string uri) =>
        snapshot.Find(uri) is { } document
            ? Of(document.Text, snapshot.Client.PositionEncoding)
            : OnDisk(DocumentUri.PathOf(uri), snapshot.Client.PositionEncoding);

    public EncodedText Of(DocumentText text, PositionEncoding encoding) =>
        _open.GetValue(text, text => new EncodedText(text, encoding));

    EncodedText? OnDisk(string path, PositionEncoding encoding)
    {
        if (new FileInfo(path) is not { Exists: true, Length: <= Largest } file)
            return null;
        if (
            _onDisk.TryGetValue(path, out var known)
            && (known.Written, known.Length) == (file.LastWriteTimeUtc, file.Length)
            && known.Text.TryGetTarget(out var same)
        )
            return same;
        try
        {
            var text = new EncodedText(new DocumentText(File.ReadAllText(path)), encoding);
            _onDisk[path] = (file.LastWriteTimeUtc, file.Length, new WeakReference<EncodedText>(text));
            return text;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
