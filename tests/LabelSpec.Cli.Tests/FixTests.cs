namespace LabelSpec.Cli.Tests;

public sealed class FixTests
{
    // The box of annotation 3 leaves the image on the right by 10 pixels.
    const string Outside = "\"bbox\": [90, 10, 20, 20]";

    [Fact]
    public void A_dry_run_prints_a_diff_and_changes_nothing()
    {
        using var scratch = Data();
        var before = File.ReadAllBytes(scratch["data.json"]);
        var outcome = scratch.Run("fix", "--dry-run", "--rule", "LS3203", "data.json").Exits(0);
        Assert.StartsWith("--- a/data.json\n+++ b/data.json\n@@ ", outcome.Output);
        Assert.Contains("\n-", outcome.Output);
        Assert.Contains("\n+", outcome.Output);
        Assert.Equal(before, File.ReadAllBytes(scratch["data.json"]));
    }

    [Fact]
    public void The_dry_run_is_what_the_fix_does_and_patch_agrees()
    {
        using var scratch = Data();
        scratch.Write("copy.json", File.ReadAllText(scratch["data.json"]));
        var diff = scratch.Run("fix", "--dry-run", "--rule", "LS3203", "data.json").Output;
        scratch.Run("fix", "--rule", "LS3203", "data.json").Exits(0);
        scratch.Write("data.diff", diff.Replace("data.json", "copy.json"));
        using var patch = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("git", ["apply", "data.diff"]) { WorkingDirectory = scratch.Folder }
        )!;
        patch.WaitForExit();
        Assert.Equal(0, patch.ExitCode);
        Assert.Equal(File.ReadAllText(scratch["data.json"]), File.ReadAllText(scratch["copy.json"]));
    }

    [Fact]
    public void A_fix_changes_the_annotation_and_not_a_byte_besides()
    {
        using var scratch = Data();
        var before = File.ReadAllText(scratch["data.json"]);
        scratch.Run("check", "--rule", "LS3203", "--fail-on", "warning", "data.json").Exits(1);
        var outcome = scratch.Run("fix", "--rule", "LS3203", "data.json").Exits(0);
        Assert.StartsWith("data.json: ", outcome.Output);
        var after = File.ReadAllText(scratch["data.json"]);
        Assert.Contains(Outside, before);
        Assert.DoesNotContain(Outside, after);
        Assert.Equal(before.Split('\n')[..8], after.Split('\n')[..8]);
        Assert.Equal(before.Split('\n')[9..], after.Split('\n')[9..]);
        scratch.Run("check", "--rule", "LS3203", "--fail-on", "warning", "data.json").Exits(0);
    }

    [Fact]
    public void What_cannot_be_repaired_is_left_and_said()
    {
        using var scratch = Data();
        var outcome = scratch.Run("fix", "data.json").Exits(1);
        Assert.Contains("1 finding left", outcome.Error);
        scratch.Run("fix", "missing.json").Exits(3);
    }

    static Scratch Data()
    {
        var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        return scratch;
    }
}
