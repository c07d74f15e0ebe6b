using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary>
/// The guidelines of a workspace, at one moment: those in its folders, those that are open, and those that project
/// files name. Knows which file imports which, and so to which guidelines a file belongs.
/// </summary>
public sealed class GuidelineWorkspace
{
    static readonly ConditionalWeakTable<SyntaxTree, string[]> ImportsOfTrees = new();

    readonly WorkspaceSnapshot _snapshot;
    readonly Lazy<ImmutableSortedSet<string>> _paths;
    readonly Lazy<Dictionary<string, List<string>>> _importers;
    readonly ConcurrentDictionary<string, GuidelineAnalysis?> _analyses = new(StringComparer.Ordinal);

    GuidelineWorkspace(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _paths = new(FindPaths);
        _importers = new(FindImporters);
    }

    /// <summary>All guideline files that are known, by path.</summary>
    public ImmutableSortedSet<string> Paths => _paths.Value;

    /// <summary>The guideline files that no other one imports, those that project files name first.</summary>
    public IEnumerable<string> Entries
    {
        get
        {
            var named = _snapshot.Projects().NamedGuidelines;
            return named
                .Where(path => TreeOf(path) is not null)
                .Concat(Paths.Where(path => !named.Contains(path) && !_importers.Value.ContainsKey(path)));
        }
    }

    /// <summary>Every guideline of the workspace, bound.</summary>
    public IEnumerable<Compilation> Compilations => Entries.Select(Compile);

    public static GuidelineWorkspace Of(WorkspaceSnapshot snapshot) =>
        snapshot.Derive(static snapshot => new GuidelineWorkspace(snapshot));

    public SyntaxTree? TreeOf(string path) => (_snapshot.FindAt(path)?.Content as GuidelineContent)?.Tree;

    /// <summary>The analysis of a guideline file; null where there is none.</summary>
    public GuidelineAnalysis? AnalysisOf(string path) =>
        _analyses.GetOrAdd(
            path,
            path =>
                TreeOf(path) is { } tree
                    ? new GuidelineAnalysis(
                        path,
                        tree,
                        EntriesOf(path).Select(entry => (Func<Compilation>)(() => Compile(entry)))
                    )
                    : null
        );

    /// <summary>The guideline whose entry is a file, bound.</summary>
    public Compilation Compile(string entry) =>
        _snapshot.Caches.Get<CompilationCache>().Of(entry, TreeOf(entry) ?? SyntaxTree.Parse(""), TreeOf);

    /// <summary>The files that a file imports, whether they exist or not.</summary>
    public IReadOnlyList<string> ImportsOf(string path) =>
        TreeOf(path) is { } tree
            ? [.. ImportsOfTrees.GetValue(tree, ReadImports).Select(import => GuidelinePath.Resolve(path, import))]
            : [];

    /// <summary>The files that import a file directly.</summary>
    public IReadOnlyList<string> ImportersOf(string path) => _importers.Value.GetValueOrDefault(path) ?? [];

    /// <summary>
    /// The entries from which a file is reached, those that project files name first; the file itself, where nothing
    /// imports it or it imports itself in a circle.
    /// </summary>
    public IReadOnlyList<string> EntriesOf(string path)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { path };
        var pending = new Queue<string>([path]);
        var tops = new SortedSet<string>(StringComparer.Ordinal);
        var named = _snapshot.Projects().NamedGuidelines;
        while (pending.TryDequeue(out var next))
        {
            var importers = ImportersOf(next);
            if (importers.Count == 0 || named.Contains(next))
                tops.Add(next);
            foreach (var importer in importers)
                if (reached.Add(importer))
                    pending.Enqueue(importer);
        }

        return tops.Count == 0 ? [path] : [.. tops.OrderBy(top => named.Contains(top) ? 0 : 1)];
    }

    ImmutableSortedSet<string> FindPaths()
    {
        var paths = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var folder in _snapshot.Folders)
            paths.UnionWith(_snapshot.Disk.In(folder).Guidelines);
        foreach (var document in _snapshot.Documents.Values)
            if (document.Content is GuidelineContent)
                paths.Add(document.Path);
        paths.UnionWith(_snapshot.Projects().NamedGuidelines.Where(path => TreeOf(path) is not null));
        var pending = new Queue<string>(paths);
        while (pending.TryDequeue(out var next))
            foreach (var import in ImportsOf(next))
                if (TreeOf(import) is not null && paths.Add(import))
                    pending.Enqueue(import);
        return paths.ToImmutable();
    }

    Dictionary<string, List<string>> FindImporters()
    {
        var importers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var path in Paths)
        foreach (var import in ImportsOf(path).Distinct())
        {
            if (!importers.TryGetValue(import, out var known))
                importers[import] = known = [];
            known.Add(path);
        }

        return importers;
    }

    static string[] ReadImports(SyntaxTree tree) =>
        [
            .. tree
                .Declarations.OfType<ImportDeclaration>()
                .Select(import => import.Path.Value)
                .Where(path => path.Length > 0),
        ];
}
