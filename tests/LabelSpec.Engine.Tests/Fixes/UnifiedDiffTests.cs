using System.Collections.Immutable;
using System.Text;
using CsCheck;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Fixes;

public class UnifiedDiffTests
{
    [Fact]
    public void One_changed_line_is_shown_with_three_lines_of_context()
    {
        var diff = UnifiedDiff.Of("f.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n"u8, [new("f.txt", 8, 9, "five")]);

        Assert.Equal("--- a/f.txt\n+++ b/f.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", diff);
    }

    [Fact]
    public void Lines_between_edits_of_one_hunk_are_context()
    {
        var diff = UnifiedDiff.Of("f", "1\n2\n3\n4\n5\n6\n"u8, [new("f", 2, 3, "two"), new("f", 6, 7, "four")]);

        Assert.Equal("--- a/f\n+++ b/f\n@@ -1,6 +1,6 @@\n 1\n-2\n+two\n 3\n-4\n+four\n 5\n 6\n", diff);
    }

    [Fact]
    public void A_removed_line_leaves_the_lines_around_it_as_context()
    {
        var diff = UnifiedDiff.Of("f", "a\nb\nc\n"u8, [new("f", 1, 3, "")]);
        Assert.Equal("--- a/f\n+++ b/f\n@@ -1,3 +1,2 @@\n a\n-b\n c\n", diff);
    }

    [Fact]
    public void A_missing_line_end_at_the_end_of_the_file_is_said()
    {
        var diff = UnifiedDiff.Of("f", "a"u8, [new("f", 0, 1, "b")]);
        Assert.Equal(
            "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
            diff
        );
    }

    [Fact]
    public void A_very_long_line_is_shown_as_a_window_around_the_edit()
    {
        var text = new string('x', 3000) + "\"bbox\": [1, 2, 3, 4]" + new string('y', 3000);
        var at = 3000 + "\"bbox\": [".Length;

        var diff = UnifiedDiff.Of("f", Encoding.UTF8.GetBytes(text), [new("f", at, at + 1, "0")]);

        Assert.Contains("@@ line 1, byte 3009 @@", diff);
        Assert.Contains("xxx\"bbox\": [1, 2, 3, 4]yyy", diff);
        Assert.Contains("xxx\"bbox\": [0, 2, 3, 4]yyy", diff);
        Assert.True(diff.Length < 600);
    }

    [Fact]
    public void A_diff_applied_to_the_old_text_gives_the_new_text() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 60], Gen.Select(Gen.Int[0, 80], Gen.Int[0, 12], Gen.Int[0, 6]).Array[1, 6])
            .Holds(
                (letters, wishes) =>
                {
                    var text = string.Concat(letters.Select(letter => "ab\n\n"[letter]));
                    var edits = Edits(text, wishes);
                    var expected = Apply(text, edits);
                    var diff = UnifiedDiff.Of("f", Encoding.UTF8.GetBytes(text), edits);
                    Assert.Equal(expected, Patch.Apply(text, diff));
                },
                iter: 2000
            );

    static ImmutableArray<FileEdit> Edits(string text, (int At, int Length, int Insert)[] wishes)
    {
        var set = new EditSet();
        foreach (var (at, length, insert) in wishes)
        {
            var start = Math.Min(at, text.Length);
            var inserted = string.Concat(Enumerable.Repeat("c\n", insert))[..insert];
            set.TryAdd(new("", [new("f", start, Math.Min(start + length, text.Length), inserted)]));
        }

        return set.EditsOf("f");
    }

    static string Apply(string text, ImmutableArray<FileEdit> edits)
    {
        foreach (var edit in edits.Reverse())
            text = text[..(int)edit.Start] + edit.Text + text[(int)edit.End..];
        return text;
    }
}
