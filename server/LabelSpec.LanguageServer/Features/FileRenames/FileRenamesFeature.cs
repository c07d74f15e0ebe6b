using System.Text.Json.Nodes;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.FileRenames;

/// <summary>When files or folders are about to get other names, whoever names them follows: imports, pictures, project files.</summary>
sealed class FileRenamesFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "workspace.fileOperations.willRename",
            () =>
                new JsonObject
                {
                    ["filters"] = new JsonArray(
                        new JsonObject
                        {
                            ["scheme"] = "file",
                            ["pattern"] = new JsonObject { ["glob"] = "**/*" },
                        }
                    ),
                }
        );
        features.Workspace<RenameFilesParams, WorkspaceEdit>(
            "workspace/willRenameFiles",
            (snapshot, wish, _) =>
            {
                var moves = wish
                    .Files.Select(file => (DocumentUri.PathOf(file.OldUri), DocumentUri.PathOf(file.NewUri)))
                    .ToList();
                var edits = new EditBuilder(snapshot);
                foreach (var (path, span, text) in Edits(snapshot, moves))
                    edits.Replace(path, span, text);
                return Task.FromResult(edits.IsEmpty ? null : edits.Build());
            }
        );
    }

    internal static IEnumerable<(string Path, TextSpan Span, string Text)> Edits(
        WorkspaceSnapshot snapshot,
        IReadOnlyList<(string Old, string New)> moves
    )
    {
        var guidelines = snapshot.Guidelines();
        foreach (var path in guidelines.Paths)
            if (guidelines.TreeOf(path) is { } tree)
                foreach (var name in GuidelineFileNames.In(path, tree))
                    if (Relative(path, name, moves) is { } written)
                        yield return (path, name.Span, written);
        foreach (var project in snapshot.Projects().Projects)
        {
            var path = project.FilePath.Replace('\\', '/');
            var names = ProjectPaths.FilesIn(project).Concat(ProjectPaths.FoldersIn(project));
            foreach (var name in names.DistinctBy(name => name.Span.Start))
                if (Relative(path, name, moves) is { } written)
                    yield return (path, name.Span, written);
        }
    }

    /// <summary>The new name as the file must write it; null where it is still right.</summary>
    static string? Relative(string path, FileNameSpan name, IReadOnlyList<(string Old, string New)> moves)
    {
        var (from, to) = (Moved(path, moves), Moved(name.Target, moves));
        if (from == path && to == name.Target)
            return null;
        var written = Path.GetRelativePath(DocumentUri.FolderOf(from), to).Replace('\\', '/');
        return written == name.Written ? null : written;
    }

    static string Moved(string path, IReadOnlyList<(string Old, string New)> moves)
    {
        foreach (var (old, @new) in moves)
            if (path == old)
                return @new;
            else if (DocumentUri.IsBelow(path, old))
                return @new + path[old.Length..];
        return path;
    }
}
