using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Json;

public class JsonNumberTests
{
    [Fact]
    public void Any_number_reads_to_the_same_bits_as_the_library_reads_it()
    {
        var texts = Gen.OneOf(
            Gen.Double.Select(d => d.ToString("R", CultureInfo.InvariantCulture)),
            Gen.Double[-1e6, 1e6].Select(d => d.ToString("F2", CultureInfo.InvariantCulture)),
            Gen.Select(Gen.Long, Gen.Int[0, 20]).Select((l, d) => Shift(l, d)),
            Gen.Select(Gen.Int, Gen.Int[-330, 320]).Select((m, e) => $"{m}e{e}")
        );
        texts
            .Where(text => !text.Contains('N') && !text.Contains('I'))
            .Holds(
                text =>
                {
                    Assert.True(JsonNumber.TryParse(Encoding.UTF8.GetBytes(text + ","), out var value, out var length));
                    Assert.Equal(text.Length, length);
                    var expected = double.Parse(text, CultureInfo.InvariantCulture);
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
                },
                iter: 20_000
            );
    }

    [Fact]
    public void A_short_decimal_is_its_digits_over_a_power_of_ten()
    {
        Gen.Select(Gen.Int[-999_999_999, 999_999_999], Gen.Int[0, 9])
            .Select((number, decimals) => Shift(number, decimals))
            .Holds(
                text =>
                {
                    if (
                        !JsonNumber.TryParseDecimal(
                            Encoding.UTF8.GetBytes(text),
                            out var digits,
                            out var decimals,
                            out var length
                        )
                    )
                    {
                        // Ten digits with a leading zero, or a negative zero.
                        Assert.True(
                            text.Count(char.IsDigit) > 9 || double.Parse(text, CultureInfo.InvariantCulture) == 0
                        );
                        return;
                    }
                    Assert.Equal(text.Length, length);
                    Assert.Equal(
                        double.Parse(text, CultureInfo.InvariantCulture),
                        Model.RingPool.Value(digits, decimals)
                    );
                },
                iter: 20_000
            );
        Assert.False(JsonNumber.TryParseDecimal("1e3"u8, out _, out _, out _));
        Assert.False(JsonNumber.TryParseDecimal("-0.0"u8, out _, out _, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.False(JsonNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Theory]
    [InlineData("17", 17L)]
    [InlineData("-9223372036854775807", -9223372036854775807L)]
    [InlineData("17.0", 17L)]
    [InlineData("1e3", 1000L)]
    public void Integers_may_be_written_as_decimals(string text, long expected)
    {
        Assert.True(JsonNumber.TryParseInteger(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("17.5")]
    [InlineData("1e300")]
    [InlineData("92233720368547758070")]
    [InlineData("1-2")]
    public void Other_numbers_are_no_integers(string text) =>
        Assert.False(JsonNumber.TryParseInteger(Encoding.UTF8.GetBytes(text), out _));

    static string Shift(long number, int decimals)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(decimals + 1, '0');
        return (number < 0 ? "-" : "") + (decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}");
    }
}
