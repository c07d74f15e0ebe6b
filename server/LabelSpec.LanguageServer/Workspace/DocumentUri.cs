using System.Text;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>
/// URIs of documents and paths of files. Clients spell the same file differently (<c>file:///c%3A/a</c>,
/// <c>file:///C:/a</c>); paths are what they have in common.
/// </summary>
public static class DocumentUri
{
    const string FileScheme = "file:";

    /// <summary>The absolute path of a file, with <c>/</c>; the URI itself where it is no file.</summary>
    public static string PathOf(string uri)
    {
        if (!uri.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
            return uri;
        var rest = uri.AsSpan(FileScheme.Length);
        var fragment = rest.IndexOfAny('?', '#');
        if (fragment >= 0)
            rest = rest[..fragment];
        var host = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith("//"))
        {
            rest = rest[2..];
            var slash = rest.IndexOf('/');
            host = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? "/" : rest[slash..];
        }

        var path = Uri.UnescapeDataString(rest.ToString()).Replace('\\', '/');
        if (path.Length > 2 && path[0] == '/' && path[2] == ':' && char.IsAsciiLetter(path[1]))
            path = char.ToLowerInvariant(path[1]) + path[2..];
        return host.IsEmpty || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? path : $"//{host}{path}";
    }

    /// <summary>The URI of a path, spelled as VS Code does; a URI stays what it is.</summary>
    public static string Of(string path)
    {
        path = path.Replace('\\', '/');
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("untitled:", StringComparison.Ordinal))
            return path;
        var uri = new StringBuilder("file://");
        if (path.StartsWith("//", StringComparison.Ordinal))
            path = path[2..];
        else if (!path.StartsWith('/'))
            uri.Append('/');
        foreach (var part in path.Split('/'))
            uri.Append(Uri.EscapeDataString(part)).Append('/');
        return uri.ToString(0, uri.Length - 1);
    }

    /// <summary>Whether it is a file on a disk of this machine.</summary>
    public static bool IsFile(string uri) => uri.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of a path, without a slash at its end.</summary>
    public static string FolderOf(string path) =>
        path.LastIndexOf('/') is > 0 and var slash ? path[..slash]
        : path.StartsWith('/') ? "/"
        : "";

    public static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length
        && path.StartsWith(folder, StringComparison.Ordinal)
        && (path[folder.Length] == '/' || folder.EndsWith('/'));
}
