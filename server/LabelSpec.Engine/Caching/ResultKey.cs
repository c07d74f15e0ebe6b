using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Engine.Caching;

/// <summary>Hashes what is asked for, apart from the content of the data: one more line for each thing that decides.</summary>
public sealed class ResultKey
{
    readonly StringBuilder text = new();

    public ResultKey Add(string name, string? value)
    {
        // Lengths keep neighbouring values apart, whatever characters they hold.
        text.Append(CultureInfo.InvariantCulture, $"{name} {value?.Length ?? -1} {value}\n");
        return this;
    }

    public ResultKey Add(CheckSettings settings)
    {
        foreach (var (rule, severity) in settings.Severities.OrderBy(each => each.Key, StringComparer.Ordinal))
            Add(rule, severity.ToString());
        foreach (var (check, value) in settings.Parameters.OrderBy(each => each.Key))
            Add($"{check.Check}.{check.Parameter}", value.ToString("R", CultureInfo.InvariantCulture));
        foreach (var rule in settings.Only.Order(StringComparer.Ordinal))
            Add("only", rule);
        return this;
    }

    /// <summary>The build that judges: another build may judge differently, whatever version it calls itself.</summary>
    public ResultKey AddBuild()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(IsOurs).OrderBy(each => each.FullName))
            Add(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId.ToString());
        return this;
    }

    public override string ToString() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    static bool IsOurs(System.Reflection.Assembly assembly) =>
        assembly.GetName().Name?.StartsWith("LabelSpec.", StringComparison.Ordinal) is true;
}
