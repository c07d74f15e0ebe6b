using System.Text.Json;
using LabelSpec.Quality.Consensus;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Scores;

/// <summary>What was decided and what was not, for programs; <c>consensus.md</c> of Quality describes it.</summary>
public static class ConsensusJson
{
    public static void Write(ConsensusResult result, ReportContext context, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartObject();
        ScoreJson.WriteHead(json, context);
        json.WriteString("method", ConsensusWords.Of(result.Settings.Method));
        json.WriteNumber("quorum", result.Settings.Quorum);
        json.WriteNumber("overlap", result.Settings.Overlap);
        json.WriteNumber("images", result.Images.Length);
        json.WriteNumber("objects", result.Objects.Length);
        json.WriteStartArray("annotators");
        for (var i = 0; i < result.Annotators.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Annotators[i]);
            ScoreJson.WriteNumber(json, "skill", result.Skills[i]);
            ScoreJson.WriteUndefined(
                json,
                ("skill", result.Skills[i], "looked at no image in which anybody drew anything")
            );
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteReview(json, result);
        ScoreJson.WriteFindings(json, result.Findings);
        json.WriteEndObject();
        JsonOutput.Close(json, output);
    }

    static void WriteReview(Utf8JsonWriter json, ConsensusResult result)
    {
        json.WriteStartArray("review");
        foreach (var item in result.Review)
        {
            json.WriteStartObject();
            json.WriteString("kind", ConsensusWords.Of(item.Kind));
            json.WriteString("image", result.Images[item.Image].Name);
            if (item.Attribute is { } attribute)
                json.WriteString("attribute", attribute);
            json.WriteStartArray("candidates");
            foreach (var candidate in item.Candidates)
            {
                json.WriteStartObject();
                json.WriteString("answer", candidate.Answer);
                json.WriteNumber("score", candidate.Score);
                ScoreJson.WriteTexts(
                    json,
                    "annotators",
                    candidate.Annotators.Select(annotator => result.Annotators[annotator])
                );
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMembers(json, item, result);
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteMembers(Utf8JsonWriter json, ReviewItem item, ConsensusResult result)
    {
        json.WriteStartArray("members");
        foreach (var (annotator, row) in item.Members)
        {
            var dataset = result.DatasetOf(item.Image, annotator);
            var box = dataset.Annotations.Boxes[row];
            json.WriteStartObject();
            json.WriteString("annotator", result.Annotators[annotator]);
            json.WriteString("id", dataset.IdTexts.Show(dataset.Annotations.Ids[row]));
            if (box.IsFinite)
            {
                json.WriteStartArray("bbox");
                foreach (var number in new[] { box.Left, box.Top, box.Width, box.Height })
                    json.WriteNumberValue(number);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
