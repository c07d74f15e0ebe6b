using System.Collections.Immutable;
using System.Text;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Functions;

/// <summary>A built-in function as binding, completion, signature help and documentation need it.</summary>
/// <param name="Range">The numbers it can give; everything for other results.</param>
/// <param name="Unknown">When the result is unknown.</param>
/// <param name="Repeats">The last parameter may be repeated.</param>
public sealed record FunctionSignature(
    BuiltInFunction Function,
    string Name,
    ImmutableArray<FunctionParameter> Parameters,
    bool Repeats,
    ResultKind Result,
    NumericRange Range,
    string Documentation,
    string Unknown
)
{
    public int RequiredCount
    {
        get
        {
            var count = 0;
            foreach (var parameter in Parameters)
            {
                count += parameter.IsOptional ? 0 : 1;
            }
            return count;
        }
    }

    /// <summary>The signature as documentation shows it: <c>iou(a, b)</c>, <c>touches_edge(a[, margin])</c>.</summary>
    public string Display
    {
        get
        {
            var text = new StringBuilder(Name).Append('(');
            for (var i = 0; i < Parameters.Length; i++)
            {
                var separator = i == 0 ? "" : ", ";
                text.Append(
                    Parameters[i].IsOptional ? $"[{separator}{Parameters[i].Name}]" : separator + Parameters[i].Name
                );
            }
            return text.Append(Repeats ? ", …)" : ")").ToString();
        }
    }
}
