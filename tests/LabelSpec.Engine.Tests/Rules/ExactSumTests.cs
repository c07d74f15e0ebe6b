using System.Numerics;
using CsCheck;
using LabelSpec.Engine.Rules.Aggregates;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

public class ExactSumTests
{
    [Fact]
    public void A_sum_is_the_exact_sum_rounded_once() =>
        Gen.Double[-1e300, 1e300]
            .Array[0, 40]
            .Select(Gen.Int[-300, 300].Array[0, 40])
            .Holds(
                (numbers, exponents) =>
                {
                    double[] all =
                    [
                        .. numbers,
                        .. exponents.Select((e, i) => Math.ScaleB(1 + i / 7.0, e) * (i % 2 * 2 - 1)),
                    ];
                    var sum = new ExactSum();
                    foreach (var number in all)
                        sum.Add(number);
                    Assert.Equal(Exact(all), sum.Value);
                },
                iter: 300
            );

    [Fact]
    public void Parts_add_up_to_the_whole_in_any_order() =>
        Gen.Double[-1e9, 1e9]
            .Array[1, 60]
            .Holds(
                numbers =>
                {
                    var whole = new ExactSum();
                    foreach (var number in numbers)
                        whole.Add(number);
                    var (left, right) = (new ExactSum(), new ExactSum());
                    for (var i = numbers.Length - 1; i >= 0; i--)
                        (i % 3 == 0 ? left : right).Add(numbers[i]);
                    var joined = ExactSum.FromState(right.ToState());
                    joined.Add(left);
                    Assert.Equal(whole.ToState(), joined.ToState());
                },
                iter: 200
            );

    [Theory]
    [InlineData(new[] { 1e308, 1e308, -1e308, -1e308, 1.5 }, 1.5)]
    [InlineData(new[] { 1, 1e100, 1, -1e100 }, 2)]
    [InlineData(new[] { 5e-324, 5e-324 }, 1e-323)]
    [InlineData(new[] { 0.1, 0.2, -0.3 }, 2.7755575615628914E-17)]
    [InlineData(new double[0], 0)]
    public void Cancellation_loses_nothing(double[] numbers, double expected)
    {
        var sum = new ExactSum();
        foreach (var number in numbers)
            sum.Add(number);
        Assert.Equal(expected, sum.Value);
    }

    // In units of the smallest double, as whole numbers.
    static double Exact(double[] numbers)
    {
        var total = BigInteger.Zero;
        foreach (var number in numbers)
        {
            var bits = BitConverter.DoubleToInt64Bits(number);
            var exponent = (int)((bits >> 52) & 0x7FF);
            var mantissa = bits & 0xFFFFFFFFFFFFF;
            var scaled = exponent == 0 ? mantissa : new BigInteger(mantissa | (1L << 52)) << (exponent - 1);
            total += number < 0 ? -scaled : scaled;
        }
        if (total.IsZero)
            return 0;
        var magnitude = BigInteger.Abs(total);
        var excess = Math.Max(0, (int)magnitude.GetBitLength() - 53);
        var rounded = magnitude >> excess;
        var rest = magnitude - (rounded << excess);
        var half = excess == 0 ? BigInteger.Zero : BigInteger.One << (excess - 1);
        if (excess > 0 && (rest > half || rest == half && !rounded.IsEven))
            rounded++;
        var value = Math.ScaleB((double)rounded, excess - 1074);
        return total.Sign < 0 ? -value : value;
    }
}
