using LabelSpec.Engine.Migration;
using LabelSpec.LanguageServer.Features.Annotations;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>Adds to a rename what it would change in data, as something to be confirmed first.</summary>
static class DataRename
{
    const string Id = "labelspec.migrate";

    public static WorkspaceEdit With(
        WorkspaceSnapshot snapshot,
        WorkspaceEdit edit,
        DataMigration migration,
        IReadOnlyList<LabelChange> changes
    )
    {
        if (migration.IsEmpty)
            return edit;
        var places = migration.Files.Sum(file => file.Edits.Count);
        var data = AnnotationEdits.Of(
            snapshot,
            migration.Files.Select(file =>
                (file.Path, (IReadOnlyList<TextEdit>)[.. file.Edits.Select(one => one with { AnnotationId = Id })])
            )
        );
        return edit with
        {
            DocumentChanges = [.. edit.DocumentChanges ?? [], .. data.DocumentChanges ?? []],
            ChangeAnnotations = new Dictionary<string, ChangeAnnotation>
            {
                [Id] = new(
                    $"Migrate {Count(migration.Files.Count, "annotation file")}",
                    NeedsConfirmation: true,
                    $"{Count(places, "place")} with the old name; labelspec migrate {string.Join(
                        ' ',
                        changes.Select(OptionOf)
                    )} does the same"
                ),
            },
        };
    }

    /// <summary>The change as an option of `labelspec migrate`.</summary>
    public static string OptionOf(LabelChange change)
    {
        var (option, text) = change switch
        {
            LabelChange.OfAttribute => ("--attribute", $"{change.From}={change.To}"),
            LabelChange.OfValue value => ("--value", $"{value.Attribute}:{change.From}={change.To}"),
            _ => ("--class", $"{change.From}={change.To}"),
        };
        return text.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '=' or ':')
            ? $"{option} {text}"
            : $"{option} \"{text}\"";
    }

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";
}
