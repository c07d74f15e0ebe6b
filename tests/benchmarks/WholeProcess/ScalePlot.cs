using System.Globalization;
using System.Text;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// Draws what sizes cost on two logarithmic scales, as SVG. Where cost grows in proportion to size, a line has the slope of the
/// grey diagonals.
/// </summary>
static class ScalePlot
{
    const double Width = 720;
    const double Height = 460;
    const double Left = 70;
    const double Bottom = 50;
    const double Top = 40;
    const double Right = 150;

    public static string Draw(IReadOnlyList<ScalePoint> points)
    {
        (string Name, string Colour, Func<ScalePoint, double> Of)[] lines =
        [
            ("check, CPU seconds", "#c0392b", point => point.CheckCpuSeconds),
            ("yardstick, CPU seconds", "#2c6fbb", point => point.YardstickCpuSeconds),
            ("peak memory, GB", "#2e8b57", point => point.PeakMegabytes / 1024),
        ];
        var values = lines.SelectMany(line => points.Select(line.Of)).ToList();
        var (x0, x1) = (Math.Floor(Log(points[0].Megabytes)), Math.Ceiling(Log(points[^1].Megabytes)));
        var (y0, y1) = (Math.Floor(Log(values.Min())), Math.Ceiling(Log(values.Max())));
        double X(double log) => Left + (log - x0) / Math.Max(1, x1 - x0) * (Width - Left - Right);
        double Y(double log) => Height - Bottom - (log - y0) / Math.Max(1, y1 - y0) * (Height - Top - Bottom);

        var svg = new StringBuilder();
        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add(
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12">"""
        );
        Add($"""<rect width="100%" height="100%" fill="white"/>""");
        Add($"""<text x="{Left}" y="22" font-size="15">labelspec check: cost against size of a COCO file</text>""");
        for (var x = x0; x <= x1; x++)
        {
            Add($"""<path d="M{X(x):F1} {Y(y0):F1}V{Y(y1):F1}" stroke="#e5e5e5"/>""");
            Add($"""<text x="{X(x):F1}" y="{Height - 28}" text-anchor="middle">{Math.Pow(10, x):G4} MB</text>""");
        }

        for (var y = y0; y <= y1; y++)
        {
            Add($"""<path d="M{X(x0):F1} {Y(y):F1}H{X(x1):F1}" stroke="#e5e5e5"/>""");
            Add($"""<text x="{Left - 8}" y="{Y(y) + 4:F1}" text-anchor="end">{Math.Pow(10, y):G4}</text>""");
            var run = Math.Min(x1 - x0, y1 - y);
            Add(
                $"""<path d="M{X(x0):F1} {Y(y):F1}L{X(x0 + run):F1} {Y(y + run):F1}" stroke="#bbb" stroke-dasharray="3 4"/>"""
            );
        }

        foreach (var (name, colour, of) in lines)
        {
            var path = string.Join(
                'L',
                points.Select(point =>
                    string.Create(CultureInfo.InvariantCulture, $"{X(Log(point.Megabytes)):F1} {Y(Log(of(point))):F1}")
                )
            );
            Add($"""<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            Add(
                $"""<text x="{X(Log(points[^1].Megabytes)) + 8:F1}" y="{Y(Log(of(points[^1]))) + 4:F1}" fill="{colour}">{name}</text>"""
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    static double Log(double value) => Math.Log10(Math.Max(value, 1e-3));
}
