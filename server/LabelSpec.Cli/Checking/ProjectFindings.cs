using System.Text;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>Turns what is wrong with a project file into findings.</summary>
static class ProjectFindings
{
    public static Finding Of(ProjectProblem problem, string file, string text)
    {
        var range = problem.Range;
        var first = ByteOrderMark.LengthIn(file);
        var location = new Location(
            file,
            first + Encoding.UTF8.GetByteCount(text.AsSpan(0, range.StartOffset)),
            first + Encoding.UTF8.GetByteCount(text.AsSpan(0, range.EndOffset)),
            range.StartLine,
            range.StartColumn,
            range.EndLine,
            range.EndColumn
        );
        return new Finding
        {
            Rule = problem.Code,
            Severity = Severity.Error,
            Message = problem.Message,
            Location = location,
            Fixes = problem.Replacement is { } replacement
                ? [new Fix($"Write {replacement}", [new FileEdit(file, location.Start, location.End, replacement)])]
                : [],
            Fingerprint = $"{problem.Code}:{file}:{text[range.StartOffset..range.EndOffset]}",
            HelpTopic = problem.Code,
        };
    }
}
