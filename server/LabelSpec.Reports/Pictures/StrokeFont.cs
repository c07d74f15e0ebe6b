using System.Collections.Frozen;

namespace LabelSpec.Reports.Pictures;

/// <summary>
/// Letters drawn as lines. A bare machine has no fonts, and the same picture must come out on every machine.
/// </summary>
public static class StrokeFont
{
    /// <summary>Units from one letter to the next, of which a capital is <see cref="CapHeight"/> high.</summary>
    const double Advance = 5.6;

    const double CapHeight = 6;

    // For each letter its strokes, separated by spaces; a stroke is a chain of points, two digits each: x from 0 to 4,
    // y from 0 (top of capitals) over 2 (top of small letters) and 6 (the line) to 8 (descenders).
    static readonly FrozenDictionary<char, string> Glyphs = new Dictionary<char, string>
    {
        ['!'] = "2024 2626",
        ['"'] = "1012 3032",
        ['#'] = "1016 3036 0242 0444",
        ['$'] = "413010010213334445361605 2026",
        ['%'] = "4006 0010110100 3545463635",
        ['&'] = "4612112031320405162644",
        ['\''] = "2022",
        ['('] = "30212536",
        [')'] = "10212516",
        ['*'] = "2125 0244 4204",
        ['+'] = "2125 0343",
        [','] = "262718",
        ['-'] = "0343",
        ['.'] = "2626",
        ['/'] = "4006",
        ['0'] = "103041453616050110 2323",
        ['1'] = "112026 1636",
        ['2'] = "01103041420646",
        ['3'] = "0110304142334445361605 1333",
        ['4'] = "36300444",
        ['5'] = "400002324345361605",
        ['6'] = "30100105163645443303",
        ['7'] = "004016",
        ['8'] = "103041423313020110 1304051636454433",
        ['9'] = "43130201103041453616",
        [':'] = "2222 2626",
        [';'] = "2222 262718",
        ['<'] = "410345",
        ['='] = "0242 0444",
        ['>'] = "014305",
        ['?'] = "01103041422324 2626",
        ['@'] = "4441301001051646 4424132242",
        ['A'] = "0602204246 0444",
        ['B'] = "003041423303 334445360600",
        ['C'] = "4130100105163645",
        ['D'] = "00204244260600",
        ['E'] = "40000646 0333",
        ['F'] = "400006 0333",
        ['G'] = "41301001051636454323",
        ['H'] = "0006 4046 0343",
        ['I'] = "1030 2026 1636",
        ['J'] = "4045361605",
        ['K'] = "0006 400346",
        ['L'] = "000646",
        ['M'] = "0600234046",
        ['N'] = "06004640",
        ['O'] = "103041453616050110",
        ['P'] = "06003041423303",
        ['Q'] = "103041453616050110 2446",
        ['R'] = "06003041423303 2346",
        ['S'] = "413010010213334445361605",
        ['T'] = "0040 2026",
        ['U'] = "000516364540",
        ['V'] = "002640",
        ['W'] = "0016233640",
        ['X'] = "0046 4006",
        ['Y'] = "002340 2326",
        ['Z'] = "00400646",
        ['['] = "30202636",
        ['\\'] = "0046",
        [']'] = "10202616",
        ['^'] = "022042",
        ['_'] = "0747",
        ['`'] = "1021",
        ['a'] = "12324346 441405163645",
        ['b'] = "0006 0312324345361605",
        ['c'] = "4332120305163645",
        ['d'] = "4046 4332120305163645",
        ['e'] = "04444332120305163645",
        ['f'] = "41302126 0242",
        ['g'] = "4247381807 4332120305163645",
        ['h'] = "0006 0312324346",
        ['i'] = "2226 2020",
        ['j'] = "32372818 3030",
        ['k'] = "0006 420446",
        ['l'] = "2026",
        ['m'] = "0602 03122326 23324346",
        ['n'] = "0602 0312324346",
        ['o'] = "123243453616050312",
        ['p'] = "0208 0312324345361605",
        ['q'] = "4248 4332120305163645",
        ['r'] = "0602 03123243",
        ['s'] = "4212031434453606",
        ['t'] = "20253646 0242",
        ['u'] = "0205163645 4246",
        ['v'] = "022642",
        ['w'] = "0216243642",
        ['x'] = "0246 4206",
        ['y'] = "0226 4218",
        ['z'] = "02420646",
        ['{'] = "30212213242536",
        ['|'] = "2027",
        ['}'] = "10212233242516",
        ['~'] = "04133443",
        ['Ä'] = "0602204246 0444 0000 4040",
        ['Ö'] = "113142453616050211 0000 4040",
        ['Ü'] = "020516364542 0000 4040",
        ['ä'] = "12324346 441405163645 1010 3030",
        ['ö'] = "123243453616050312 1010 3030",
        ['ü'] = "0205163645 4246 1010 3030",
        ['ß'] = "070110304142333445361626",
        ['…'] = "0606 2626 4646",
        ['·'] = "2323",
        ['→'] = "0343 3243 3443",
        [' '] = "",
    }.ToFrozenDictionary();

    // What has no letter here is an empty frame, as in other fonts.
    const string Missing = "0040460600";

    public static bool Has(char character) => Glyphs.ContainsKey(character);

    /// <summary>The width of a text whose capitals are <paramref name="size"/> pixels high.</summary>
    public static double WidthOf(string text, double size) => text.Length * Advance * size / CapHeight;

    /// <summary>Draws a text whose first capital has its upper left corner at <paramref name="origin"/>.</summary>
    public static void Draw(IPictureCanvas canvas, string text, PicturePoint origin, double size, Colour colour)
    {
        var unit = size / CapHeight;
        Span<PicturePoint> points = stackalloc PicturePoint[16];
        for (var index = 0; index < text.Length; index++)
        {
            var left = origin.X + index * Advance * unit;
            var strokes = Glyphs.GetValueOrDefault(text[index], Missing);
            foreach (var range in strokes.AsSpan().Split(' '))
            {
                var stroke = strokes.AsSpan(range);
                for (var at = 0; at + 1 < stroke.Length; at += 2)
                    points[at / 2] = new PicturePoint(
                        left + (stroke[at] - '0') * unit,
                        origin.Y + (stroke[at + 1] - '0') * unit
                    );
                if (stroke.Length > 0)
                    canvas.Stroke(points[..(stroke.Length / 2)], closed: false, colour, Math.Max(1, unit * 0.8));
            }
        }
    }
}
