using CsCheck;
using LabelSpec.Quality.Matching;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Matching;

public class OptimalAssignmentTests
{
    // Whole numbers make many equal sums; infinity forbids.
    static readonly Gen<double> Costs = Gen.Frequency(
        (6, Gen.Int[-5, 9].Select(i => (double)i)),
        (3, Gen.Double[0, 1]),
        (1, Gen.Const(double.PositiveInfinity))
    );

    [Fact]
    public void The_sum_is_the_smallest_of_all_assignments_with_most_pairs() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5])
            .SelectMany((rows, columns) => Costs.Array[rows * columns].Select(costs => (costs, rows, columns)))
            .Holds(
                problem =>
                {
                    var (costs, rows, columns) = problem;
                    var assigned = OptimalAssignment.Minimise(costs, rows, columns);
                    var used = assigned.Where(column => column >= 0).ToArray();
                    Assert.Equal(used.Length, used.Distinct().Count());
                    var sum = assigned.Select((column, row) => column < 0 ? 0 : costs[row * columns + column]).Sum();
                    var (pairs, best) = ByExhaustion(costs, columns, 0, rows, 0);
                    Assert.Equal(pairs, used.Length);
                    Assert.Equal(best, sum, 1e-9);
                },
                iter: 2000
            );

    [Fact]
    public void Transposed_and_negated_problems_have_the_same_sum() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30])
            .SelectMany((rows, columns) => Gen.Double[0, 1].Array[rows * columns].Select(c => (c, rows, columns)))
            .Holds(
                problem =>
                {
                    var (costs, rows, columns) = problem;
                    var transposed = new double[costs.Length];
                    for (var i = 0; i < costs.Length; i++)
                        transposed[i % columns * rows + i / columns] = costs[i];
                    var sum = Sum(OptimalAssignment.Minimise(costs, rows, columns), costs, columns);
                    Assert.Equal(
                        sum,
                        Sum(OptimalAssignment.Minimise(transposed, columns, rows), transposed, rows),
                        1e-9
                    );
                    double[] negated = [.. costs.Select(c => -c)];
                    Assert.Equal(sum, Sum(OptimalAssignment.Maximise(negated, rows, columns), costs, columns), 1e-9);
                },
                iter: 100
            );

    [Fact]
    public void A_known_problem_has_its_known_solution() =>
        // The example of SciPy's documentation: 1 + 2 + 2.
        Assert.Equal([1, 0, 2], OptimalAssignment.Minimise([4, 1, 3, 2, 0, 5, 3, 2, 2], 3, 3));

    [Fact]
    public void Costs_that_are_no_rectangle_are_refused() =>
        Assert.Throws<ArgumentException>(() => OptimalAssignment.Minimise([1, 2, 3], 2, 2));

    [Fact]
    public void Nothing_is_assigned_where_everything_is_forbidden() =>
        Assert.Equal([-1, -1], OptimalAssignment.Minimise([double.NaN, double.PositiveInfinity], 2, 1));

    static double Sum(int[] assigned, double[] costs, int columns) =>
        assigned.Select((column, row) => column < 0 ? 0 : costs[row * columns + column]).Sum();

    // Most pairs first, then the smallest sum.
    static (int Pairs, double Sum) ByExhaustion(double[] costs, int columns, int row, int rows, int usedColumns)
    {
        if (row == rows)
            return (0, 0);
        var best = ByExhaustion(costs, columns, row + 1, rows, usedColumns);
        for (var column = 0; column < columns; column++)
        {
            var cost = costs[row * columns + column];
            if ((usedColumns >> column & 1) != 0 || !double.IsFinite(cost))
                continue;
            var (pairs, sum) = ByExhaustion(costs, columns, row + 1, rows, usedColumns | 1 << column);
            if (pairs + 1 > best.Pairs || (pairs + 1 == best.Pairs && sum + cost < best.Sum))
                best = (pairs + 1, sum + cost);
        }

        return best;
    }
}
