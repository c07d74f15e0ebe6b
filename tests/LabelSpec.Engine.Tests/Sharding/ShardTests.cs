using System.Text;
using CsCheck;
using LabelSpec.Engine.Sharding;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Sharding;

public class ShardTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/4", 2, 4)]
    [InlineData("100000/100000", 100_000, 100_000)]
    public void A_shard_is_written_as_number_of_count(string text, int number, int count)
    {
        Assert.True(Shard.TryParse(text, out var shard));
        Assert.Equal(new Shard(number, count), shard);
        Assert.Equal(text, shard.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("-1/4")]
    [InlineData("1/2/3")]
    [InlineData(" 1/2")]
    [InlineData("1/100001")]
    [InlineData("1/99999999999999999999")]
    public void Anything_else_is_none(string? text) => Assert.False(Shard.TryParse(text, out _));

    [Fact]
    public void Every_range_belongs_to_exactly_one_shard() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 50])
            .Holds(
                (range, count) =>
                    Assert.Single(Enumerable.Range(1, count), number => new Shard(number, count).Judges(range))
            );
}
