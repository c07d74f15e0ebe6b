using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A file (or an editor's buffer) that annotations were read from. Buffers and big files keep their bytes, unless the reader was
/// told that nobody changes them; small files are read again when somebody asks, so that a hundred thousand of them cost next to
/// nothing.
/// </summary>
public sealed class SourceFile
{
    /// <summary>Files up to this size are read again on demand.</summary>
    public const int LargestReread = 256 << 10;

    /// <summary>The small file that a thread read last: who asks for a place in it mostly asks for more.</summary>
    [ThreadStatic]
    static SourceFile? recentFile;

    [ThreadStatic]
    static SourceBytes? recentBytes;

    [ThreadStatic]
    static string? recentFolder;

    static int made;

    // Of a hundred thousand files, locks of their own would be most of what they take in memory.
    static readonly Lock[] Gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];
    static readonly Lock[] Hashings = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    readonly int stripe = Interlocked.Increment(ref made) & 63;
    SourceBytes? held;
    bool isStamped;
    LineIndex? lines;
    FileHash? sha256;

    SourceFile(string path)
        : this(path, System.IO.Path.GetFullPath(path)) { }

    SourceFile(string path, string fullPath) => (Path, FullPath, Folder) = (path, fullPath, FolderOf(fullPath));

    /// <summary>The path as the caller gave or enumerated it: what messages show.</summary>
    public string Path { get; }

    public string FullPath { get; }

    /// <summary>The absolute path of the folder that it lies in.</summary>
    public string Folder { get; }

    /// <summary>Which reader claimed the file; null until one did, and for a file that none reads.</summary>
    public IAnnotationFormat? Format { get; internal set; }

    /// <summary>The folder that its names of images are relative to; null to look where the format suggests.</summary>
    public string? ImageRoot { get; internal set; }

    /// <summary>How the user says that the columns of a table are named; null for other files.</summary>
    internal Project.TableColumns? Columns { get; set; }

    /// <summary>What the user says about the coordinates of a table; null for other files.</summary>
    internal Project.CoordinateSettings? Coordinates { get; set; }

    /// <summary>
    /// From this size on its bytes need not be held: who reads it does so piece by piece, and nobody changes it meanwhile.
    /// </summary>
    internal long SmallestStreamed { get; set; } = long.MaxValue;

    /// <summary>Somebody is going to ask for its hash: that is cheap while its bytes are at hand.</summary>
    internal bool IsHashedWhenRead { get; set; }

    /// <summary>Whether its bytes were read, and lie on disk still.</summary>
    internal bool IsStreamed
    {
        get
        {
            lock (Gates[stripe])
                return held is { IsStreamed: true };
        }
    }

    /// <summary>The bytes came from an editor, not from disk.</summary>
    public bool IsBuffer { get; private init; }

    /// <summary>The text that the bytes came with; null for a file on disk.</summary>
    internal EditorText? Text { get; private init; }

    /// <summary>What its reader remembers from before the last edit; null where nobody edits it.</summary>
    internal ReadMemory? Memory { get; init; }

    /// <summary>Whether places count in the bytes of the file, so that a program can edit it.</summary>
    public bool IsEditable => !IsDecoded && !IsCompressed;

    /// <summary>
    /// The bytes are unpacked ones, or UTF-16 turned into UTF-8: positions are good for people, edits are impossible.
    /// </summary>
    public bool IsCompressed => !IsBuffer && (Entry is not null || IsDecoded || SourceLoader.IsCompressed(FullPath));

    /// <summary>It lay in a folder, and nobody named it.</summary>
    bool IsFound { get; init; }

    /// <summary>It was a regular file when its folder was listed.</summary>
    bool WasRegular { get; init; }

    /// <summary>The file is UTF-16, known once it was read.</summary>
    internal bool IsDecoded { get; private set; }

    /// <summary>The place in an archive; null for a file of its own.</summary>
    internal ArchiveEntry? Entry { get; private init; }

    /// <summary>Size on disk when the file was read (of the buffer, for a buffer).</summary>
    public long Length { get; private set; }

    /// <summary>Time of the last change when the file was read; default for a buffer.</summary>
    public DateTime LastWriteTimeUtc { get; private set; }

    /// <summary>The bytes; empty when the file cannot be read, or has gone meanwhile.</summary>
    public SourceBytes Bytes
    {
        get
        {
            try
            {
                return Load(CancellationToken.None);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return SourceBytes.Empty;
            }
        }
    }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Bytes"/>, computed when first asked for.</summary>
    public string Sha256 => Hash.ToString();

    /// <summary>How many characters <see cref="Sha256"/> has.</summary>
    public static int Sha256Length => FileHash.TextLength;

    /// <summary>Writes <see cref="Sha256"/> as ASCII: of a hundred thousand files, texts would be made for this only.</summary>
    public void CopySha256(Span<byte> text) => Hash.CopyTo(text);

    FileHash Hash
    {
        get
        {
            // Others may look at the bytes meanwhile.
            lock (Hashings[stripe])
                return sha256 ??= FileHash.Of(Bytes, IsHashedWhenRead ? Lines() : null);
        }
    }

    /// <summary>A file on disk. Nothing is read yet.</summary>
    public static SourceFile OnDisk(string path) => new(path);

    /// <inheritdoc cref="OnDisk(string)"/>
    /// <param name="path">The path as the caller gave or enumerated it.</param>
    /// <param name="fullPath">The same, absolute.</param>
    internal static SourceFile OnDisk(string path, string fullPath) => new(path, fullPath);

    /// <summary>
    /// A file that lay in a folder and that nobody named. It is not opened when it has no size: it is empty, or a pipe or device
    /// that would be waited for without end.
    /// </summary>
    internal static SourceFile InFolder(string path) => new(path) { IsFound = true };

    /// <inheritdoc cref="InFolder(string)"/>
    /// <param name="path">The path as the caller gave or enumerated it.</param>
    /// <param name="fullPath">The same, absolute.</param>
    /// <param name="isRegular">Whether it was a regular file when its folder was listed.</param>
    internal static SourceFile InFolder(string path, string fullPath, bool isRegular) =>
        new(path, fullPath) { IsFound = true, WasRegular = isRegular };

    /// <summary>A file in an archive. Nothing is read yet.</summary>
    internal static SourceFile InArchive(string path, ArchiveEntry entry) => new(path) { Entry = entry };

    /// <summary>The text that an editor holds for a path, whatever lies on disk.</summary>
    public static SourceFile FromBuffer(string path, byte[] bytes) => FromBuffer(path, new EditorText(bytes));

    /// <inheritdoc cref="FromBuffer(string, byte[])"/>
    public static SourceFile FromBuffer(string path, EditorText text, ReadMemory? memory = null) =>
        new(path)
        {
            IsBuffer = true,
            Memory = memory,
            Text = text,
            held = text.Bytes,
            lines = text.Lines,
            Length = text.Bytes.Length,
        };

    /// <summary>The bytes, from disk unless they are still at hand.</summary>
    /// <param name="cancellation">Ends the loading.</param>
    /// <param name="buffer">
    /// Where a small file may be read into, by whoever is done with it before the next is read into the same.
    /// </param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is a damaged archive, or unpacks to too much.</exception>
    public SourceBytes Load(CancellationToken cancellation, ReadBuffer? buffer = null)
    {
        lock (Gates[stripe])
        {
            if (held is not null)
                return held;
            if (ReferenceEquals(recentFile, this))
                return recentBytes!;
            var bytes = Entry is null ? LoadFromDisk(buffer, cancellation) : LoadFromArchive(Entry);
            if (Utf16Xml.IsMarked(bytes.Slice(0, 2)) && Utf16Xml.TryDecode(bytes.From(0), out var utf8))
                (bytes, IsDecoded) = (SourceBytes.Of(utf8), true);
            if (bytes.Length > LargestReread || bytes.IsStreamed)
                held = bytes;
            else
            {
                if (buffer is null)
                    (recentFile, recentBytes) = (this, bytes);
                if (IsHashedWhenRead)
                    sha256 ??= FileHash.Of(bytes, lines: null);
            }

            return bytes;
        }
    }

    /// <summary>Files mostly come folder by folder: one text for all of a folder.</summary>
    static string FolderOf(string path)
    {
        // A full path, so that what stands before the last slash is the folder, unless that is a root.
        var slash = path.LastIndexOf(System.IO.Path.DirectorySeparatorChar);
        var folder = slash > 2 ? path.AsSpan(0, slash) : System.IO.Path.GetDirectoryName(path.AsSpan());
        return folder.SequenceEqual(recentFolder) ? recentFolder! : recentFolder = folder.ToString();
    }

    SourceBytes LoadFromDisk(ReadBuffer? buffer, CancellationToken cancellation)
    {
        var largest = Math.Min(LargestReread, SmallestStreamed - 1);
        if (PlainFile.TryRead(FullPath, largest, WasRegular, out var content, out var small, buffer))
        {
            Note(small);
            return content;
        }

        if (IsFound && new FileInfo(FullPath) is { Exists: true, Length: 0 })
        {
            NoteFrom(FullPath);
            return SourceBytes.Empty;
        }

        try
        {
            var bytes = SourceLoader.Load(FullPath, SmallestStreamed, cancellation, out var stamp);
            if (stamp.Length >= 0)
                Note(stamp);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            NoteFrom(FullPath);
            throw;
        }
    }

    SourceBytes LoadFromArchive(ArchiveEntry entry)
    {
        // What came out of a pipe cannot change any more, and asking for it would wait.
        if (!entry.IsInMemory)
            NoteFrom(entry.ArchivePath);
        return SourceBytes.Of(entry.Read(int.MaxValue, out _));
    }

    void NoteFrom(string path)
    {
        var info = FileAt(path);
        if (info.Exists)
            Note(new FileStamp(info.Length, info.LastWriteTimeUtc));
    }

    /// <summary>Of a link the file that it leads to: that one is read, and stamped.</summary>
    static FileInfo FileAt(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
        && link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo file
            ? file
            : new FileInfo(path);

    // Captured at the first reading only, so that a change after it counts as one.
    void Note(FileStamp stamp)
    {
        if (isStamped)
            return;
        (Length, LastWriteTimeUtc, isStamped) = (stamp.Length, stamp.LastWriteTimeUtc, true);
    }

    /// <summary>
    /// True when the file on disk is no longer the one that was read. Edits must be refused then. False for one that was not read as
    /// annotations, but beside them.
    /// </summary>
    public bool HasChangedOnDisk()
    {
        if (IsBuffer || !isStamped)
            return false;
        var path = Entry?.ArchivePath ?? FullPath;
        if (PlainFile.TryStamp(path, out var now))
            return now != new FileStamp(Length, LastWriteTimeUtc);
        var info = FileAt(path);
        return !info.Exists || info.Length != Length || info.LastWriteTimeUtc != LastWriteTimeUtc;
    }

    public SourcePosition PositionOf(long byteOffset)
    {
        var bytes = Bytes;
        return LineIndex.IsNeeded(bytes)
            ? Lines().PositionOf(bytes, byteOffset)
            : LineIndex.PositionIn(bytes, byteOffset);
    }

    /// <summary>The byte at a place; the end of the line or file where the place lies beyond it.</summary>
    public long OffsetOf(SourcePosition position) => Lines().OffsetOf(Bytes, position);

    LineIndex Lines()
    {
        lock (Gates[stripe])
            return lines ??= new LineIndex();
    }
}
