using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Pictures;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>Everything the client told us, at one moment. Immutable; a change makes the next one.</summary>
public sealed record WorkspaceSnapshot
{
    readonly ConcurrentDictionary<Type, Lazy<object>> _derived = new();

    public WorkspaceSnapshot() { }

    /// <summary>A changed copy derives anew: it is another moment.</summary>
    WorkspaceSnapshot(WorkspaceSnapshot other)
    {
        _derived = new();
        Documents = other.Documents;
        Folders = other.Folders;
        Disk = other.Disk;
        Pictures = other.Pictures;
        Client = other.Client;
        Kinds = other.Kinds;
        Caches = other.Caches;
        Settings = other.Settings;
    }

    public static WorkspaceSnapshot Empty { get; } = new();

    /// <summary>The documents that are open in the editor, by their URI.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents { get; init; } =
        ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>Paths of the workspace folders, several or none.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>Files on disk, as they were when they were last looked at.</summary>
    public DiskFiles Disk { get; init; } = DiskFiles.Unread;

    /// <summary>Pictures on disk, each looked at once: when an annotation file is opened and when files change, it is made anew.</summary>
    public PictureCache Pictures { get; init; } = LookedAtOnce();

    public ClientCapabilities Client { get; init; } = ClientCapabilities.None;

    /// <summary>In the order in which they are asked.</summary>
    public ImmutableArray<IDocumentKind> Kinds { get; init; } = [];

    public ServerCaches Caches { get; init; } = new();

    /// <summary>The client's section <c>labelspec</c>, as it is.</summary>
    public JsonElement? Settings { get; init; }

    public OpenDocument? Document(string uri) => Documents.GetValueOrDefault(uri);

    /// <summary>The open document of a path, whatever the client's spelling of its URI.</summary>
    public OpenDocument? DocumentAt(string path) => Derive(ByPath).Documents.GetValueOrDefault(path);

    /// <summary>A document: open in the editor, or else on disk; null where there is none or it is of no kind.</summary>
    public OpenDocument? Find(string uri) => Document(uri) ?? FindAt(DocumentUri.PathOf(uri));

    /// <summary>The same by path.</summary>
    public OpenDocument? FindAt(string path) => DocumentAt(path) ?? Disk.Find(path, Kinds);

    /// <summary>The URI under which the client knows a path.</summary>
    public string UriOf(string path) => DocumentAt(path)?.Uri ?? DocumentUri.Of(path);

    /// <summary>The same workspace, whose pictures are looked at again.</summary>
    public WorkspaceSnapshot WithFreshPictures() => this with { Pictures = LookedAtOnce() };

    static PictureCache LookedAtOnce() => new(SkiaPictureReader.Instance, isLookedAtOnce: true);

    public WorkspaceSnapshot With(OpenDocument document) =>
        this with
        {
            Documents = Documents.SetItem(document.Uri, document),
        };

    public WorkspaceSnapshot Without(string uri) => this with { Documents = Documents.Remove(uri) };

    /// <summary>Something that follows from this snapshot, made once, when it is first asked for.</summary>
    public TDerived Derive<TDerived>(Func<WorkspaceSnapshot, TDerived> make)
        where TDerived : class =>
        (TDerived)_derived.GetOrAdd(typeof(TDerived), _ => new Lazy<object>(() => make(this))).Value;

    public bool Equals(WorkspaceSnapshot? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    static PathIndex ByPath(WorkspaceSnapshot snapshot)
    {
        var documents = new Dictionary<string, OpenDocument>(StringComparer.Ordinal);
        foreach (var document in snapshot.Documents.Values)
            documents[document.Path] = document;
        return new PathIndex(documents);
    }

    sealed record PathIndex(IReadOnlyDictionary<string, OpenDocument> Documents);
}
