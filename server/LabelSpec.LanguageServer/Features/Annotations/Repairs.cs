using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>The edits of repairs: of one finding, of all of a rule in a file, of all that are safe.</summary>
sealed class Repairs(WorkspaceFindings findings)
{
    public FixResult Fix(WorkspaceSnapshot snapshot, FixParams wish, CancellationToken cancellation)
    {
        var path = DocumentUri.PathOf(wish.Uri);
        var inFile = findings.In(snapshot, path, cancellation).Select(located => located.Finding).ToList();
        if (wish.Fingerprint is { } fingerprint)
        {
            var finding =
                inFile.FirstOrDefault(finding => finding.Fingerprint == fingerprint)
                ?? throw Failed("The finding is not there any more.");
            var index = wish.Fix ?? 0;
            if (index < 0 || index >= finding.Fixes.Length)
                throw Failed("There is no such repair.");
            return new FixResult(AnnotationEdits.Of(snapshot, finding.Fixes[index].Edits), 1, 0);
        }

        var fixes = wish.All is not null
            ? inFile.Select(finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe))
            : inFile.Where(finding => finding.Rule == wish.Rule).Select(finding => finding.Fixes.FirstOrDefault());
        return Together(snapshot, fixes.OfType<Fix>());
    }

    /// <summary>How many repairs go together.</summary>
    public static int CountTogether(IEnumerable<Fix> fixes)
    {
        var edits = new EditSet();
        return fixes.Count(edits.TryAdd);
    }

    /// <summary>As many repairs as go together.</summary>
    public static FixResult Together(WorkspaceSnapshot snapshot, IEnumerable<Fix> fixes)
    {
        var edits = new EditSet();
        int taken = 0,
            left = 0;
        foreach (var fix in fixes)
            if (edits.TryAdd(fix))
                taken++;
            else
                left++;
        return new FixResult(
            AnnotationEdits.Of(snapshot, edits.Files.SelectMany(file => edits.EditsOf(file))),
            taken,
            left
        );
    }

    internal static LspErrorException Failed(string reason) => new(LspErrorException.RequestFailed, reason);
}
