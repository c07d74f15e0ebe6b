using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace LabelSpec.LanguageServer.Workspace.Files;

/// <summary>
/// Files that are not open, each read once, and then again only when the client or the clock says that it changed. What
/// a snapshot has read it keeps: the same question has the same answer.
/// </summary>
public sealed class DiskFiles
{
    /// <summary>No guideline or project file is larger; annotation files are streamed by their readers instead.</summary>
    const long LargestText = 64 << 20;

    readonly ConcurrentDictionary<string, Lazy<DiskFile>> _read;
    readonly ConcurrentDictionary<string, Lazy<WorkspaceFiles>> _folders;

    DiskFiles(
        IEnumerable<KeyValuePair<string, Lazy<DiskFile>>> read,
        IEnumerable<KeyValuePair<string, Lazy<WorkspaceFiles>>> folders
    )
    {
        _read = new(read, StringComparer.Ordinal);
        _folders = new(folders, StringComparer.Ordinal);
    }

    public static DiskFiles Unread => new([], []);

    /// <summary>The document of a file; null where there is none, it cannot be read, or no kind claims it.</summary>
    public OpenDocument? Find(string path, ImmutableArray<IDocumentKind> kinds) =>
        _read
            .GetOrAdd(path, static (path, kinds) => new Lazy<DiskFile>(() => DiskFile.Read(path, kinds)), kinds)
            .Value.Document;

    /// <summary>The guidelines and project files below a workspace folder.</summary>
    public WorkspaceFiles In(string folder) =>
        _folders.GetOrAdd(folder, static folder => new Lazy<WorkspaceFiles>(() => WorkspaceFiles.Search(folder))).Value;

    /// <summary>After the client said that files were created, changed or deleted.</summary>
    public DiskFiles Changed(IReadOnlyList<(string Path, bool Exists)> changes)
    {
        var stale = _read.Where(entry => changes.Any(change => Concerns(change.Path, entry.Key))).ToList();
        var folders = _folders.ToDictionary(entry => entry.Key, entry => With(entry, changes));
        return stale.Count == 0 && folders.All(entry => ReferenceEquals(entry.Value, _folders[entry.Key]))
            ? this
            : new DiskFiles(_read.Except(stale), folders);
    }

    /// <summary>Looks at everything again that has another time or size: for clients that do not watch files.</summary>
    public DiskFiles Refreshed()
    {
        var stale = _read.Where(entry => entry.Value is { IsValueCreated: true, Value.IsStale: true }).ToList();
        return stale.Count == 0 ? this : new DiskFiles(_read.Except(stale), _folders);
    }

    /// <summary>Looks at everything again, and for new files: once the client watches, it tells what changes, but not what did before.</summary>
    public DiskFiles SearchedAgain() => new(Refreshed()._read, []);

    static bool Concerns(string changed, string path) => changed == path || DocumentUri.IsBelow(path, changed);

    static Lazy<WorkspaceFiles> With(
        KeyValuePair<string, Lazy<WorkspaceFiles>> entry,
        IReadOnlyList<(string Path, bool Exists)> changes
    )
    {
        if (!entry.Value.IsValueCreated)
            return entry.Value;
        var known = entry.Value.Value;
        var next = known.With(changes.Where(change => DocumentUri.IsBelow(change.Path, entry.Key)));
        return ReferenceEquals(known, next) ? entry.Value : new Lazy<WorkspaceFiles>(next);
    }

    /// <summary>A file as it was read; without a document when it is not there or nobody's business.</summary>
    sealed record DiskFile(string Path, OpenDocument? Document, DateTime Written, long Length)
    {
        public bool IsStale
        {
            get
            {
                var now = new FileInfo(Path);
                return now.Exists ? now.LastWriteTimeUtc != Written || now.Length != Length : Length >= 0;
            }
        }

        public static DiskFile Read(string path, ImmutableArray<IDocumentKind> kinds)
        {
            try
            {
                var file = new FileInfo(path);
                if (!file.Exists)
                    return new DiskFile(path, null, default, -1);
                var (written, length) = (file.LastWriteTimeUtc, file.Length);
                if (length > LargestText || !kinds.Any(kind => kind.Claims(path, "", NoText)))
                    return new DiskFile(path, null, written, length);
                var text = new DocumentText(File.ReadAllText(path, Encoding.UTF8));
                var uri = DocumentUri.Of(path);
                var kind = kinds.First(kind => kind.Claims(path, "", NoText));
                return new DiskFile(
                    path,
                    new OpenDocument(uri, kind.Name, null, text, kind, kind.Open(uri, text)),
                    written,
                    length
                );
            }
            catch (Exception problem)
                when (problem
                        is IOException
                            or UnauthorizedAccessException
                            or NotSupportedException
                            or ArgumentException
                )
            {
                return new DiskFile(path, null, default, -1);
            }
        }

        static readonly DocumentText NoText = new("");
    }
}
