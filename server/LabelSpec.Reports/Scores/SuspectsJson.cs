using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Problems;
using LabelSpec.Quality.Suspects;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>Probable errors of a ground truth for programs; <c>suspects.md</c> of Quality describes it.</summary>
public static class SuspectsJson
{
    public static void Write(SuspectReport report, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        WriteSuspects(json, report);
        json.WriteStartArray("images");
        foreach (var image in report.Images)
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name);
            json.WriteNumber("label_quality", image.Quality);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
        ScoreJson.WriteFindings(json, report.Findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteSuspects(Utf8JsonWriter json, SuspectReport report)
    {
        json.WriteStartArray("suspects");
        foreach (var suspect in report.Suspects)
        {
            json.WriteStartObject();
            json.WriteString("kind", SuspectWords.Of(suspect.Kind));
            json.WriteNumber("likelihood", suspect.Likelihood);
            json.WriteNumber("mistakenness", suspect.Mistakenness);
            ScoreJson.WriteNumber(json, "objectlab", suspect.ObjectLab);
            json.WriteNumber("iou", suspect.Overlap);
            json.WriteString("image", ScoreFinding.NameOfImage(suspect.Data.Truth, suspect.Image));
            if (suspect.Annotation >= 0)
                WriteShape(json, "annotation", suspect.Data.Truth, suspect.Annotation);
            if (suspect.Prediction >= 0)
                WriteShape(json, "prediction", suspect.Data.Predictions, suspect.Prediction);
            if (suspect.Other >= 0)
                WriteShape(json, "other", suspect.Data.Truth, suspect.Other);
            ScoreJson.WriteTexts(json, "rules", suspect.Rules);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteShape(Utf8JsonWriter json, string name, Dataset dataset, int row)
    {
        var rows = dataset.Annotations;
        var box = rows.Boxes[row];
        json.WriteStartObject(name);
        if ((rows.Flags[row] & AnnotationFlags.HasId) != 0)
            json.WriteString("id", dataset.IdTexts.Show(rows.Ids[row]));
        if (rows.Categories[row] >= 0)
            json.WriteString("class", dataset.Categories.NameOf(rows.Categories[row]));
        else
            json.WriteString("category_id", dataset.IdTexts.Show(rows.DanglingCategoryId(row)));
        ScoreJson.WriteNumbers(json, "bbox", [box.Left, box.Top, box.Width, box.Height]);
        if (!double.IsNaN(rows.Scores[row]))
            json.WriteNumber("score", rows.Scores[row]);
        json.WriteEndObject();
    }
}
