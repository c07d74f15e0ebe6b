namespace LabelSpec.Annotations.Sources;

/// <param name="Path">The folder as it was given, with the name.</param>
readonly record struct FolderEntry(string Path, FolderEntryKind Kind);

enum FolderEntryKind
{
    /// <summary>A file, a link to one or to nowhere, a pipe, a device …</summary>
    File,

    /// <summary>A regular file for certain.</summary>
    RegularFile,

    Folder,

    LinkToFolder,
}
