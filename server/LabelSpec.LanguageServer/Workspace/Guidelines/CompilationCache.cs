using System.Collections.Concurrent;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary>
/// Guidelines, bound once for each state of their files. A compilation is good as long as each file it asked for still
/// has the same tree, which trees that are shared between versions make a question of identity.
/// </summary>
public sealed class CompilationCache
{
    static readonly CompilationOptions Options = new() { KnownChecks = CheckCatalogue.Known };

    readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="path">The entry file.</param>
    /// <param name="files">The tree of a path, null where there is no such file.</param>
    public Compilation Of(string path, SyntaxTree tree, Func<string, SyntaxTree?> files)
    {
        // One thread binds, the others that ask for the same wait for it.
        var entry = _entries.GetOrAdd(path, _ => new Entry());
        lock (entry)
        {
            if (entry.Compilation is { } known && entry.IsAbout(tree, files))
                return known;
            var asked = new AskedFiles(files);
            entry.Tree = tree;
            entry.Compilation = Compilation.Create(path, tree, asked, Options);
            entry.Imports = asked.Trees;
            return entry.Compilation;
        }
    }

    /// <summary>Binds a guideline that is only tried out, and remembers nothing.</summary>
    public static Compilation Compile(string path, SyntaxTree tree, Func<string, SyntaxTree?> files) =>
        Compilation.Create(path, tree, new AskedFiles(files), Options);

    sealed class Entry
    {
        public SyntaxTree? Tree;
        public Compilation? Compilation;
        public IReadOnlyDictionary<string, SyntaxTree?> Imports = new Dictionary<string, SyntaxTree?>();

        public bool IsAbout(SyntaxTree tree, Func<string, SyntaxTree?> files) =>
            ReferenceEquals(tree, Tree) && Imports.All(import => ReferenceEquals(files(import.Key), import.Value));
    }

    /// <summary>Remembers what binding asked for, missing files included: when they appear, the guideline changes.</summary>
    sealed class AskedFiles(Func<string, SyntaxTree?> files) : IGuidelineFiles
    {
        public Dictionary<string, SyntaxTree?> Trees { get; } = new(StringComparer.Ordinal);

        public SyntaxTree? Find(string path) =>
            Trees.TryGetValue(path, out var known) ? known : Trees[path] = files(path);
    }
}
