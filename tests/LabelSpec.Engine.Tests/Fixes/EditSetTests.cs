using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;

namespace LabelSpec.Engine.Tests.Fixes;

public class EditSetTests
{
    readonly EditSet edits = new();

    [Fact]
    public void Edits_of_one_file_come_out_in_order_of_position()
    {
        Assert.True(edits.TryAdd(Replace(10, 12, "b")));
        Assert.True(edits.TryAdd(Replace(2, 4, "a")));

        Assert.Equal(["a", "b"], edits.EditsOf("f").Select(edit => edit.Text));
    }

    [Theory]
    [InlineData(4, 6)]
    [InlineData(0, 5)]
    [InlineData(0, 20)]
    [InlineData(7, 12)]
    [InlineData(5, 10)]
    public void TryAdd_refuses_an_overlapping_edit(long start, long end)
    {
        Assert.True(edits.TryAdd(Replace(4, 10, "first")));
        Assert.False(edits.TryAdd(Replace(start, end, "second")));
        Assert.Single(edits.EditsOf("f"));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(10, 12)]
    public void TryAdd_accepts_an_edit_that_only_touches(long start, long end)
    {
        Assert.True(edits.TryAdd(Replace(4, 10, "first")));
        Assert.True(edits.TryAdd(Replace(start, end, "second")));
    }

    [Fact]
    public void Two_insertions_at_one_place_conflict()
    {
        Assert.True(edits.TryAdd(Replace(4, 4, "first")));
        Assert.False(edits.TryAdd(Replace(4, 4, "second")));
    }

    [Fact]
    public void The_same_edit_twice_is_one_edit()
    {
        Assert.True(edits.TryAdd(Replace(4, 9, "")));
        Assert.True(edits.TryAdd(Replace(4, 9, "")));
        Assert.Single(edits.EditsOf("f"));
    }

    [Fact]
    public void A_fix_with_one_conflicting_edit_is_refused_whole()
    {
        edits.TryAdd(Replace(4, 9, ""));
        Assert.False(edits.TryAdd(new Fix("two", [new("f", 20, 21, "x"), new("f", 8, 10, "y")])));
        Assert.Single(edits.EditsOf("f"));
    }

    [Fact]
    public void Files_do_not_disturb_one_another()
    {
        edits.TryAdd(new Fix("b", [new("b", 1, 5, "")]));
        Assert.True(edits.TryAdd(new Fix("a", [new("a", 2, 3, "")])));
        Assert.Equal(["a", "b"], edits.Files);
    }

    static Fix Replace(long start, long end, string text) => new("fix", [new("f", start, end, text)]);
}
