using System.Runtime.Versioning;
using System.Text;

namespace LabelSpec.Cli.Tests;

public sealed class FormatTests
{
    const string Untidy = "guideline g version \"1.0.0\"\n\n\n\nclass   car{  // fast\n id 3 }\n";

    [Fact]
    public void Formatting_changes_files_and_names_them_and_twice_equals_once()
    {
        using var scratch = new Scratch();
        scratch.Write("a.labelspec", Untidy);
        scratch.Write("deep/b.labelspec", Untidy);
        scratch.Write("deep/c.txt", Untidy);
        Assert.Equal("a.labelspec\ndeep/b.labelspec\n", scratch.Run("format").Exits(0).Output);
        Assert.Contains("class car {", File.ReadAllText(scratch["a.labelspec"]));
        Assert.Contains("// fast", File.ReadAllText(scratch["a.labelspec"]));
        Assert.Equal(Untidy, File.ReadAllText(scratch["deep/c.txt"]));
        Assert.Empty(scratch.Run("format").Exits(0).Output);
    }

    [Fact]
    public void Check_names_what_would_change_and_changes_nothing()
    {
        using var scratch = new Scratch();
        scratch.Write("a.labelspec", Untidy);
        Assert.Equal("a.labelspec\n", scratch.Run("format", "--check").Exits(1).Output);
        Assert.Equal(Untidy, File.ReadAllText(scratch["a.labelspec"]));
        scratch.Run("format", "a.labelspec").Exits(0);
        Assert.Empty(scratch.Run("format", "--check", "a.labelspec").Exits(0).Output);
    }

    [Fact]
    public void Standard_input_goes_to_standard_output()
    {
        using var scratch = new Scratch();
        scratch.Write("a.labelspec", Untidy);
        scratch.Run("format", "a.labelspec").Exits(0);
        var piped = new Labelspec.Invocation { Arguments = ["format", "-"], Input = Untidy }
            .Run()
            .Exits(0);
        Assert.Equal(File.ReadAllText(scratch["a.labelspec"]), piped.Output);
        Assert.Empty(piped.Error);
        var check = new Labelspec.Invocation { Arguments = ["format", "--check", "-"], Input = Untidy }.Run();
        Assert.Empty(check.Exits(1).Output);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_byte_order_mark_and_rights_of_the_file_stay()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["a.labelspec"], Untidy, new UTF8Encoding(true));
        File.SetUnixFileMode(scratch["a.labelspec"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        scratch.Run("format", "a.labelspec").Exits(0);
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, File.ReadAllBytes(scratch["a.labelspec"])[..3]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scratch["a.labelspec"]));
    }

    [Theory]
    [InlineData("format")]
    [InlineData("format", "--check")]
    public void Syntax_errors_are_reported_and_left_and_the_rest_is_formatted(params string[] command)
    {
        using var scratch = new Scratch();
        const string broken = "class   car{ id   3 }\n\nrule  r { for  a car }\n";
        scratch.Write("a.labelspec", broken);

        var outcome = scratch.Run([.. command, "a.labelspec"]).Exits(2);

        Assert.Contains("a.labelspec:3:", outcome.Error);
        Assert.Contains("error[LS0", outcome.Error);
        Assert.Contains("left as it is", outcome.Error);
        var after = File.ReadAllText(scratch["a.labelspec"]);
        Assert.Contains("for  a car", after);
        Assert.Equal(command.Length == 1, after.Contains("class car {"));
    }

    [Fact]
    public void What_cannot_be_read_is_left_as_it_is()
    {
        using var scratch = new Scratch();
        byte[] broken = [.. "class   car"u8, 0xFF, .. " { }"u8];
        File.WriteAllBytes(scratch["a.labelspec"], broken);
        Assert.Contains("not UTF-8 at byte 11", scratch.Run("format", "a.labelspec").Exits(3).Error);
        Assert.Equal(broken, File.ReadAllBytes(scratch["a.labelspec"]));
        Assert.StartsWith("labelspec: ", scratch.Run("format", "missing.labelspec").Exits(3).Error);
    }
}
