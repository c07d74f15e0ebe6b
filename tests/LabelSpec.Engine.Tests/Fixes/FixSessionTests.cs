using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Fixes;

public sealed class FixSessionTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("labelspec").FullName;

    string File => Path.Combine(folder, "a.json");

    [Fact]
    public void Safe_fixes_are_made_and_nothing_else_changes_by_a_byte()
    {
        Write("[600, 20, 100, 50]", "[10, 20, 40, 50]");

        var outcome = FixSession.Run(Request());

        Assert.Equal((1, 0), (outcome.Fixed, outcome.Remaining));
        Assert.Equal(Text("[600, 20, 40, 50]", "[10, 20, 40, 50]"), System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Fixes_that_overlap_are_made_one_round_after_the_other()
    {
        // Both the second and the third repeat the first; their commas overlap.
        Write("[10, 20, 40, 50]", "[10, 20, 40, 50]", "[10, 20, 40, 50]", "[10, 20, 40, 50]");

        var outcome = FixSession.Run(Request());

        Assert.Equal(0, outcome.Remaining);
        Assert.Equal(1, Read().Annotations.Count);
        Assert.DoesNotContain(Judge(Read()).Findings, finding => finding.Rule == "LS3601");
    }

    [Fact]
    public void Fixes_that_take_work_away_are_not_made_unasked()
    {
        Write("[700, 20, 40, 50]");
        var before = System.IO.File.ReadAllBytes(File);

        Assert.Equal(0, FixSession.Run(Request()).Fixed);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));

        var asked = FixRequest.OfFindings(Read, Judge, finding => finding.Fixes.FirstOrDefault());
        Assert.Equal(1, FixSession.Run(asked).Fixed);
        Assert.Equal(0, Read().Annotations.Count);
    }

    [Fact]
    public void A_dry_run_shows_the_change_and_makes_none()
    {
        Write("[600, 20, 100, 50]");
        var before = System.IO.File.ReadAllBytes(File);

        var outcome = FixSession.Run(Request() with { IsDryRun = true });

        Assert.Equal(1, outcome.Fixed);
        Assert.Contains("[600, 20, 40, 50]", Assert.Single(outcome.Files).Diff);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_dry_run_shows_what_all_rounds_together_would_do() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 500], Gen.Int[1, 120])
            .Array[1, 4]
            .Holds(
                boxes =>
                {
                    // Each box is there three times, so that repairs overlap and need several rounds.
                    Write([
                        .. boxes
                            .SelectMany(box => Enumerable.Repeat(box, 3))
                            .Select(box => $"[{box.Item1}, {box.Item2}, {box.Item3}, {box.Item3}]"),
                    ]);
                    var before = System.IO.File.ReadAllText(File);

                    var preview = FixSession.Run(Request() with { IsDryRun = true });
                    Assert.Equal(before, System.IO.File.ReadAllText(File));
                    var made = FixSession.Run(Request());

                    Assert.Equal((made.Fixed, made.Remaining), (preview.Fixed, preview.Remaining));
                    Assert.Equal(
                        System.IO.File.ReadAllText(File),
                        Patch.Apply(before, string.Concat(preview.Files.Select(file => file.Diff)))
                    );
                },
                iter: 40,
                threads: 1
            );

    [Fact]
    public void A_file_that_changed_meanwhile_is_refused()
    {
        Write("[600, 20, 100, 50]");
        var time = System.IO.File.GetLastWriteTimeUtc(File);
        var request = FixRequest.OfFindings(
            Read,
            dataset =>
            {
                var result = Judge(dataset);
                _ = result.Findings.ToArray();
                // Same length and same time: only the bytes tell.
                System.IO.File.WriteAllText(
                    File,
                    Text("[600, 20, 100, 50]").Replace("a.jpg", "b.jpg", StringComparison.Ordinal)
                );
                System.IO.File.SetLastWriteTimeUtc(File, time);
                return result;
            }
        );

        var outcome = FixSession.Run(request);

        Assert.NotNull(Assert.Single(outcome.Files).Refused);
        Assert.Contains("b.jpg", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Permissions_are_kept_and_no_file_is_left_beside()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("[600, 20, 100, 50]");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        FixSession.Run(Request());

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
            System.IO.File.GetUnixFileMode(File)
        );
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_fixed()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("[600, 20, 100, 50]");
        var real = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "real")).FullName, "b.json");
        System.IO.File.Move(File, real);
        System.IO.File.CreateSymbolicLink(File, real);

        FixSession.Run(Request());

        Assert.NotNull(new FileInfo(File).LinkTarget);
        Assert.Equal(Text("[600, 20, 40, 50]"), System.IO.File.ReadAllText(real));
    }

    [Fact]
    public void After_fixing_no_safe_fix_is_left_and_bytes_between_the_edits_are_as_before() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 500], Gen.Int[1, 120])
            .Array[1, 8]
            .Holds(
                boxes =>
                {
                    Write([.. boxes.Select(box => $"[{box.Item1}, {box.Item2}, {box.Item3}, {box.Item3}]")]);
                    var before = System.IO.File.ReadAllText(File);
                    var findings = Judge(Read()).Findings;
                    var edits = new EditSet();
                    foreach (var fix in findings.Select(finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe)))
                        if (fix is not null)
                            edits.TryAdd(fix);

                    FixSession.Run(Request() with { MostRounds = 1 });

                    Assert.Equal(Apply(before, edits), System.IO.File.ReadAllText(File));
                    FixSession.Run(Request());
                    Assert.DoesNotContain(Judge(Read()).Findings, finding => finding.Fixes.Any(fix => fix.IsSafe));
                },
                iter: 60,
                threads: 1
            );

    public void Dispose() => Directory.Delete(folder, recursive: true);

    FixRequest Request() => FixRequest.OfFindings(Read, Judge);

    Dataset Read(IReadOnlyDictionary<string, byte[]> texts) =>
        DatasetReader.Read([texts.TryGetValue(File, out var text) ? new ReadInput(File, text) : new ReadInput(File)]);

    Dataset Read() => DatasetReader.Read([File]);

    static AnalysisResult Judge(Dataset dataset) => Analysis.Run(new AnalysisRequest(dataset));

    void Write(params string[] boxes) => System.IO.File.WriteAllText(File, Text(boxes));

    static string Apply(string text, EditSet edits)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        foreach (var edit in edits.Files.SelectMany(file => edits.EditsOf(file)).Reverse())
        {
            bytes.RemoveRange((int)edit.Start, (int)(edit.End - edit.Start));
            bytes.InsertRange((int)edit.Start, Encoding.UTF8.GetBytes(edit.Text));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    static string Text(params string[] boxes)
    {
        var annotations = boxes.Select(
            (box, i) =>
                $$"""    {"id": {{i + 1}}, "image_id": 1, "category_id": 1,  "bbox": {{box}}, "note": "Größe"}"""
        );
        return $$"""
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}],
             "categories": [{"id": 1, "name": "car"}],
              "annotations": [
            {{string.Join(",\n", annotations)}}
              ]}

            """;
    }
}
