using System.Collections.Immutable;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Findings;

/// <summary>One thing that is wrong: a violated rule, a built-in check that fired, or a file that cannot be read.</summary>
public sealed record Finding
{
    /// <summary>The name of a rule of the guideline, or the code of a built-in check such as <c>LS3004</c>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>One sentence for people, with the values that decided.</summary>
    public required string Message { get; init; }

    public required Location Location { get; init; }

    /// <summary>The file name of the image, where the finding is about one image.</summary>
    public string? Image { get; init; }

    /// <summary>The id of the annotation as its file writes it, where the finding is about one annotation.</summary>
    public string? Annotation { get; init; }

    /// <summary>The other places that belong to it, such as the second of two duplicates.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>What decided, in the order to show it: <c>iou = 0.91, limit = 0.85</c>.</summary>
    public ImmutableArray<DecidingValue> Values { get; init; } = [];

    /// <summary>Ways to repair the file; the first is the recommended one.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>Why it is accepted: the reason of its waiver, or that the baseline knows it; null for what is reported.</summary>
    public string? Excuse { get; init; }

    /// <summary>
    /// Names this finding across edits that re-order or reformat the file: it is made of rule, image, class and
    /// canonical geometry or ids, and an occurrence number that tells equal findings apart. Never of line numbers.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>What <c>labelspec explain</c> opens: a code, or the name of a rule.</summary>
    public required string HelpTopic { get; init; }

    /// <summary>What decided, by its name in <see cref="Values"/>; null where there is no such value.</summary>
    public string? TextOf(string value) => Values.FirstOrDefault(one => one.Name == value).Text;
}
