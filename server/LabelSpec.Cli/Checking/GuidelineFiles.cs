using System.Text;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Cli.Checking;

/// <summary>Guideline files on disk, each parsed once.</summary>
sealed class GuidelineFiles : IGuidelineFiles
{
    // A guideline is written by people; what is larger is something else, and imports may name anything.
    const long LargestFile = 64 << 20;

    readonly Dictionary<string, SyntaxTree?> _trees = [];

    /// <summary>The tree of a file that the user named, with <paramref name="more"/> at its end.</summary>
    public SyntaxTree Entry(string path, string more = "")
    {
        try
        {
            return _trees[path] = SyntaxTree.Parse(Read(path) + more);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Usage($"the guideline cannot be read: {exception.Message}");
        }
    }

    public SyntaxTree? Find(string path)
    {
        if (_trees.TryGetValue(path, out var tree))
            return tree;
        try
        {
            return _trees[path] = File.Exists(path) ? SyntaxTree.Parse(Read(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return _trees[path] = null;
        }
    }

    static string Read(string path)
    {
        if (new FileInfo(path).Length > LargestFile)
            throw new IOException($"{path} has more than {LargestFile >> 20} MB, which no guideline needs.");
        return File.ReadAllText(path, Encoding.UTF8);
    }
}
