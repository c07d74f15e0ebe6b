using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Fixes;
using LabelSpec.Grammar;
using LabelSpec.Reports;
using LabelSpec.Reports.Json;

namespace LabelSpec.Fuzz.Tests;

/// <summary>
/// The reader of a format, and all that works on what it read: it ends without an exception, says the same twice, points into
/// the file, is judged by every check, and what is repaired is in order afterwards.
/// </summary>
sealed class ReaderTarget(IAnnotationFormat format) : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() =>
        // Pictures: those whose pixels are read, and those of which the place alone counts.
        format.Id.EndsWith("-png", StringComparison.Ordinal)
            ? Corpus.PicturesOf(format.Id)
        : format.Id == "classfolder" ? Corpus.Files("*.jpg", "tests")
        : Corpus.OfFormat(format.Id)
    );

    public string Name => format.Id;

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public int Repaired { get; private set; }

    public void Examine(FuzzCase one)
    {
        // Detectors see every file.
        DatasetReader.Read([new ReadInput(one.Path, one.Bytes)], new ReadOptions { Threads = 1 });

        var dataset = Read(one.Path, one.Bytes);
        Assert.Equal(DatasetText.Of(dataset), DatasetText.Of(Read(one.Path, one.Bytes)));
        foreach (var problem in dataset.Problems)
        {
            var length = problem.Span.IsNone ? 0 : dataset.Files[problem.Span.File].Bytes.Length;
            Assert.True(
                problem.Span.IsNone || (problem.Span.Start >= 0 && problem.Span.End <= length),
                $"{problem.Code} at {problem.Span} of {length}"
            );
        }

        var result = Judge(dataset);
        foreach (var finding in result.Findings)
        {
            var at = finding.Location;
            Assert.True(
                at is { Start: >= 0, Line: > 0, Column: > 0 }
                    && at.End >= at.Start
                    && at.End <= dataset.Files.Where(file => file.Path == at.File).Max(file => file.Bytes.Length)
                    && (at.EndLine, at.EndColumn).CompareTo((at.Line, at.Column)) >= 0,
                $"{finding.Rule} at {at}"
            );
        }

        new JsonReport().Write(result, new ReportContext { ToolVersion = "0" }, Stream.Null);
        if (dataset.Files.Length == 1)
            Repair(one, result);
    }

    void Repair(FuzzCase one, AnalysisResult before)
    {
        if (!before.Findings.Any(finding => finding.Fixes.Any(fix => fix.IsSafe)))
            return;
        Repaired++;
        var last = before;
        var outcome = FixSession.Run(
            FixRequest.OfFindings(
                texts => Read(one.Path, texts.GetValueOrDefault(one.Path, one.Bytes)),
                dataset => last = Judge(dataset)
            ) with
            {
                IsDryRun = true,
            }
        );
        Assert.True(outcome.Remaining == 0, $"{outcome.Remaining} repairs are left after {outcome.Fixed}");

        // A repair may bring to light what hid behind it, but it never breaks the file.
        var known = before.Findings.Select(finding => finding.Rule).ToHashSet();
        Assert.DoesNotContain(
            last.Findings,
            finding =>
                finding.Severity == Severity.Error
                && finding.Rule.StartsWith("LS2", StringComparison.Ordinal)
                && !known.Contains(finding.Rule)
        );
    }

    Dataset Read(string path, byte[] bytes) =>
        DatasetReader.Read([new ReadInput(path, bytes)], new ReadOptions { Format = format, Threads = 1 });

    static AnalysisResult Judge(Dataset dataset) => Analysis.Run(new AnalysisRequest(dataset) { Threads = 1 });
}
