namespace LabelSpec.Cli.Tests;

/// <summary><c>labelspec test</c>.</summary>
public sealed class TestCommandTests
{
    const string Guideline = """
        guideline cars version "1.0.0"

        /// Anything on four wheels.
        class car { shape box }

        rule not_tiny: warning {
          for c: car
          require c.width >= 2px
        }

        rule not_flat: warning {
          for c: car
          require c.height >= 2px
        }

        test "a speck is caught" {
          image 100 x 100
          c: car box 10 10 1 20
          expect not_tiny at c
        }

        """;

    const string Failing = """

        test "a wide car is too small" {
          image 100 x 100
          c: car box 10 10 50 20
          expect not_tiny at c
        }

        """;

    [Fact]
    public void Passing_tests_are_counted_and_uncovered_rules_named()
    {
        using var scratch = new Scratch();
        scratch.Write("cars.labelspec", Guideline);
        var outcome = scratch.Run("test").Exits(0);
        Assert.Contains("never violated in a test: not_flat\n", outcome.Output);
        Assert.EndsWith("1 passed, 0 failed\n", outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void A_failing_test_is_shown_with_its_place_and_reason()
    {
        using var scratch = new Scratch();
        scratch.Write("cars.labelspec", Guideline + Failing);
        var outcome = scratch.Run("test", "cars.labelspec").Exits(1);
        Assert.Contains("cars.labelspec:22:1: failed test \"a wide car is too small\"\n", outcome.Output);
        Assert.Contains("    cars.labelspec:25:3: Expected not_tiny at c", outcome.Output);
        Assert.EndsWith("1 passed, 1 failed\n", outcome.Output);
    }

    [Fact]
    public void A_broken_guideline_is_not_tested()
    {
        using var scratch = new Scratch();
        scratch.Write("cars.labelspec", Guideline.Replace("for c: car", "for c: carr"));
        var outcome = scratch.Run("test").Exits(2);
        Assert.Empty(outcome.Output);
        Assert.Contains("cars.labelspec:7:10: error[LS1", outcome.Error);
        scratch.Run("test", "missing.labelspec").Exits(2);
    }

    [Fact]
    public void Scenes_are_drawn_one_picture_each()
    {
        using var scratch = new Scratch();
        scratch.Write("cars.labelspec", Guideline + Failing);
        scratch.Run("test", "--picture", "scenes/all").Exits(1);
        var files = Directory.GetFiles(scratch["scenes/all"]).Select(Path.GetFileName).Order();
        Assert.Equal(["001-a-speck-is-caught.png", "002-a-wide-car-is-too-small.png"], files);
        var png = File.ReadAllBytes(scratch["scenes/all/001-a-speck-is-caught.png"]);
        Assert.Equal(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, png[..4]);
    }
}
