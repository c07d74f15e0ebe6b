using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Quality requirements as JSON in the form of CVAT's interface (<c>/api/quality/settings</c>, <c>/api/quality/requirements</c>):
/// settings with <c>requirements</c>, or a list of requirements, or a page of either. Attributes may be named in place of CVAT's
/// numbers, filters may be JSON in place of texts, and parents may be named.
/// </summary>
/// <param name="Requirements">Null where there are problems.</param>
public sealed record RequirementFile(RequirementSet? Requirements, ImmutableArray<RequirementProblem> Problems)
{
    /// <summary>In bytes; what people and CVAT write has some kilobytes.</summary>
    const int Largest = 16 << 20;

    /// <summary>CVAT allows 100 unless told otherwise; each costs a comparison.</summary>
    const int MostRequirements = 500;

    /// <summary>Reads a file, and no more of it than a file of requirements can have.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RequirementFile Load(Stream stream)
    {
        var utf8 = new byte[Largest + 1];
        return Load(utf8[..stream.ReadAtLeast(utf8, utf8.Length, throwOnEndOfStream: false)]);
    }

    /// <summary>Reads a file. Never throws on its content.</summary>
    public static RequirementFile Load(byte[] utf8)
    {
        var problems = new RequirementProblemLog(utf8);
        var set = Read(utf8, problems);
        return new(problems.IsEmpty ? set : null, problems.All);
    }

    static RequirementSet? Read(byte[] utf8, RequirementProblemLog problems)
    {
        if (utf8.Length > Largest)
        {
            problems.Add(ScoreProblems.RequirementJson, 0, $"this file is larger than {Largest >> 20} MB");
            return null;
        }

        var skipped = utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var (root, fault, place) = new JsonPartReader(utf8.AsSpan(skipped), at => at + skipped).Read();
        if (root is null)
        {
            problems.Add(ScoreProblems.RequirementJson, place, fault);
            return null;
        }

        var (list, labels) = ListOf(root, problems);
        if (list is null)
            return null;
        if (list.Items.Length is 0 or > MostRequirements)
        {
            problems.Add(
                ScoreProblems.RequirementValue,
                list.Start,
                $"there are 1 to {MostRequirements} requirements, not {list.Items.Length}"
            );
            return null;
        }

        var reader = new RequirementReader(problems, SpecAttributes.Read(labels, problems));
        List<RequirementDraft> drafts = [.. list.Items.Select(reader.Read).OfType<RequirementDraft>()];
        return new(new RequirementHierarchy(problems, drafts).Resolve());
    }

    static (JsonPart? List, JsonPart? Labels) ListOf(JsonPart root, RequirementProblemLog problems)
    {
        if (root.Kind == JsonValueKind.Array)
            return (root, null);
        string[] known =
        [
            RequirementKey.Requirements,
            RequirementKey.Labels,
            RequirementKey.Results,
            .. RequirementKey.PassedOverOfSettings,
        ];
        var fields = new JsonFields(root, known, "a requirements file", problems);
        var labels = fields.Given(RequirementKey.Labels);
        var list = fields.Given(RequirementKey.Requirements) ?? fields.Given(RequirementKey.Results);
        // A page of settings: each has a list of its own, and only one can be meant.
        if (
            list is { Items: [{ Kind: JsonValueKind.Object } only] }
            && only.Find(RequirementKey.Requirements) is { } inner
        )
            list = inner;
        if (list is { Kind: JsonValueKind.Array })
            return (list, labels);
        // A key that is misspelt has been told already.
        if (problems.IsEmpty)
            problems.Add(
                ScoreProblems.RequirementValue,
                (list ?? root).Start,
                "a requirements file is a list of requirements, or an object with a list \"requirements\""
            );
        return (null, labels);
    }
}
