using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Expressions;

namespace LabelSpec.Semantics.Binding;

/// <summary>The binders that the phases share.</summary>
internal sealed class BindingServices
{
    public BindingServices(DeclarationTable table)
    {
        Table = table;
        Expressions = new ExpressionBinder(table);
        Constants = new ConstantBinder(Expressions);
        Values = new AttributeValueBinder(Constants);
        Prose = new ProseBinder(ClassSets, Versions);
        Examples = new ExampleBinder(Prose);
        Questions = new QuestionBinder(Expressions, Constants);
    }

    public DeclarationTable Table { get; }

    public VersionChecker Versions { get; } = new();

    public ExpressionBinder Expressions { get; }

    public ClassSetBinder ClassSets => Expressions.ClassSets;

    public ConstantBinder Constants { get; }

    public AttributeValueBinder Values { get; }

    public ProseBinder Prose { get; }

    public ExampleBinder Examples { get; }

    public QuestionBinder Questions { get; }
}
