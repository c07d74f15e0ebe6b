using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What there is to know about a built-in member.</summary>
static class MemberPage
{
    public static string Of<TMember>(MemberInfo<TMember> member)
        where TMember : struct, Enum =>
        $"```labelspec\n{member.Name}: {member.Type.DisplayName}\n```\n\n{member.Documentation}"
        + (member.Range == NumericRange.Everything ? "" : $"\n\nFrom {member.Range}.")
        + (
            member.Shapes.IsEmpty
                ? ""
                : $"\n\nOf {string.Join(", ", member.Shapes.Select(ShapeKinds.NameOf))}; missing for other shapes."
        );
}
