using System.Globalization;

namespace LabelSpec.Semantics.Evolution;

/// <summary>A version after Semantic Versioning 2.0.0 (semver.org): major.minor.patch, perhaps a pre-release and build metadata.</summary>
public sealed record SemanticVersion(int Major, int Minor, int Patch, string PreRelease, string Build)
    : IComparable<SemanticVersion>
{
    /// <summary>The version, or null if the text is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        var build = "";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        if (plus >= 0)
        {
            (text, build) = (text[..plus], text[(plus + 1)..]);
        }
        var preRelease = "";
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash >= 0)
        {
            (text, preRelease) = (text[..dash], text[(dash + 1)..]);
        }
        var parts = text.Split('.');
        return
            parts.Length == 3
            && TryNumber(parts[0], out var major)
            && TryNumber(parts[1], out var minor)
            && TryNumber(parts[2], out var patch)
            && (dash < 0 || AreIdentifiers(preRelease, true))
            && (plus < 0 || AreIdentifiers(build, false))
            ? new SemanticVersion(major, minor, patch, preRelease, build)
            : null;
    }

    /// <summary>Precedence as the standard defines it; build metadata does not count.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }
        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return order != 0 ? order : ComparePreRelease(PreRelease, other.PreRelease);
    }

    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}" + (PreRelease == "" ? "" : $"-{PreRelease}") + (Build == "" ? "" : $"+{Build}");

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    private static int ComparePreRelease(string left, string right)
    {
        if (left == "" || right == "")
        {
            return (left == "" ? 1 : 0) - (right == "" ? 1 : 0);
        }
        var (first, second) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            var order = CompareIdentifier(first[i], second[i]);
            if (order != 0)
            {
                return order;
            }
        }
        return first.Length.CompareTo(second.Length);
    }

    private static int CompareIdentifier(string left, string right)
    {
        var (isLeftNumber, isRightNumber) = (IsNumeric(left), IsNumeric(right));
        if (isLeftNumber && isRightNumber)
        {
            // Numeric identifiers have no leading zeros, so the longer one is the greater one, however long it is.
            var order = left.Length.CompareTo(right.Length);
            return order != 0 ? order : string.CompareOrdinal(left, right);
        }
        return isLeftNumber ? -1
            : isRightNumber ? 1
            : string.CompareOrdinal(left, right);
    }

    private static bool AreIdentifiers(string text, bool forbidsLeadingZeros)
    {
        foreach (var part in text.Split('.'))
        {
            if (part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                return false;
            }
            if (forbidsLeadingZeros && part.Length > 1 && part[0] == '0' && IsNumeric(part))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsNumeric(string text) => text.All(char.IsAsciiDigit);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && (text.Length == 1 || text[0] != '0');
}
