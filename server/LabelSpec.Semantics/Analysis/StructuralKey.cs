using System.Globalization;
using System.Text;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Analysis;

/// <summary>A text that is the same for expressions that always have the same value, wherever they stand.</summary>
internal static class StructuralKey
{
    /// <summary>The key, or null for expressions that are not worth one (conditions, quantifiers).</summary>
    public static string? Of(BoundExpression expression)
    {
        var key = new StringBuilder();
        return Append(expression, key) ? key.ToString() : null;
    }

    private static bool Append(BoundExpression expression, StringBuilder key)
    {
        switch (expression)
        {
            case BoundVariable { Variable: var variable }:
                AppendVariable(variable, key);
                return true;
            case BoundImage:
                key.Append("image");
                return true;
            case BoundDataset:
                key.Append("dataset");
                return true;
            case BoundNumber number:
                key.Append(number.Value.ToString("R", CultureInfo.InvariantCulture));
                return true;
            case BoundText text:
                key.Append('"').Append(text.Value).Append('"');
                return true;
            case BoundClassSet set:
                key.Append('<').Append(set.Classes.Text).Append('>');
                return true;
            case BoundAnnotationMember member:
                return AppendMember(member.Target, (int)member.Member, 'm', key);
            case BoundImageMember member:
                return AppendMember(member.Target, (int)member.Member, 'i', key);
            case BoundTrackMember member:
                return AppendMember(member.Target, (int)member.Member, 't', key);
            case BoundGroupMember member:
                return AppendMember(member.Target, (int)member.Member, 'g', key);
            case BoundPointMember member:
                return AppendMember(member.Target, (int)member.Member, 'p', key);
            case BoundDatasetMember member:
                key.Append(".d").Append((int)member.Member);
                return true;
            case BoundAttribute attribute:
                return AppendNamed(attribute.Target, '.', attribute.Name, key);
            case BoundKeypoint keypoint:
                return AppendNamed(keypoint.Target, ':', keypoint.Name, key);
            case BoundNegation negation:
                key.Append('-');
                return Append(negation.Operand, key);
            case BoundArithmetic arithmetic:
                return AppendArithmetic(arithmetic, key);
            case BoundLetCall call:
                return Append(call.Body, key);
            case BoundCall call:
                return AppendCall(call, key);
            default:
                return false;
        }
    }

    private static void AppendVariable(VariableSymbol variable, StringBuilder key) =>
        key.Append(variable.Name).Append('@').Append(variable.NameSpan.Start);

    private static bool AppendMember(BoundExpression target, int member, char kind, StringBuilder key)
    {
        if (!Append(target, key))
        {
            return false;
        }
        key.Append('.').Append(kind).Append(member);
        return true;
    }

    private static bool AppendNamed(BoundExpression target, char kind, string name, StringBuilder key)
    {
        if (!Append(target, key))
        {
            return false;
        }
        key.Append(kind).Append('`').Append(name).Append('`');
        return true;
    }

    private static bool AppendArithmetic(BoundArithmetic arithmetic, StringBuilder key)
    {
        key.Append('(');
        if (!Append(arithmetic.Left, key))
        {
            return false;
        }
        key.Append((char)('0' + (int)arithmetic.Operator)).Append('|');
        if (!Append(arithmetic.Right, key))
        {
            return false;
        }
        key.Append(')');
        return true;
    }

    private static bool AppendCall(BoundCall call, StringBuilder key)
    {
        key.Append('f').Append((int)call.Function).Append('(');
        foreach (var argument in call.Arguments)
        {
            if (!Append(argument, key))
            {
                return false;
            }
            key.Append(',');
        }
        key.Append(')');
        return true;
    }
}
