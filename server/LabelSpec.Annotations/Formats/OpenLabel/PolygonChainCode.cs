using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.OpenLabel;

/// <summary>
/// Polylines written as chains of steps from pixel to pixel: <c>MODE_POLY2D_SRF6DCC</c>, whose values are x, y, number of filling
/// codes, codes; and <c>MODE_POLY2D_RS6FCC</c>: x, y, steps of code 6, steps of code 7, number of filling codes, codes. What the
/// codes mean is read off Vicomtech's VCD toolkit, version 5.0 (<c>vcd/poly2d.py</c>), whose own files hold polygons in both ways
/// of writing; the OpenLABEL specification only names the modes.
/// </summary>
/// <remarks>
/// Each character of the alphabet of base64 is two codes of three bits, the higher first. A direction is an eighth of a turn,
/// clockwise as seen, from that of x; the first is down. Codes 1 to 4 turn by +1, −1, +2, −2 eighths and step; 5 turns back;
/// 0 steps ahead; 6 and 7 step ahead several times, 3 and 15 in SRF6DCC.
/// </remarks>
static class PolygonChainCode
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const int Down = 2;

    static readonly (int Right, int Down)[] Steps =
    [
        (1, 0),
        (1, 1),
        (0, 1),
        (-1, 1),
        (-1, 0),
        (-1, -1),
        (0, -1),
        (1, -1),
    ];

    static readonly int[] Turns = [0, 1, -1, 2, -2];

    public static bool Is(string? mode) => mode is "MODE_POLY2D_SRF6DCC" or "MODE_POLY2D_RS6FCC";

    /// <summary>The vertices, one where the direction changes; false for what is no such chain.</summary>
    /// <param name="mode">One of the two modes.</param>
    /// <param name="values">The values, numbers as texts.</param>
    /// <param name="vertices">Gets x and y of each vertex.</param>
    public static bool TryDecode(string mode, JsonNode values, List<double> vertices)
    {
        var hasLengths = mode == "MODE_POLY2D_RS6FCC";
        var count = hasLengths ? 6 : 4;
        var numbers = new List<double>();
        if (!values.IsArray || values.Count != count || values[count - 1].Text is not { } codes)
            return false;
        for (var i = 0; i < count - 1; i++)
            numbers.Add(values[i].Number);
        // −1 stands for the length of a code that does not occur.
        if (numbers.Exists(number => number != Math.Floor(number) || Math.Abs(number) > int.MaxValue))
            return false;
        var filling = numbers[^1];
        return filling is 0 or 1
            && TryWalk(
                codes.AsSpan(),
                2 * codes.Length - (int)filling,
                hasLengths ? (numbers[2], numbers[3]) : (3, 15),
                (numbers[0], numbers[1]),
                vertices
            );
    }

    static bool TryWalk(
        ReadOnlySpan<char> codes,
        int count,
        (double Short, double Long) lengths,
        (double X, double Y) at,
        List<double> vertices
    )
    {
        vertices.AddRange([at.X, at.Y]);
        var (direction, walked) = (Down, -1);
        for (var i = 0; i < count; i++)
        {
            var pair = Alphabet.IndexOf(codes[i / 2], StringComparison.Ordinal);
            var code = i % 2 == 0 ? pair >> 3 : pair & 7;
            var steps =
                code == 6 ? lengths.Short
                : code == 7 ? lengths.Long
                : 1;
            if (pair < 0 || steps <= 0)
                return false;
            if (code == 5)
            {
                direction = (direction + 4) & 7;
                continue;
            }

            direction = (direction + (code < Turns.Length ? Turns[code] : 0)) & 7;
            at = (at.X + steps * Steps[direction].Right, at.Y + steps * Steps[direction].Down);
            if (walked == direction)
                vertices.RemoveRange(vertices.Count - 2, 2);
            vertices.AddRange([at.X, at.Y]);
            walked = direction;
        }

        return true;
    }
}
