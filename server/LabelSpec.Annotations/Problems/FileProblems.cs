using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with files as such, whatever their format.</summary>
public static class FileProblems
{
    public static ProblemKind NotFound { get; } = new("LS2001", "Input not found", Error, IsUnread: true);
    public static ProblemKind Unreadable { get; } = new("LS2002", "File cannot be read", Error, IsUnread: true);
    public static ProblemKind UnknownFormat { get; } =
        new("LS2003", "No known annotation format", Error, IsUnread: true);
    public static ProblemKind Empty { get; } = new("LS2004", "File is empty", Error, IsUnread: true);
    public static ProblemKind LfsPointer { get; } =
        new("LS2005", "Git LFS pointer instead of the file", Error, IsUnread: true);
    public static ProblemKind WebPage { get; } =
        new("LS2006", "Web page instead of annotations", Error, IsUnread: true);
    public static ProblemKind WrongEncoding { get; } = new("LS2007", "Text is not UTF-8", Error, IsUnread: true);
    public static ProblemKind ByteOrderMark { get; } = new("LS2008", "Byte order mark", Info);
    public static ProblemKind InvalidUtf8 { get; } =
        new("LS2009", "Bytes that are not UTF-8", Warning, IsPerFile: true);
    public static ProblemKind NothingFound { get; } = new("LS2010", "No annotation files found", Error, IsUnread: true);

    public static ProblemKind ArchiveEntryRefused { get; } =
        new("LS2011", "File in an archive refused", Error, IsUnread: true);
    public static ProblemKind ArchiveTooLarge { get; } = new("LS2012", "Archive too large", Error, IsUnread: true);

    /// <summary>Known only after judging, so that it is whoever has the files judged who reports it.</summary>
    public static ProblemKind Changed { get; } =
        new("LS2013", "File changed while it was checked", Error, IsUnread: true);

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        NotFound,
        Unreadable,
        UnknownFormat,
        Empty,
        LfsPointer,
        WebPage,
        WrongEncoding,
        ByteOrderMark,
        InvalidUtf8,
        NothingFound,
        ArchiveEntryRefused,
        ArchiveTooLarge,
        Changed,
    ];
}
