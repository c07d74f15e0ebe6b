using LabelSpec.LanguageServer.Features.Housekeeping;

namespace LabelSpec.LanguageServer.Tests.Features;

public sealed class QuietCollectorTests
{
    [Fact]
    public void It_collects_once_for_each_time_that_enough_was_left_behind()
    {
        var (allocated, times) = (0L, 0);
        using var collector = new QuietCollector(TimeSpan.FromHours(1), 100, () => allocated, () => times++);
        int[] counts =
        [
            .. new[] { 99, 100, 150, 199, 200, 1000 }.Select(bytes =>
            {
                allocated = bytes;
                collector.CollectIfWorthwhile();
                return times;
            }),
        ];
        Assert.Equal([0, 1, 1, 1, 2, 3], counts);
    }

    [Fact]
    public async Task It_waits_until_nothing_changes_any_more()
    {
        var collected = new TaskCompletionSource();
        using var collector = new QuietCollector(TimeSpan.FromMilliseconds(1), 1, () => 1, () => collected.SetResult());
        collector.Postpone();
        await collected.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void After_its_end_nothing_happens()
    {
        var collector = new QuietCollector(TimeSpan.Zero, 0, () => 1, () => Assert.Fail("it is over"));
        collector.Dispose();
        collector.Postpone();
    }
}
