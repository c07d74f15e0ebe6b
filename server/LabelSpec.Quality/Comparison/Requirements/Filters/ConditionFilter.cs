namespace LabelSpec.Quality.Comparison;

/// <summary>A condition on a variable.</summary>
sealed record ConditionFilter(FilterTerm Term, Func<FilterValue, bool> Holds) : IFilterNode
{
    public IReadOnlyCollection<FilterBinding> Match(FilterSubject subject, FilterBinding binding)
    {
        if (!Term.IsOfAttribute)
            return Holds(subject.ValueOf(Term)) ? [binding] : [];
        var attributes = subject.AttributesOf(Term);
        if (binding[Term.AttributeList] is > 0 and var bound)
            return Holds(ValueOf(attributes[bound - 1])) ? [binding] : [];
        List<FilterBinding> found = [];
        for (var i = 0; i < attributes.Count; i++)
            if (Holds(ValueOf(attributes[i])))
                found.Add(binding.With(Term.AttributeList, i + 1));
        return found;
    }

    FilterValue ValueOf((string Name, FilterValue Value) attribute) =>
        Term.Field switch
        {
            FilterField.AttributeName => FilterValue.Of(attribute.Name),
            FilterField.AttributeValue => attribute.Value,
            _ => FilterValue.Thing,
        };
}
