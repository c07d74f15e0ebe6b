using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Tests;

/// <summary>Reads texts as if they were files, and shows problems in one line each.</summary>
static class Read
{
    public static Dataset Json(string text, string path = "a.json") => Bytes(Encoding.UTF8.GetBytes(text), path);

    public static Dataset Bytes(byte[] bytes, string path = "a.json", int threads = 2) =>
        DatasetReader.Read([new ReadInput(path, bytes)], new ReadOptions { Threads = threads });

    public static string Show(Dataset dataset, ReadProblem problem) =>
        $"{dataset.PositionOf(problem.Span)} {problem.Code} x{problem.Count}";

    public static string[] Problems(Dataset dataset) => [.. dataset.Problems.Select(problem => Show(dataset, problem))];

    public static string Text(Dataset dataset, Annotations.Sources.SourceSpan span) =>
        Encoding.UTF8.GetString(dataset.Files[span.File].Bytes.Slice(span.Start, span.Length));
}
