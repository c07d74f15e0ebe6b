using LabelSpec.Annotations.Building;

namespace LabelSpec.Annotations.Tests.Building;

public class OrderedWorkTests
{
    [Fact]
    public void Results_are_accepted_one_at_a_time_in_the_order_of_their_numbers()
    {
        var accepted = new List<int>();
        var inside = 0;
        OrderedWork<string>.Run(
            500,
            threads: 4,
            ahead: 8,
            piece => $"{piece}",
            result =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                accepted.Add(int.Parse(result));
                Interlocked.Decrement(ref inside);
                return true;
            }
        );
        Assert.Equal(Enumerable.Range(0, 500), accepted);
    }

    [Fact]
    public void Others_go_on_while_a_result_is_accepted()
    {
        using var isAccepting = new ManualResetEventSlim();
        using var later = new ManualResetEventSlim();
        OrderedWork<string>.Run(
            8,
            threads: 2,
            ahead: 8,
            piece =>
            {
                if (piece == 1)
                    isAccepting.Wait();
                if (piece == 3)
                    later.Set();
                return $"{piece}";
            },
            result =>
            {
                if (result != "0")
                    return true;
                isAccepting.Set();
                // Set only by a thread that is not held up by this one.
                return later.Wait(TimeSpan.FromSeconds(30)) ? true : throw new TimeoutException();
            }
        );
    }

    [Fact]
    public void What_is_not_wanted_any_more_ends_everything()
    {
        var accepted = 0;
        OrderedWork<string>.Run(100, threads: 3, ahead: 4, piece => $"{piece}", _ => ++accepted < 10);
        Assert.Equal(10, accepted);
    }

    [Fact]
    public void An_exception_reaches_the_caller() =>
        Assert.Throws<InvalidDataException>(() =>
            OrderedWork<string>.Run(
                100,
                threads: 3,
                ahead: 4,
                piece => $"{piece}",
                result => result == "20" ? throw new InvalidDataException() : true
            )
        );
}
