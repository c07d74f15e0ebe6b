using System.Security;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Text;

/// <summary>Lines of guideline and project files, read when an excerpt is to be shown.</summary>
sealed class SourceLines(string root)
{
    // A guideline is a text that people write. What is larger is something else and is not worth an excerpt.
    const long LargestFile = 4 << 20;

    readonly Dictionary<string, string[]?> _files = [];

    /// <summary>The line that a location starts on; null where there is none to show.</summary>
    public string? Find(Location location)
    {
        if (!_files.TryGetValue(location.File, out var lines))
            _files[location.File] = lines = Read(Path.Combine(root, location.File));
        return lines is not null && location.Line <= lines.Length ? lines[location.Line - 1] : null;
    }

    // A report never fails because an excerpt cannot be shown: the finding itself says where it stands.
    static string[]? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length <= LargestFile ? File.ReadAllLines(path) : null;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
        {
            return null;
        }
    }
}
