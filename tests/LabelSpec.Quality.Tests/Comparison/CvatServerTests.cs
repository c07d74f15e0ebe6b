using System.Globalization;
using System.Text;
using System.Text.Json;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>The annotations of CVAT's own server tests, with the typed conflicts that CVAT found in them.</summary>
public class CvatServerTests
{
    const string Assets = "cvat/cvat-tests/tests/python/shared/assets";
    const string TruthJob = "28";
    const string WorkJob = "27";

    /// <summary>The last report that CVAT computed of the two jobs.</summary>
    const int Report = 12;

    [RealDataFact]
    public void The_conflicts_are_those_that_CVAT_found()
    {
        var (result, truthIds, workIds) = Compared();
        var found = result
            .Images.SelectMany(image =>
                image.Conflicts.Select(conflict => TextOf(image.Name, conflict, truthIds, workIds))
            )
            .Order(StringComparer.Ordinal);
        Assert.Equal(Expected().Order(StringComparer.Ordinal), found);
    }

    [RealDataFact]
    public void The_counts_are_those_of_CVATs_report()
    {
        using var reports = Open("quality_reports.json");
        var expected = reports
            .RootElement.GetProperty("results")
            .EnumerateArray()
            .Single(report => report.GetProperty("id").GetInt32() == Report)
            .GetProperty("summary");
        var counts = ComparisonSummary.Of(Compared().Result).Scores.Counts;
        Assert.Equal(expected.GetProperty("valid_count").GetInt64(), counts.Valid);
        Assert.Equal(expected.GetProperty("total_count").GetInt64(), counts.Total);
        Assert.Equal(expected.GetProperty("gt_count").GetInt64(), counts.Truth);
        Assert.Equal(expected.GetProperty("ds_count").GetInt64(), counts.Work);
    }

    static (ComparisonResult Result, List<string> TruthIds, List<string> WorkIds) Compared()
    {
        using var annotations = Open("annotations.json");
        var jobs = annotations.RootElement.GetProperty("job");
        var truth = CvatJob.Read(jobs.GetProperty(TruthJob));
        var work = CvatJob.Read(jobs.GetProperty(WorkJob));
        return (Compare.Classic(truth.Scene, work.Scene), truth.Ids, work.Ids);
    }

    static List<string> Expected()
    {
        using var conflicts = Open("quality_conflicts.json");
        return
        [
            .. conflicts
                .RootElement.GetProperty("results")
                .EnumerateArray()
                .Where(conflict => conflict.GetProperty("report_id").GetInt32() == Report)
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
                ),
        ];
    }

    static string IdText(JsonElement id) =>
        $" {id.GetProperty("job_id").GetInt32()}:{(id.GetProperty("type").GetString() == "tag" ? "tag" : "")}{id.GetProperty("obj_id").GetInt32()}";

    static string TextOf(string image, Conflict conflict, List<string> truthIds, List<string> workIds)
    {
        var type = JsonNamingPolicy.SnakeCaseLower.ConvertName(conflict.Type.ToString());
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{int.Parse(Path.GetFileNameWithoutExtension(image), CultureInfo.InvariantCulture)} {type} {conflict.Severity.ToString().ToLowerInvariant()}"
        );
        if (conflict.Work >= 0)
            text.Append(CultureInfo.InvariantCulture, $" {WorkJob}:{workIds[conflict.Work]}");
        if (conflict.Truth >= 0)
            text.Append(CultureInfo.InvariantCulture, $" {TruthJob}:{truthIds[conflict.Truth]}");
        return text.ToString();
    }

    static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(RealData.PathOf($"{Assets}/{name}")));
}
