using LabelSpec.Engine.Findings;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.Cli.Checking;

/// <summary>Turns what is wrong with a guideline into findings.</summary>
sealed class GuidelineFindings
{
    readonly SpecLocations _locations = new();
    readonly Dictionary<string, int> _occurrences = [];

    public Finding Of(SpecDiagnostic diagnostic) =>
        new()
        {
            Rule = diagnostic.Code,
            Severity = diagnostic.Severity,
            Message = diagnostic.Message,
            Location = _locations.Of(diagnostic.Span),
            Related =
            [
                .. diagnostic.Related.Select(place => new Engine.Findings.RelatedPlace(
                    null,
                    _locations.Of(place.Span),
                    place.Message
                )),
            ],
            Fixes = [.. diagnostic.Fixes.Select(FixOf)],
            Fingerprint = FingerprintOf(diagnostic),
            HelpTopic = diagnostic.Code,
        };

    Fix FixOf(SpecFix fix) => new(fix.Title, [.. fix.Edits.Select(EditOf)]);

    FileEdit EditOf(SpecTextEdit edit)
    {
        var location = _locations.Of(edit.Span);
        return new FileEdit(location.File, location.Start, location.End, edit.NewText);
    }

    // By what the text says, not by where it stands; equal ones are told apart by their order.
    string FingerprintOf(SpecDiagnostic diagnostic)
    {
        var name = $"{diagnostic.Code}:{Path.GetFileName(diagnostic.Span.File.Path)}:{diagnostic.Message}";
        _occurrences[name] = _occurrences.GetValueOrDefault(name) + 1;
        return $"{name}-{_occurrences[name]}";
    }
}
