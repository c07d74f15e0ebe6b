using System.Globalization;
using System.Text;
using System.Text.Json;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>The annotations of CVAT's own server tests, with the typed conflicts that CVAT found in them.</summary>
public class CvatServerTests
{
    const string Assets = "cvat/cvat-tests/tests/python/shared/assets";
    const string TruthJob = "28";
    const string WorkJob = "27";

    static readonly int[] Frames = [0, 1, 2];

    /// <summary>What was drawn after the first report.</summary>
    static readonly string[] DrawnLater = ["131", "132", "141", "142"];

    // The last report of the two jobs; those of two versions before, which did not compare tags; and the first one.
    [RealDataTheory]
    [InlineData(12)]
    [InlineData(6)]
    [InlineData(4)]
    [InlineData(2)]
    public void The_conflicts_and_counts_are_those_that_CVAT_found(int report)
    {
        var (result, truthIds, workIds) = Compared(id =>
            report == 12 || !id.StartsWith("tag", StringComparison.Ordinal) && (report != 2 || !DrawnLater.Contains(id))
        );
        var found = result
            .Images.SelectMany(image =>
                image.Conflicts.Select(conflict =>
                    TextOf(image.Name, conflict, (TruthJob, truthIds), (WorkJob, workIds))
                )
            )
            .Order(StringComparer.Ordinal);

        Assert.Equal(ConflictsOf(report), found);
        AssertCounts(report, ComparisonSummary.Of(result).Scores.Counts);
    }

    // Task 23 of three jobs, of which the last has no frame of the ground truth (frames 4, 5 and 7).
    [RealDataFact]
    public void Jobs_and_their_task_are_those_of_CVATs_reports()
    {
        using var annotations = Open("annotations.json");
        var jobs = annotations.RootElement.GetProperty("job");
        var truth = CvatJob.Read(jobs.GetProperty("32"), [4, 5, 7]);
        (string Name, int Report, int First, int Last)[] works = [("29", 10, 0, 4), ("30", 9, 5, 9), ("31", 8, 10, 10)];
        var work = works
            .Select(job =>
                CvatJob.Read(jobs.GetProperty(job.Name), [.. Enumerable.Range(job.First, job.Last - job.First + 1)])
            )
            .ToList();
        var result = DatasetComparison.Run(
            new(
                truth.Scene.Read("gt.xml"),
                DatasetReader.Read([.. work.Zip(works, (job, named) => job.Scene.Input($"{named.Name}.xml"))]),
                ComparisonProfiles.CvatClassic
            )
        );

        var task = Assert.Single(WorkHierarchy.Of(result)!.Tasks);
        // Rows of the work go on from file to file.
        List<string> workIds = [.. work.SelectMany(job => job.Ids)];
        foreach (var (job, (name, report, first, last)) in task.Jobs.Zip(works))
        {
            Assert.Equal(
                ConflictsOf(report),
                job.Result.Images.SelectMany(image =>
                        image.Conflicts.Select(conflict =>
                            TextOf(image.Name, conflict, ("32", truth.Ids), (name, workIds))
                        )
                    )
                    .Order(StringComparer.Ordinal)
            );
            AssertCounts(report, ComparisonSummary.Of(job.Result).Scores.Counts);
            Assert.Equal(SummaryOf(report).GetProperty("frame_count").GetInt32(), job.ValidatedFrames);
            Assert.Equal(last - first + 1, job.Frames);
        }

        AssertCounts(7, ComparisonSummary.Of(task.Result).Scores.Counts);
        Assert.Equal(
            SummaryOf(7).GetProperty("conflict_count").GetInt32(),
            result.Images.Sum(image => image.Conflicts.Length)
        );
        Assert.Equal(SummaryOf(7).GetProperty("frame_share").GetDouble(), task.FrameShare, 1e-12);
    }

    // Requirements without a filter say what the comparison holds for each type anyway; and labels part them without a rest.
    [RealDataFact]
    public void Requirements_of_whole_types_are_the_base_requirements()
    {
        using var annotations = Open("annotations.json");
        var jobs = annotations.RootElement.GetProperty("job");
        var truth = CvatJob.Read(jobs.GetProperty(TruthJob), Frames).Scene.Read("gt.xml");
        var work = CvatJob.Read(jobs.GetProperty(WorkJob), Frames).Scene.Read("work.xml");
        var roots = string.Join(
            ",\n",
            RequirementType.All.Select(type => $"{{\"name\": \"{type.Name}\", \"annotation_type\": \"{type.Name}\"}}")
        );
        var file = RequirementFile.Load(
            Encoding.UTF8.GetBytes(
                $$$"""
                {
                  "labels": {{{File.ReadAllText(RealData.PathOf($"{Assets}/labels.json"))}}},
                  "requirements": [
                    {{{roots}}},
                    {"name": "cats", "parent_requirement": "rectangle", "filter": "{\"==\":[{\"var\":\"shape.label\"},\"cat\"]}"},
                    {"name": "others", "parent_requirement": "rectangle", "filter": "{\"!=\":[{\"var\":\"shape.label\"},\"cat\"]}"},
                    {"name": "with x", "parent_requirement": "rectangle",
                     "filter": "{\"==\":[{\"var\":\"shape.attribute.name\"},\"x\"]}",
                     "attribute_comparison": {"rules": [{"spec_id": 13, "enabled": true}]}}
                  ]
                }
                """
            )
        );
        Assert.Empty(file.Problems);
        var request = new ComparisonRequest(truth, work, ComparisonProfiles.Cvat274);

        var results = DatasetComparison
            .Run(request with { Requirements = file.Requirements })
            .Requirements.ToDictionary(result => result.Requirement.Name);

        var compared = 0;
        foreach (var expected in DatasetComparison.Run(request).RequirementsOrBase())
        {
            var found = results[expected.Requirement.Name];
            Assert.Equal(expected.Score, found.Score);
            Assert.Equal(expected.IsComputed, found.IsComputed);
            Assert.Equal(
                expected.Result.Images.Select(image => string.Join('\n', image.Outcomes)),
                found.Result.Images.Select(image => string.Join('\n', image.Outcomes))
            );
            Assert.Equal(expected.Result.Types(), found.Result.Types());
            compared += expected.IsComputed ? 1 : 0;
        }

        // Tags, rectangles, skeletons and their points, points, polylines, masks, polygons, ellipses.
        Assert.True(compared >= 8, $"{compared} types have annotations");
        long Truths(string name) => ComparisonSummary.Of(results[name].Result).Scores.Counts.Truth;
        Assert.True(Truths("cats") > 0);
        Assert.Equal(Truths("rectangle"), Truths("cats") + Truths("others"));
        Assert.InRange(Truths("with x"), 1, Truths("rectangle"));
    }

    static void AssertCounts(int report, Counts counts)
    {
        var expected = SummaryOf(report);
        Assert.Equal(expected.GetProperty("valid_count").GetInt64(), counts.Valid);
        Assert.Equal(expected.GetProperty("total_count").GetInt64(), counts.Total);
        Assert.Equal(expected.GetProperty("gt_count").GetInt64(), counts.Truth);
        Assert.Equal(expected.GetProperty("ds_count").GetInt64(), counts.Work);
    }

    static JsonElement SummaryOf(int report)
    {
        using var reports = Open("quality_reports.json");
        return reports
            .RootElement.GetProperty("results")
            .EnumerateArray()
            .Single(each => each.GetProperty("id").GetInt32() == report)
            .GetProperty("summary")
            .Clone();
    }

    static (ComparisonResult Result, List<string> TruthIds, List<string> WorkIds) Compared(Func<string, bool> isThere)
    {
        using var annotations = Open("annotations.json");
        var jobs = annotations.RootElement.GetProperty("job");
        var truth = CvatJob.Read(jobs.GetProperty(TruthJob), Frames, isThere);
        var work = CvatJob.Read(jobs.GetProperty(WorkJob), Frames, isThere);
        return (Compare.Classic(truth.Scene, work.Scene), truth.Ids, work.Ids);
    }

    static List<string> ConflictsOf(int report)
    {
        using var conflicts = Open("quality_conflicts.json");
        return conflicts
            .RootElement.GetProperty("results")
            .EnumerateArray()
            .Where(conflict => conflict.GetProperty("report_id").GetInt32() == report)
            .Select(conflict =>
                $"{conflict.GetProperty("frame").GetInt32()} {conflict.GetProperty("type").GetString()} {conflict.GetProperty("severity").GetString()}"
                + string.Concat(
                    conflict
                        .GetProperty("annotation_ids")
                        .EnumerateArray()
                        .Select(id => (Job: id.GetProperty("job_id").GetInt32(), Text: IdText(id)))
                        .OrderBy(id => id.Job)
                        .Select(id => id.Text)
                )
            )
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    static string IdText(JsonElement id) =>
        $" {id.GetProperty("job_id").GetInt32()}:{(id.GetProperty("type").GetString() == "tag" ? "tag" : "")}{id.GetProperty("obj_id").GetInt32()}";

    static string TextOf(
        string image,
        Conflict conflict,
        (string Job, List<string> Ids) truth,
        (string Job, List<string> Ids) work
    )
    {
        var type = JsonNamingPolicy.SnakeCaseLower.ConvertName(conflict.Type.ToString());
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{int.Parse(Path.GetFileNameWithoutExtension(image), CultureInfo.InvariantCulture)} {type} {conflict.Severity.ToString().ToLowerInvariant()}"
        );
        if (conflict.Work >= 0)
            text.Append(CultureInfo.InvariantCulture, $" {work.Job}:{work.Ids[conflict.Work]}");
        if (conflict.Truth >= 0)
            text.Append(CultureInfo.InvariantCulture, $" {truth.Job}:{truth.Ids[conflict.Truth]}");
        return text.ToString();
    }

    static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(RealData.PathOf($"{Assets}/{name}")));
}
