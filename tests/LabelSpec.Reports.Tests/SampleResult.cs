using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
using LabelSpec.Reports.Help;

namespace LabelSpec.Reports.Tests;

/// <summary>A result with everything in it that a report must get right.</summary>
static class SampleResult
{
    const string Data = "data/träin set.json";

    public static ReportContext Context { get; } =
        new()
        {
            ToolVersion = "1.2.3",
            MaxPerRule = 2,
            Root = Path.Combine(AppContext.BaseDirectory, "fixtures"),
            ExitCode = 1,
            Help = new SampleHelp(),
        };

    public static AnalysisResult Full { get; } =
        new()
        {
            Guideline = new AnalysedGuideline("urban", "1.2.0", new string('a', 64)),
            Inputs =
            [
                new AnalysedInput("data/clean.json", "coco", new string('b', 64), 3, 4),
                new AnalysedInput(Data, "coco", new string('c', 64), 5_000, 37_000),
                new AnalysedInput("data/pointer.json", null, null, 0, 0, "It is a Git LFS pointer, not the data."),
            ],
            Rules =
            [
                new RuleTally("one_class_per_vehicle", Severity.Error, 12_345, 3, 0),
                new RuleTally("rider_has_bicycle", Severity.Warning, 10, 1, 7),
                new RuleTally("never_violated", Severity.Info, 4, 0, 0),
                new RuleTally("LS3004", Severity.Warning, 37_000, 1, 0),
                new RuleTally("LS3005", Severity.Error, 37_004, 0, 0),
            ],
            GuidelineFindings = [UnknownClass],
            Findings = FindingList.Of([Overlap(17), Rider, Outside, Overlap(19), Overlap(21), Pointer]),
            Excused = FindingList.Of([
                Overlap(23) with
                {
                    Excuse = "toy truck on a car",
                },
                Overlap(25) with
                {
                    Excuse = "known from the baseline",
                },
            ]),
            Summary = new AnalysisSummary
            {
                Images = 5_003,
                Annotations = 37_004,
                Errors = 5,
                Warnings = 2,
                Infos = 0,
                Known = 4,
                Waived = 1,
                Duration = TimeSpan.FromMilliseconds(312.4),
            },
        };

    public static AnalysisResult Clean { get; } =
        new()
        {
            Inputs = [new AnalysedInput("data/clean.json", "coco", new string('b', 64), 1, 1)],
            Rules = [new RuleTally("LS3005", Severity.Error, 1, 0, 0)],
            Findings = FindingList.Of([]),
            Summary = new AnalysisSummary { Images = 1, Annotations = 1 },
        };

    static Finding UnknownClass =>
        new()
        {
            Rule = "LS1004",
            Severity = Severity.Error,
            Message = "There is no class 'vehicel'; the nearest name is 'vehicle'.",
            Location = new Location("urban.labelspec", 90, 97, 7, 17, 7, 24),
            Related =
            [
                new RelatedPlace(
                    null,
                    new Location("urban.labelspec", 33, 42, 3, 1, 3, 10),
                    "Classes are declared here."
                ),
            ],
            Fixes = [new Fix("Write vehicle", [new FileEdit("urban.labelspec", 90, 97, "vehicle")])],
            Fingerprint = "g1",
            HelpTopic = "LS1004",
        };

    static Finding Rider =>
        new()
        {
            Rule = "rider_has_bicycle",
            Severity = Severity.Warning,
            Message = "Rider {r} has 100% no [bicycle](1):\r\nnot one \u001b[31mred\u001b[0m, but\\or \ud800",
            Location = new Location(Data, 100, 180, 2, 5, 4, 1),
            Image = "a,b:c.jpg",
            Annotation = "r-\u0007",
            Values =
            [
                new DecidingValue("overlap", double.NaN),
                new DecidingValue("limit", double.PositiveInfinity),
                new DecidingValue("helmet", "yes"),
                new DecidingValue("truncated", false),
            ],
            Fingerprint = "r1",
            HelpTopic = "rider_has_bicycle",
        };

    static Finding Outside =>
        new()
        {
            Rule = "LS3004",
            Severity = Severity.Warning,
            Message = "The box leaves the image on the right by 3.25 px.",
            Location = new Location(Data, 200, 240, 9, 1, 9, 41),
            Image = "000001.jpg",
            Values = [new DecidingValue("excess", 3.25)],
            Fixes =
            [
                new Fix(
                    "Clip the box to the image",
                    [new FileEdit(Data, 210, 215, "12.5"), new FileEdit(Data, 230, 232, "")]
                ),
            ],
            Fingerprint = "o1",
            HelpTopic = "LS3004",
        };

    static Finding Pointer =>
        new()
        {
            Rule = "LS2003",
            Severity = Severity.Error,
            Message = "It is a Git LFS pointer, not the data; run git lfs pull.",
            Location = Location.Whole("data/pointer.json"),
            Fingerprint = "p1",
            HelpTopic = "LS2003",
        };

    public static Finding Overlap(int id) =>
        new()
        {
            Rule = "one_class_per_vehicle",
            Severity = Severity.Error,
            Message = $"Car {id} and truck {id + 1} are one vehicle (iou 0.91 > 0.85).",
            Location = new Location(Data, id, id + 5, 1, 3_021 + id, 1, 3_080 + id),
            Image = "000001.jpg",
            Annotation = $"{id}",
            Related = [new RelatedPlace($"{id + 1}", new Location(Data, 300, 310, 1, 3_104, 1, 3_114), "The truck.")],
            Values = [new DecidingValue("iou", 0.9123456), new DecidingValue("limit", 0.85)],
            Fixes = [new Fix($"Remove truck {id + 1}", [new FileEdit(Data, 300, 310, "")])],
            Fingerprint = $"v{id}",
            HelpTopic = "one_class_per_vehicle",
        };

    sealed class SampleHelp : IRuleHelp
    {
        public RuleHelp? Find(string topic) =>
            topic switch
            {
                "LS1004" => new RuleHelp("LS1004: unknown class", "# LS1004: unknown class\n\nText.\n"),
                "one_class_per_vehicle" => new RuleHelp(
                    "A pickup is a truck, never both.",
                    "A pickup is a truck, never both.",
                    new Uri("https://example.org/rules#one_class")
                ),
                _ => null,
            };
    }
}
