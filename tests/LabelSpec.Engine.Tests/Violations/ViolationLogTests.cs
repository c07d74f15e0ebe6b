using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Tests.Violations;

public class ViolationLogTests
{
    [Fact]
    public void Logs_of_two_workers_add_up()
    {
        var first = new ViolationLog(2);
        var second = new ViolationLog(2);
        first.Violated(0, Violation.OfAnnotation(3));
        first.Satisfied(1, 5);
        second.Violated(1, Violation.OfImage(4));
        second.Satisfied(1);
        second.Undecidable(0);

        first.Add(second);

        Assert.Equal([1L, 1L], [first.ViolatedOf(0), first.ViolatedOf(1)]);
        Assert.Equal([0L, 6L], [first.SatisfiedOf(0), first.SatisfiedOf(1)]);
        Assert.Equal(1, first.UndecidableOf(0));
        Assert.Equal([(0, 3), (1, 4)], first.Violations.Select(violation => (violation.Source, violation.Subject)));
    }
}
