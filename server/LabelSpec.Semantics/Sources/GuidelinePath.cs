namespace LabelSpec.Semantics.Sources;

/// <summary>Paths of guideline files, always with <c>/</c>.</summary>
public static class GuidelinePath
{
    /// <summary>The path of an imported file, as seen from the file that imports it; <c>.</c> and <c>..</c> are resolved.</summary>
    public static string Resolve(string importingFile, string importedPath)
    {
        var path = importedPath.Replace('\\', '/');
        if (!IsRooted(path))
        {
            var folder = importingFile.Replace('\\', '/');
            folder = folder[..(folder.LastIndexOf('/') + 1)];
            path = folder + path;
        }
        return Normalize(path);
    }

    private static bool IsRooted(string path) =>
        path.StartsWith('/') || (path.Length > 1 && path[1] == ':') || path.Contains("://", StringComparison.Ordinal);

    private static string Normalize(string path)
    {
        if (!path.Contains("./", StringComparison.Ordinal))
        {
            return path;
        }
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
