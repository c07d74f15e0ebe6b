using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.Semantics.Sources;

/// <summary>Reads a guideline's files, the entry first, each once, and finds imports that are missing, repeated or circular.</summary>
internal sealed class ImportLoader(IGuidelineFiles files, DiagnosticBag bag)
{
    private const int MostFiles = 1000;

    private readonly Dictionary<string, FileUnit> loaded = new(StringComparer.Ordinal);
    private readonly List<string> path = [];
    private readonly List<FileUnit> units = [];

    /// <summary>Every import that was found, with the file that it brings in.</summary>
    public List<(FileUnit Importer, ImportDeclaration Import, FileUnit Imported)> Imports { get; } = [];

    /// <summary>Whether an import was not found.</summary>
    public bool IsIncomplete { get; private set; }

    public IReadOnlyList<FileUnit> Load(string entryPath, SyntaxTree entry)
    {
        Load(new FileUnit(new SourceFile(entryPath, entry.Text), entry));
        return units;
    }

    private void Load(FileUnit unit)
    {
        loaded.Add(unit.File.Path, unit);
        units.Add(unit);
        path.Add(unit.File.Path);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in unit.Tree.Declarations)
        {
            if (declaration is ImportDeclaration import && import.Path.Value.Length > 0)
            {
                Follow(unit, import, seen);
            }
        }
        path.RemoveAt(path.Count - 1);
    }

    private void Follow(FileUnit unit, ImportDeclaration import, HashSet<string> seen)
    {
        var target = GuidelinePath.Resolve(unit.File.Path, import.Path.Value);
        var span = unit.SpanOf(import.Path);
        if (!seen.Add(target))
        {
            bag.Report(
                SemanticDiagnostics.ImportedTwice,
                span,
                $"\"{import.Path.Value}\" is imported above already: remove this line",
                [new SpecFix("Remove the import", [new SpecTextEdit(unit.SpanOf(import), "")])],
                tags: DiagnosticTags.Unnecessary
            );
            return;
        }
        var position = path.IndexOf(target);
        if (position >= 0)
        {
            bag.Report(
                SemanticDiagnostics.ImportCycle,
                span,
                position == path.Count - 1
                    ? "A file cannot import itself: remove this line"
                    : $"These files import each other: {string.Join(" → ", path.Skip(position).Append(target))}; move what they share to a file of its own"
            );
            return;
        }
        if (loaded.TryGetValue(target, out var known))
        {
            Imports.Add((unit, import, known));
            return;
        }
        if (units.Count >= MostFiles || files.Find(target) is not { } tree)
        {
            IsIncomplete = true;
            bag.Report(
                SemanticDiagnostics.ImportNotFound,
                span,
                units.Count >= MostFiles
                    ? $"A guideline has at most {MostFiles} files"
                    : $"There is no file \"{target}\"; paths start at the folder of this file"
            );
            return;
        }
        var imported = new FileUnit(new SourceFile(target, tree.Text), tree);
        Imports.Add((unit, import, imported));
        Load(imported);
    }
}
