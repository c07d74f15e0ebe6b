using System.Text;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

public class FunctionPageTests
{
    [Fact]
    public void The_page_of_functions_lists_the_table()
    {
        var page = File.ReadAllText(Path.Combine(Catalogue.Folder, "functions.md"));

        Assert.Equal(Write(), page);
    }

    [Fact]
    public void The_page_of_types_lists_every_member()
    {
        var page = File.ReadAllText(Path.Combine(Catalogue.Folder, "types-and-units.md"));

        Assert.All(AnnotationMembers.All, member => Assert.Contains($"`{member.Name}`", page));
        Assert.All(ImageMembers.All, member => Assert.Contains($"`{member.Name}`", page));
        Assert.All(TrackMembers.All, member => Assert.Contains($"`{member.Name}`", page));
    }

    [Fact]
    public void Tables_stand_in_the_order_of_their_enums()
    {
        Assert.All(FunctionTable.All, signature => Assert.Same(signature, FunctionTable.Of(signature.Function)));
        Assert.All(AnnotationMembers.All, member => Assert.Same(member, AnnotationMembers.Of(member.Member)));
        Assert.Equal(Enum.GetValues<BuiltInFunction>().Length, FunctionTable.All.Length);
        Assert.Equal(Enum.GetValues<AnnotationMember>().Length, AnnotationMembers.All.Length);
    }

    private static string Write()
    {
        var page = new StringBuilder("# Functions\n\nA function of your own is a `let` with parameters.\n");
        foreach (var signature in FunctionTable.All)
        {
            page.Append($"\n## `{signature.Display}`\n\n{signature.Documentation}\n\n");
            foreach (var parameter in signature.Parameters)
            {
                page.Append($"- `{parameter.Name}`: {parameter.Documentation}\n");
            }
            page.Append($"\nUnknown {signature.Unknown}.\n");
        }
        return page.ToString();
    }
}
