using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>A class that the data has and the guideline has not is declared at the end of the guideline, as the data draws it.</summary>
static class ClassDeclaring
{
    static readonly string Code = CheckCatalogue.Find("unknown_class")!.Code;

    /// <summary>Null for other findings, and where no guideline can be edited.</summary>
    public static (string Title, WorkspaceEdit Edit)? Of(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Finding finding
    )
    {
        if (
            finding.Rule != Code
            || finding.TextOf("class") is not { } label
            || view.Analysis.Target.Guideline is not { } path
            || snapshot.FindAt(path) is not { } guideline
        )
            return null;
        var text = guideline.Text.ToString();
        var declared = $"\n/// What it is.\nclass {NewNames.AsDeclared(label)} {{ shape {ShapesOf(view, label)} }}\n";
        var edits = new EditBuilder(snapshot).Replace(
            path,
            new TextSpan(text.Length, 0),
            (text.Length == 0 || text[^1] == '\n' ? "" : "\n") + declared
        );
        return ($"Declare the class \"{label}\" in {Path.GetFileName(path)}", edits.Build());
    }

    static string ShapesOf(AnnotationView view, string label)
    {
        var rows = view.Dataset.Annotations;
        var category = view.Dataset.Categories.IndexOf(label);
        var drawn = new HashSet<string>();
        for (var row = 0; row < rows.Count; row++)
            if (rows.Categories[row] == category)
                drawn.Add(rows.Shapes[row].ToString());
        // A skeleton has a name, which only the author knows.
        var words = ShapeKinds
            .All.Where(shape => shape.Kind != ShapeKind.Skeleton && drawn.Contains(shape.Kind.ToString()))
            .Select(shape => shape.Name)
            .ToList();
        return words.Count == 0 ? "box" : string.Join(" | ", words);
    }
}
